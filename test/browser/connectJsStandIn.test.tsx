import { loadConnectAndInitialize } from "@stripe/connect-js/pure.js";
import {
  ConnectAccountManagement,
  ConnectAccountOnboarding,
  ConnectComponentsProvider,
  ConnectNotificationBanner,
} from "@stripe/react-connect-js";
import { cleanup, render } from "@testing-library/react";
import axe from "axe-core";
import { type ReactNode, StrictMode } from "react";
import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { standInAccount } from "../support/standInAccount.js";

interface StandIn {
  inits: unknown[];
  updates: unknown[];
  logouts: number;
  failNext(type: string): void;
}
const standIn = () => (window as unknown as { __connectJsStandIn: StandIn }).__connectJsStandIn;

const played = standInAccount();

const secret = async () => {
  const session = await played.stripe.accountSessions.create({
    account: played.account,
    components: {
      account_onboarding: { enabled: true },
      account_management: { enabled: true },
      notification_banner: { enabled: true },
    },
  });
  return session.client_secret;
};

function open(children: ReactNode, fetchClientSecret: () => Promise<string> = secret) {
  const instance = loadConnectAndInitialize({ publishableKey: played.simulator.publishableKey, fetchClientSecret });
  render(
    <StrictMode>
      <ConnectComponentsProvider connectInstance={instance}>{children}</ConnectComponentsProvider>
    </StrictMode>,
  );
  return instance;
}

const button = (name: string) => page.getByRole("button", { name, exact: true });
const heading = (name: string) => page.getByRole("heading", { name, exact: true });
/** What has the focus, in the form's own shadow tree. */
const focused = () => document.activeElement?.shadowRoot?.activeElement;
const retrieve = () => played.stripe.accounts.retrieve(played.account);

async function fillStep(title: string) {
  await expect.element(heading(title)).toBeVisible();
  await button("Use test data").click();
  await button("Continue").click();
}

describe("account-onboarding", () => {
  test("asks step by step for what is due, and really fills the account", async () => {
    const steps: string[] = [];
    const onExit = vi.fn<() => void>();
    const onLoaderStart = vi.fn<(what: { elementTagName: string }) => void>();
    open(
      <ConnectAccountOnboarding
        onExit={onExit}
        onStepChange={({ step }) => steps.push(step)}
        onLoaderStart={onLoaderStart}
      />,
    );
    await button("Add information").click();
    await fillStep("Type of business");
    await expect.poll(async () => (await retrieve()).business_type).toBe("company");
    await fillStep("Business details");
    await fillStep("Personal details");
    await fillStep("Bank account for payouts");
    await expect.poll(() => focused()?.textContent).toBe("Review and submit");
    expect((await retrieve()).details_submitted).toBe(false);
    expect(onExit).not.toHaveBeenCalled();
    await button("Submit").click();
    await expect.poll(() => onExit.mock.calls.length).toBe(1);
    expect(await retrieve()).toMatchObject({ details_submitted: true, charges_enabled: false });
    await played.simulator.clock.advance("1m");
    expect(await retrieve()).toMatchObject({ charges_enabled: true, payouts_enabled: true });
    expect(steps).toEqual([
      "stripe_user_authentication",
      "business_type",
      "business_details",
      "representative_details",
      "external_account",
      "summary",
    ]);
    expect(onLoaderStart).toHaveBeenCalledExactlyOnceWith({ elementTagName: "account-onboarding" });
  });

  test("what can't be right is said at its field, which takes the focus", async () => {
    await played.simulator.answer(played.account, { business_type: "company" });
    open(<ConnectAccountOnboarding onExit={() => {}} />);
    await button("Add information").click();
    await page.getByLabelText("Business website").fill("no address");
    await button("Continue").click();
    const website = page.getByLabelText("Business website");
    await expect.element(website).toHaveAccessibleDescription("Enter a web address that starts with https://");
    await expect.element(website).toHaveAttribute("aria-invalid", "true");
    expect(focused()).toBe(page.getByLabelText("Legal business name").element());
  });

  test("saving for later keeps what was given, and leaves", async () => {
    const onExit = vi.fn<() => void>();
    open(<ConnectAccountOnboarding onExit={onExit} />);
    await button("Add information").click();
    await page.getByLabelText("Type of business").selectOptions("individual");
    await button("Save for later").click();
    await expect.poll(() => onExit.mock.calls.length).toBe(1);
    expect(await retrieve()).toMatchObject({ business_type: "individual", details_submitted: false });
  });

  test("one can go back and correct", async () => {
    open(<ConnectAccountOnboarding onExit={() => {}} />);
    await button("Add information").click();
    await fillStep("Type of business");
    await button("Back").click();
    await expect.element(page.getByLabelText("Type of business")).toHaveValue("company");
    await page.getByLabelText("Type of business").selectOptions("individual");
    await button("Continue").click();
    await expect.poll(async () => (await retrieve()).business_type).toBe("individual");
  });

  test("asks for just the requirements that the host names", async () => {
    await played.simulator.run("dueSoon", played.account);
    open(
      <ConnectAccountOnboarding
        onExit={() => {}}
        collectionOptions={{ fields: "currently_due", requirements: { only: ["company.tax_id"] } }}
      />,
    );
    await button("Add information").click();
    await page.getByLabelText("Tax ID (EIN)").fill("111111111");
    expect(page.getByLabelText("What you sell").elements()).toEqual([]);
    await button("Continue").click();
    await expect.element(page.getByText("Stripe still needs 1 other details.")).toBeVisible();
    await expect.poll(async () => (await retrieve()).requirements?.pending_verification).toEqual(["company.tax_id"]);
  });

  test("future requirements are asked for where the host includes them", async () => {
    await played.simulator.run("futureRequirements", played.account);
    open(
      <ConnectAccountOnboarding
        onExit={() => {}}
        collectionOptions={{ fields: "currently_due", futureRequirements: "include" }}
      />,
    );
    await button("Add information").click();
    await fillStep("Business details");
    await expect.poll(async () => (await retrieve()).future_requirements?.currently_due).toEqual([]);
  });

  test("a refused ID is asked for again, with the reason", async () => {
    await played.simulator.run("identityDocumentBlurry", played.account);
    open(<ConnectAccountOnboarding onExit={() => {}} />);
    await button("Add information").click();
    await expect.element(page.getByText("The document could not be read.", { exact: false })).toBeVisible();
    await userEvent.upload(
      page.getByLabelText("Photo of an identity document"),
      new File(["x"], "passport.png", { type: "image/png" }),
    );
    await button("Continue").click();
    await expect.element(heading("Review and submit")).toBeVisible();
    expect((await retrieve()).requirements?.pending_verification).toHaveLength(1);
  });

  test("nobody is shut out: axe finds nothing on any step", async () => {
    open(<ConnectAccountOnboarding onExit={() => {}} />);
    const check = async () => {
      const { violations } = await axe.run("stripe-connect-account-onboarding", {
        rules: { "color-contrast": { enabled: true }, region: { enabled: false } },
      });
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    };
    await expect.element(button("Add information")).toBeVisible();
    await check();
    await button("Add information").click();
    for (const title of ["Type of business", "Business details", "Personal details", "Bank account for payouts"]) {
      await expect.element(heading(title)).toBeVisible();
      await check();
      await fillStep(title);
    }
    await expect.element(heading("Review and submit")).toBeVisible();
    await check();
  });
});

describe("sessions", () => {
  test("C8 a used secret is asked for anew, once", async () => {
    const used = await secret();
    const first = vi.fn<() => Promise<string>>(secret).mockResolvedValueOnce(used);
    const claim = { method: "POST", body: JSON.stringify({ client_secret: used }) };
    expect((await played.simulator.fetch("https://s.test/_connect/claim", claim)).status).toBe(200);
    open(<ConnectAccountOnboarding onExit={() => {}} />, first);
    await expect.element(button("Add information")).toBeVisible();
    expect(first).toHaveBeenCalledTimes(2);
  });

  test("C8 a session that ends in the middle is renewed without a word", async () => {
    const fetchClientSecret = vi.fn<() => Promise<string>>(secret);
    open(<ConnectAccountOnboarding onExit={() => {}} />, fetchClientSecret);
    await button("Add information").click();
    await played.simulator.clock.advance("31m");
    await fillStep("Type of business");
    await expect.element(heading("Business details")).toBeVisible();
    expect(fetchClientSecret).toHaveBeenCalledTimes(2);
  });

  test.each([
    ["authentication_error", () => Promise.resolve("accs_secret__unknown")],
    ["account_session_create_error", () => Promise.reject(new Error("403"))],
    ["account_session_create_error", () => Promise.resolve("")],
  ])("C10 %s is told to the host", async (type, fetchClientSecret) => {
    const onLoadError = vi.fn<(what: { error: { type: string }; elementTagName: string }) => void>();
    open(<ConnectAccountOnboarding onExit={() => {}} onLoadError={onLoadError} />, fetchClientSecret);
    await expect.poll(() => onLoadError.mock.calls.length).toBe(1);
    expect(onLoadError.mock.calls[0]?.[0]).toMatchObject({ error: { type }, elementTagName: "account-onboarding" });
  });

  test("C10 Stripe down is told as an API error, and a test can ask for any other", async () => {
    const onLoadError = vi.fn<(what: { error: { type: string } }) => void>();
    const session = secret();
    await session;
    played.simulator.down(true);
    open(<ConnectAccountOnboarding onExit={() => {}} onLoadError={onLoadError} />, () => session);
    await expect.poll(() => onLoadError.mock.calls[0]?.[0].error.type).toBe("api_error");
    played.simulator.down(false);
    cleanup();
    standIn().failNext("render_error");
    open(<ConnectAccountOnboarding onExit={() => {}} onLoadError={onLoadError} />);
    await expect.poll(() => onLoadError.mock.calls[1]?.[0].error.type).toBe("render_error");
  });

  test("C14 after logout the form is empty and its token opens nothing", async () => {
    const asked = vi.spyOn(played.simulator, "fetch");
    const instance = open(<ConnectAccountOnboarding onExit={() => {}} />);
    await expect.element(button("Add information")).toBeVisible();
    const view = asked.mock.calls.flatMap(([input]) =>
      input instanceof Request && input.url.endsWith("/view") ? [input] : [],
    )[0];
    const headers = { authorization: view?.headers.get("authorization") ?? "" };
    const again = () => {
      const body = JSON.stringify({ component: "account_onboarding" });
      return played.simulator.fetch("https://s.test/_connect/view", { method: "POST", headers, body });
    };
    expect((await again()).status).toBe(200);
    await instance.logout();
    await expect.element(button("Add information")).not.toBeInTheDocument();
    expect((await again()).status).toBe(401);
  });
});

describe("the other elements and the look", () => {
  test("account-management shows what is known, and collects what is due", async () => {
    await played.simulator.run("dueSoon", played.account);
    const sections: string[] = [];
    open(<ConnectAccountManagement onSectionOpen={({ sectionName }) => sections.push(sectionName)} />);
    await button("Add information").click();
    await expect.element(button("Bank account for payouts")).toHaveAttribute("aria-expanded", "false");
    await expect.element(page.getByText("•••• 6789 (USD)")).not.toBeVisible();
    await button("Bank account for payouts").click();
    await expect.element(page.getByText("•••• 6789 (USD)")).toBeVisible();
    expect(sections).toEqual(["external_accounts"]);
    await button("Update information").click();
    await fillStep("Business details");
    await button("Submit").click();
    await expect.element(heading("Your Stripe account")).toBeVisible();
    expect((await retrieve()).requirements?.currently_due).toEqual([]);
  });

  test("the banner counts, and is empty with nothing due", async () => {
    await played.simulator.run("dueSoon", played.account);
    const counts: unknown[] = [];
    open(<ConnectNotificationBanner onNotificationsChange={(count) => counts.push(count)} />);
    await expect.element(page.getByText("Stripe needs 2 details.")).toBeVisible();
    expect(counts).toEqual([{ total: 2, actionRequired: 2 }]);
    cleanup();
    await played.simulator.run("connected", played.account);
    open(<ConnectNotificationBanner onNotificationsChange={(count) => counts.push(count)} />);
    await expect.poll(() => counts.at(-1)).toEqual({ total: 0, actionRequired: 0 });
    expect(document.querySelector("stripe-connect-notification-banner")?.shadowRoot?.textContent).toBe("");
  });

  test("the host's colours are taken, and follow an update", async () => {
    const instance = open(<ConnectAccountOnboarding onExit={() => {}} />);
    await expect.element(button("Add information")).toBeVisible();
    instance.update({ appearance: { variables: { colorPrimary: "#118844", borderRadius: "3px" } } });
    await expect
      .poll(() => getComputedStyle(button("Add information").element()).backgroundColor)
      .toBe("rgb(17, 136, 68)");
    expect(getComputedStyle(button("Add information").element()).borderRadius).toBe("3px");
  });
});
