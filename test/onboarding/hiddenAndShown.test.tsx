import { act, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { OnboardingLink } from "../../src/core/adapter.js";
import type { Connection } from "../../src/core/connection.js";
import { StripeConnectionReturn } from "../../src/components/StripeConnectionReturn/StripeConnectionReturn.js";
import { hideable } from "../support/hideable.js";
import { inProgress, playedClient, renderOnPage } from "../support/onboardingPage.js";

function later<T>() {
  let answer: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => (answer = resolve));
  return { promise, answer: (value: T) => act(async () => answer(value)) };
}

const start = location.href;
afterEach(() => history.replaceState(null, "", start));

describe("the page that Stripe's own page comes back to", () => {
  test("that was hidden while the server looked tells the outcome when it is shown, and the host once", async () => {
    const { Hideable, show } = hideable();
    const client = playedClient();
    const look = later<Connection>();
    client.refresh.mockReturnValue(look.promise);
    const onDone = vi.fn<(connection: Connection) => void>();
    renderOnPage(
      <Hideable>
        <StripeConnectionReturn onDone={onDone} />
      </Hideable>,
      { client },
    );
    show("hidden");
    await look.answer(inProgress);
    expect(onDone).not.toHaveBeenCalled();
    show("visible");
    expect(await screen.findByText("Thank you. Your connection is up to date.")).toBeVisible();
    expect(onDone).toHaveBeenCalledExactlyOnceWith(inProgress);
    const asked = client.refresh.mock.calls.length;
    show("hidden");
    show("visible");
    expect(screen.getByText("Thank you. Your connection is up to date.")).toBeVisible();
    expect([client.refresh.mock.calls.length, onDone.mock.calls.length]).toEqual([asked, 1]);
  });

  test("goes to Stripe again once it is shown, not while it is hidden", async () => {
    const { Hideable, show } = hideable();
    const client = playedClient({ ...inProgress, simulated: true });
    const link = later<OnboardingLink>();
    client.openHosted.mockReturnValue(link.promise);
    renderOnPage(
      <Hideable>
        <StripeConnectionReturn intent="refresh" />
      </Hideable>,
      { client },
    );
    show("hidden");
    await link.answer({ url: `${location.href}#stripes-own-page`, expiresAt: "" });
    expect(location.hash).toBe("");
    show("visible");
    await vi.waitFor(() => expect(location.hash).toBe("#stripes-own-page"), { timeout: 10_000 });
  });
});
