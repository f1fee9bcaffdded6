import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { StripeConnectionProvider } from "../../src/react/StripeConnectionProvider.js";
import { TroubleshootPanel } from "../../src/components/TroubleshootPanel/TroubleshootPanel.js";
import type { Connection } from "../../src/core/connection.js";
import { fixtureAdapter } from "../../src/testing/fixtureAdapter.js";
import { fixtures } from "../../src/testing/fixtures.js";

function show(connection: Connection) {
  render(
    <StripeConnectionProvider adapter={fixtureAdapter(connection)} platformName="Acme Cloud">
      <TroubleshootPanel connection={connection} onFix={() => {}} onCheck={() => {}} />
    </StripeConnectionProvider>,
  );
}

it.each([
  ["rejected", "Stripe can't support this account. Contact Stripe support to find out more."],
  ["platformPaused", "Acme Cloud has paused this account. Contact Acme Cloud to find out more."],
] as const)("%s blames no missing details", (name, text) => {
  show(fixtures[name]);
  expect(screen.getByText(text)).toBeInTheDocument();
  expect(screen.queryByText("Incomplete business information")).toBeNull();
});

it("gives the two general reasons where nothing is known yet", () => {
  show(fixtures.connecting);
  expect(screen.getByText("Incomplete business information")).toBeInTheDocument();
  expect(screen.getByText("Identity verification")).toBeInTheDocument();
});

it("says of each of several details what to do, where the checklist names them in one line", async () => {
  const { requirements } = fixtures.detailsNeeded;
  const [website] = requirements.filter(({ key }) => key === "business_profile.url");
  if (!website) throw new Error("no website is asked for");
  const product = { ...website, key: "business_profile.product_description" };
  show({ ...fixtures.detailsNeeded, requirements: [...requirements, product] });
  const asked = await screen.findByText("Business website");
  expect(asked.closest("li")).toHaveTextContent(/^Business website [A-Z].+\.$/);
  // What was wrong with one thing stays what is said of it.
  expect(screen.getByText(/blurry|blurred/)).toBeInTheDocument();
});

it("names what Stripe is checking, and asks for none of it again", async () => {
  show(fixtures.manyRequirements);
  const checked = await screen.findByText("Company document");
  expect(checked.closest("li")?.textContent?.trim()).toBe("Company document");
});
