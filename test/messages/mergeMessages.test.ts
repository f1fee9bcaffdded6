// @vitest-environment node
import { describe, expect, it, vi } from "vitest";
import { ERROR_CODES } from "../../src/core/errors.js";
import { en } from "../../src/messages/en.js";
import { mergeMessages } from "../../src/messages/mergeMessages.js";
import type { MessageOverrides, Messages } from "../../src/messages/messages.js";
import { messagesFor } from "../../src/messages/messagesFor.js";

const silent = () => vi.spyOn(console, "warn").mockImplementation(() => {});

describe("mergeMessages", () => {
  it("takes a host's words and keeps all others", () => {
    const merged = mergeMessages(en, { status: { connected: "Live" } });
    expect(merged.status).toEqual({ ...en.status, connected: "Live" });
    expect(merged.connection).toBe(en.connection);
    expect(en.status.connected).toBe("Connected");
  });

  it("takes a sentence with parameters as a function or as a text", () => {
    const merged = mergeMessages(en, {
      connection: {
        needs: { plans: ({ count }) => `${count} to go.`, billing: "Some to go." },
      },
    });
    expect(merged.connection.needs.plans({ count: 3 })).toBe("3 to go.");
    expect(merged.connection.needs.billing({ count: 3 })).toBe("Some to go.");
    expect(merged.connection.needs.payouts({ count: 1 })).toBe(
      "Stripe needs 1 more detail before you can receive payouts.",
    );
  });

  it("takes a host's words for those that are loaded later", async () => {
    const warn = silent();
    const wrong = { names: { balances: 7 } } as unknown as MessageOverrides["sections"];
    const merged = mergeMessages(en, { sections: { ...wrong, notShown: { role: "Ask Ada." } } });
    const { names, notShown } = await merged.sections();
    expect(notShown.role).toBe("Ask Ada.");
    expect(notShown.busy).toBe((await en.sections()).notShown.busy);
    expect(names.balances).toBe("Balance");
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("messages.sections.names.balances"));
    expect(merged.card).toBe(en.card);
  });

  it("is the language itself without overrides", () => {
    expect(mergeMessages(en)).toBe(en);
    expect(mergeMessages(en, null)).toBe(en);
  });

  it.each([
    ["a number for a text", { status: { connected: 7 } }, "messages.status.connected"],
    ["null for a group", { status: null }, "messages.status"],
    ["a text for a group", { connection: { needs: "x" } }, "messages.connection.needs"],
    ["a list for a sentence", { connection: { appeal: [] } }, "messages.connection.appeal"],
    ["a number for a function", { connection: { removed: 5 } }, "messages.connection.removed"],
    ["words that there are none of", { status: { fine: "Fine" } }, "messages.status.fine"],
    ["another area", { colours: {} }, "messages.colours"],
  ])("B16 falls back where it is given %s, and warns once", (_, overrides, path) => {
    const warn = silent();
    const wrong = overrides as unknown as MessageOverrides;
    const merged = mergeMessages(en, wrong);
    mergeMessages(en, wrong);
    expect(JSON.stringify(merged)).toBe(JSON.stringify(en));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining(path));
  });

  it("B16 falls back where a function gives no text or throws, and warns once", () => {
    const warn = silent();
    const overrides = {
      connection: {
        platformPaused: () => 5,
        contactPlatform: () => {
          throw new Error("no such key");
        },
      },
    } as unknown as MessageOverrides;
    const { connection } = mergeMessages(en, overrides);
    for (let times = 0; times < 3; times++) {
      expect(connection.platformPaused({ platformName: "Acme" })).toBe("Acme has paused this account.");
      expect(connection.contactPlatform({ platformName: "Acme" })).toBe("Contact Acme to find out more.");
    }
    expect(warn).toHaveBeenCalledTimes(2);
  });

  it("is not to be had by names that every object has", () => {
    silent();
    const overrides = JSON.parse(
      '{"__proto__": {"polluted": "yes"}, "status": {"constructor": "x"}}',
    ) as MessageOverrides;
    const merged = mergeMessages(en, overrides);
    expect("polluted" in merged).toBe(false);
    expect(merged.status.constructor).toBe(Object);
  });

  it("leaves the language's code and its explainer alone", () => {
    const overrides = { code: "xx", requirements: "none" } as unknown as MessageOverrides;
    expect(mergeMessages(en, overrides)).toMatchObject({ code: "en", requirements: en.requirements });
  });
});

describe("messagesFor", () => {
  const pt = { ...en, code: "pt-BR" } satisfies Messages;

  it.each([
    [undefined, en],
    ["en", en],
    ["en-GB", en],
    ["pt-BR", pt],
    ["pt_br", pt],
    ["pt", pt],
    ["pt-PT", pt],
  ])("finds the words for %s", (locale, expected) => {
    expect(messagesFor({ locale, locales: [pt] })).toBe(expected);
  });

  it("B16 shows English for a locale that it has no words for, and warns once", () => {
    const warn = silent();
    expect(messagesFor({ locale: "xx" })).toBe(en);
    expect(messagesFor({ locale: "xx" })).toBe(en);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it("lays the host's words over the language's", () => {
    const overrides = { status: { error: "Atenção" } };
    expect(messagesFor({ locale: "pt-BR", locales: [pt], overrides })).toMatchObject({
      code: "pt-BR",
      status: { error: "Atenção", connected: "Connected" },
    });
  });
});

describe("the error sentences", () => {
  it.each(ERROR_CODES)("%s says what happened and what to do", (code) => {
    expect(en.errors[code]).toMatch(/^[A-Z].*\..+\.$|^[A-Z].*\.$/);
    expect(en.errors[code]).not.toMatch(/_|undefined|HTTP|JSON/);
  });
  it("are all different", () => {
    expect(new Set(Object.values(en.errors)).size).toBe(ERROR_CODES.length);
  });
});
