import { render, screen } from "@testing-library/react";
import {
  type Connection,
  StripeConnectionCard,
  StripeConnectionProvider,
  TroubleshootPanel,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { describe, expect, test } from "vitest";
import { renderDialog } from "../support/renderDialog.js";

// React tells two children with one key on the console, which fails a test.

const twice = <T,>(one: T): T[] => [one, one];

describe("CL-F17 two equal texts", () => {
  test("of the host's checks stand both in the dialog", async () => {
    const notice = { kind: "host" as const, text: "2 active subscriptions" };
    await renderDialog(
      { messages: { card: { dialog: { disconnect: { stops: { plans: twice("Your plans stop.") } } } } } },
      { preview: { blockers: twice(notice), warnings: twice(notice) } },
    );
    expect(await screen.findAllByText("2 active subscriptions")).toHaveLength(4);
    expect(screen.getAllByText("Your plans stop.")).toHaveLength(2);
  });

  test("of what to have ready, and a country that is offered twice", async () => {
    const state: Connection = { ...fixtures.notConnectedCountries, countries: ["DE", "FR", "DE"] };
    render(
      <StripeConnectionCard
        adapter={fixtureAdapter(state)}
        initialConnection={state}
        platformName="Acme Cloud"
        messages={{ card: { connect: { needs: twice("Your papers") } } }}
      />,
    );
    expect(screen.getAllByText("Your papers")).toHaveLength(2);
    expect(screen.getAllByRole("option", { name: "Germany" })).toHaveLength(1);
  });

  test("of the general reasons", () => {
    const general = twice({ title: "Something is missing", text: "Look at Stripe." });
    render(
      <StripeConnectionProvider
        adapter={fixtureAdapter(fixtures.connecting)}
        platformName="Acme Cloud"
        messages={{ card: { troubleshoot: { general } } }}
      >
        <TroubleshootPanel connection={fixtures.connecting} onFix={() => {}} onCheck={() => {}} />
      </StripeConnectionProvider>,
    );
    expect(screen.getAllByText("Look at Stripe.")).toHaveLength(2);
  });

  test("of the keys that Stripe asks two persons for", async () => {
    const asked = (id: string, name: string, state: "due" | "pending") => ({
      key: "individual.verification.document",
      group: "identity_document" as const,
      state,
      deadline: null,
      person: { id, role: "owner" as const, name },
    });
    const state: Connection = {
      ...fixtures.detailsNeeded,
      requirements: (["due", "pending"] as const).flatMap((how) => [
        asked("p_1", "Li Wei", how),
        asked("p_2", "Omar Haddad", how),
      ]),
    };
    render(
      <StripeConnectionProvider adapter={fixtureAdapter(state)} initialConnection={state} platformName="Acme Cloud">
        <StripeConnectionCard />
        <TroubleshootPanel connection={state} onFix={() => {}} onCheck={() => {}} />
      </StripeConnectionProvider>,
    );
    expect((await screen.findAllByText(/Omar Haddad's ID/)).length).toBeGreaterThan(1);
    expect(screen.getAllByText(/Li Wei's ID/).length).toBeGreaterThan(1);
  });
});
