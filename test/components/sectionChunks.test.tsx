import { render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { ConnectionEvent } from "../../src/core/events.js";
import { StripeConnectionProvider, StripeSection } from "../../src/index.js";
import { en } from "../../src/messages/en.js";
import { fixtureAdapter, fixtures } from "../../src/testing/index.js";

vi.mock("../../src/onboarding/SectionContent.js", () => {
  throw new Error("offline");
});

it("tells of one failure where both parts of a section can't be fetched, and of one more for another try", async () => {
  const events: ConnectionEvent[] = [];
  const sections = vi.fn(() => Promise.reject(new Error("offline")));
  render(
    <StripeConnectionProvider
      adapter={fixtureAdapter({ ...fixtures.connected, sections: { payouts: true } })}
      platformName="Acme Cloud"
      locale="xx"
      locales={[{ ...en, code: "xx", sections }]}
      onEvent={(event) => void events.push(event)}
    >
      <StripeSection name="payouts" />
    </StripeConnectionProvider>,
  );
  const failure = { type: "section_load_failed", section: "payouts", cause: "chunk_failed" };
  const told = () => events.filter(({ type }) => type === "section_load_failed");
  const again = await screen.findByRole("button", { name: "Try again" });
  await vi.waitFor(() => expect(again).not.toHaveAttribute("aria-busy"));
  expect(told()).toEqual([failure]);

  await userEvent.click(again);
  await waitFor(() => expect(sections).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(again).not.toHaveAttribute("aria-busy"));
  expect(told()).toEqual([failure, failure]);
});
