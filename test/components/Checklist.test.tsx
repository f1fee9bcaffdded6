import { render, screen, within } from "@testing-library/react";
import { type Connection, type Requirement, StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test } from "vitest";

test("two owners with the same gaps are told apart, and nobody is named twice", async () => {
  const asks = (key: string, group: Requirement["group"], id: string, name: string | null): Requirement => ({
    key: `${id}.${key}`,
    group,
    state: "due",
    deadline: null,
    person: { id, role: "owner", name },
  });
  const state: Connection = {
    ...fixtures.detailsNeeded,
    requirements: [
      asks("dob.day", "owners", "person_1", "Omar Haddad"),
      asks("dob.day", "owners", "person_2", "Li Wei"),
      asks("dob.day", "owners", "person_3", null),
      asks("verification.document", "identity_document", "person_1", "Omar Haddad"),
    ],
  };
  render(<StripeConnectionCard adapter={fixtureAdapter(state)} platformName="Acme Cloud" timeZone="UTC" />);
  const list = await screen.findByRole("list", { name: "What Stripe needs" });
  await within(list).findByText(/Upload a photo of Omar Haddad's ID/);
  const rows = within(list)
    .getAllByRole("button")
    .map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(/^Date of birth for Omar Haddad/);
  expect(rows[1]).toMatch(/^Date of birth for Li Wei/);
  expect(rows[2]).toMatch(/^Date of birth for an owner/);
  expect(rows[3]?.match(/Omar Haddad/g)).toHaveLength(1);
});
