import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { commands, page } from "vitest/browser";
import { ConnectionError } from "../../src/core/errors.js";
import { StripeConnectionReturn } from "../../src/components/StripeConnectionReturn/StripeConnectionReturn.js";
import { StripeOnboarding } from "../../src/components/StripeOnboarding/StripeOnboarding.js";
import { inProgress, playedClient, renderOnPage } from "../support/onboardingPage.js";
import { overlayTraps } from "../support/overlayTraps.js";

const form = () =>
  document.querySelector<HTMLElement & { failToLoad(type: string): void }>("stripe-connect-account-onboarding");
const problems = async () => {
  const { violations } = await axe.run(document.body, {
    resultTypes: ["violations"],
    rules: { region: { enabled: false }, "page-has-heading-one": { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await commands.routeConnectJs("minimal");
});
afterEach(async () => {
  cleanup();
  document.body.style.removeProperty("background");
  await page.viewport(800, 600);
});

const SHOWN = {
  opening: async (client: ReturnType<typeof playedClient>) => void client.update.mockReturnValue(new Promise(() => {})),
  failed: async () => {
    await page.getByRole("button", { name: "Close stripe-connect-account-onboarding" }).findElement();
    act(() => form()?.failToLoad("render_error"));
  },
  ended: async (client: ReturnType<typeof playedClient>) => {
    act(() => client.show(inProgress, { error: new ConnectionError("session_expired") }));
  },
};

for (const colorScheme of ["light", "dark"] as const) {
  test.each(Object.entries(SHOWN))(
    `the form, %s, in ${colorScheme}, has no fault that axe finds`,
    async (state, arrange) => {
      document.body.style.background = colorScheme === "dark" ? "#16181d" : "#fff";
      const client = playedClient();
      renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, { client, theme: { colorScheme } });
      await arrange(client);
      await waitFor(() => expect(screen.getByRole("region")).toHaveAttribute("data-state", state));
      expect(await problems()).toEqual([]);
    },
  );

  test(`the page of the way back in ${colorScheme} has no fault that axe finds`, async () => {
    document.body.style.background = colorScheme === "dark" ? "#16181d" : "#fff";
    const client = playedClient();
    client.refresh.mockRejectedValueOnce(new ConnectionError("timeout", { requestId: "req_7" }));
    renderOnPage(<StripeConnectionReturn onReturn={() => {}} />, { client, theme: { colorScheme } });
    await screen.findByRole("alert");
    expect(await problems()).toEqual([]);
  });
}

test("at 320 px nothing scrolls sideways, and right-to-left is mirrored", async () => {
  await page.viewport(320, 640);
  renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, { dir: "rtl", locale: "ar" });
  await SHOWN.failed();
  expect(document.documentElement.scrollWidth).toBe(320);
  const title = screen.getByRole("heading").getBoundingClientRect();
  expect(title.right).toBeGreaterThan(280);
});

test("nothing around the form clips or contains Stripe's own overlays", async () => {
  renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />);
  await page.getByRole("button", { name: "Close stripe-connect-account-onboarding" }).findElement();
  expect(overlayTraps(document.querySelector("stripe-connect-account-onboarding"))).toEqual([]);
});

describe("what the reader's system asks for", () => {
  interface Look {
    appearance: { variables: Record<string, string> };
  }
  const record = () => (window as unknown as { __minimalConnect: { inits: Look[]; updates: Look[] } }).__minimalConnect;
  const open = async () => {
    const earlier = record()?.inits.length ?? 0;
    renderOnPage(<StripeOnboarding purpose="onboarding" onExit={() => {}} />, { theme: {} });
    await page.getByRole("button", { name: "Close stripe-connect-account-onboarding" }).findElement();
    record().updates.length = 0;
    return record().inits[earlier]?.appearance.variables;
  };
  afterEach(() => commands.emulateMedia(null));

  test("dark or light, and more contrast, reach Stripe's form while it is open", async () => {
    await commands.emulateMedia({ colorScheme: "light" });
    const first = await open();
    await commands.emulateMedia({ colorScheme: "dark" });
    await waitFor(() => expect(record().updates).not.toHaveLength(0), { timeout: 8000 });
    const dark = record().updates.at(-1)?.appearance.variables;
    expect(dark?.["colorBackground"]).not.toBe(first?.["colorBackground"]);
    await commands.emulateMedia({ colorScheme: "dark", contrast: "more" });
    const muted = () => record().updates.at(-1)?.appearance.variables["colorSecondaryText"];
    await waitFor(() => expect(muted()).not.toBe(dark?.["colorSecondaryText"]), { timeout: 8000 });
  });

  test("forced colours do not make text and ground of Stripe's form one colour", async () => {
    await commands.emulateMedia({ forcedColors: "active" });
    const variables = await open();
    expect(variables?.["colorText"]).not.toBe(variables?.["colorBackground"]);
    expect(variables?.["colorDanger"]).not.toBe(variables?.["colorPrimary"]);
  });
});
