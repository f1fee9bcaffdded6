import { act, render, screen, waitFor } from "@testing-library/react";
import {
  describeConnection,
  type DescribedRequirement,
  type MessageOverrides,
  StripeConnectionCard,
  StripeConnectionProvider,
} from "react-stripe-connection";
import { de } from "react-stripe-connection/locales/de";
import { fixtureAdapter, type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { describe, expect, it, vi } from "vitest";
import { en } from "../../src/messages/en.js";
import { messagesFor } from "../../src/messages/messagesFor.js";
import { translations } from "../../stories/words/languages.js";
import { ENGLISH_WORDS, withoutNames } from "./english.js";

const locales = translations.map(({ messages }) => messages);
const states = Object.keys(fixtures) as FixtureKey[];

/** All that a person reads of a connection, but for Stripe's own words. */
function textsOf(state: FixtureKey, options: Parameters<typeof describeConnection>[1]): string[] {
  const told = describeConnection(fixtures[state], options);
  const row = ({ title, text, person, due }: DescribedRequirement) => [title, text, person, due?.text, due?.hint];
  return [
    told.label,
    told.sentence,
    told.detail,
    told.payments,
    told.payouts,
    told.primary?.label,
    ...told.notices.flatMap(({ title, text }) => [title, text]),
    ...[...told.rows, ...told.checking].flatMap(row),
  ].filter((text) => typeof text === "string");
}

describe.each(locales.map((messages) => [messages.code, messages] as const))("in %s", (_, messages) => {
  it.each(states)("%s is told without an English word", async (state) => {
    const requirementMessages = await messages.requirements();
    for (const purpose of ["plans", "billing", "payouts"] as const) {
      const options = { platformName: "Acme Cloud", messages, requirementMessages, purpose, relative: true };
      const texts = textsOf(state, options);
      expect(texts.filter((text) => ENGLISH_WORDS.test(withoutNames(text)))).toEqual([]);
      expect(texts.filter((text) => /undefined|null|NaN|Invalid/.test(text))).toEqual([]);
      const before = textsOf(state, { ...options, requirementMessages: null });
      expect(before.filter((text) => ENGLISH_WORDS.test(withoutNames(text)))).toEqual([]);
    }
  });
});

describe("the words for a locale", () => {
  it.each([
    ["de", "de"],
    ["de-AT", "de"],
    ["de_CH", "de"],
    ["DE", "de"],
    ["nds", "en"],
    ["en-GB", "en"],
    ["", "en"],
  ])("of %j are those of %s", (locale, code) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(messagesFor({ locale, locales }).code).toBe(code);
  });

  it("are English where nobody gave the language", () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(messagesFor({ locale: "de", locales: [] })).toBe(en);
  });

  it("are a host's own where it has some, as a text or as a sentence", () => {
    const overrides: MessageOverrides = {
      status: { connected: "Läuft" },
      connection: { needs: { plans: ({ count }) => `Noch ${count}.` }, removed: "Konto entfernt." },
    };
    const words = messagesFor({ locale: "de-AT", locales, overrides });
    expect(words.status).toEqual({ ...de.status, connected: "Läuft" });
    expect(words.connection.needs.plans({ count: 2 })).toBe("Noch 2.");
    expect(words.connection.needs.billing).toBe(de.connection.needs.billing);
    expect(words.connection.removed({ date: null })).toBe("Konto entfernt.");
    expect(words.requirements).toBe(de.requirements);
  });
});

describe("the card", () => {
  it("speaks the language of a locale that is close, and loads its explainer's words by itself", async () => {
    render(
      <StripeConnectionProvider
        adapter={fixtureAdapter(fixtures.identityDocument)}
        platformName="Acme Cloud"
        locale="de-AT"
        locales={locales}
      >
        <StripeConnectionCard />
      </StripeConnectionProvider>,
    );
    expect(await screen.findByText("In Bearbeitung")).toBeVisible();
    expect(screen.getByRole("button", { name: "Stripe-Angaben aktualisieren" })).toBeVisible();
    await waitFor(() => expect(document.body).toHaveTextContent("Laden Sie"));
    await act(async () => {});
    expect(withoutNames(document.body.textContent ?? "")).not.toMatch(ENGLISH_WORDS);
  });
});
