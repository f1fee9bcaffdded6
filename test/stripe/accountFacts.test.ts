// @vitest-environment node
import { describe, expect, it } from "vitest";
import { accountFacts } from "../../src/stripe/accountFacts.js";
import { sampleAccount } from "./accountSamples.js";

describe("accountFacts", () => {
  it("reads a v1 account", () => {
    expect(accountFacts(sampleAccount("enabled"))?.account).toEqual({
      id: "acct_1SMpl0000000001",
      displayName: "Furever Software",
      country: "US",
      defaultCurrency: "usd",
      createdAt: "2026-10-26T07:33:20.000Z",
    });
  });

  it("reads a v2 account", () => {
    expect(accountFacts(sampleAccount("account.enabled"))?.account).toEqual({
      id: "acct_1SMpl0000000001",
      displayName: "Furever Software",
      country: "US",
      defaultCurrency: "usd",
      createdAt: "2026-10-26T09:33:20.000Z",
    });
  });

  it("leaves open what a fresh account does not have", () => {
    expect(accountFacts({ id: "acct_1", object: "account", default_currency: null })).toEqual({
      account: { id: "acct_1", displayName: null, country: null, defaultCurrency: null, createdAt: null },
      hosted: false,
      platformCollects: false,
      dashboard: null,
      detailsSubmitted: false,
    });
  });

  it.each([null, undefined, "acct_1", [], {}, { id: 7 }, { id: "acct_1", object: "account", deleted: true }])(
    "%j is no account",
    (value) => {
      expect(accountFacts(value)).toBeNull();
    },
  );

  it.each([
    [{ controller: { stripe_dashboard: { type: "none" }, losses: { payments: "stripe" } } }, false],
    [{ controller: { stripe_dashboard: { type: "none" }, losses: { payments: "application" } } }, true],
    [{ controller: { stripe_dashboard: { type: "express" }, losses: { payments: "stripe" } } }, true],
    [{ controller: { stripe_dashboard: { type: "full" } } }, true],
    [{ type: "express" }, true],
    [{ type: "none" }, false],
    [{ object: "v2.core.account", dashboard: "none", defaults: { responsibilities: { losses_collector: "stripe" } } }, false],
    [{ object: "v2.core.account", dashboard: "express" }, true],
  ])("hosted links for %j: %s", (account, hosted) => {
    expect(accountFacts({ id: "acct_1", ...account })?.hosted).toBe(hosted);
  });

  const v2 = (collector: string) => ({
    object: "v2.core.account",
    defaults: { responsibilities: { requirements_collector: collector } },
  });
  it.each([
    [{ controller: { requirement_collection: "application" } }, true],
    [{ controller: { requirement_collection: "stripe" }, type: "custom" }, false],
    [{ type: "custom" }, true],
    [{ type: "express" }, false],
    [v2("application"), true],
    [v2("stripe"), false],
  ])("who collects the requirements of %j: the platform %s", (account, platformCollects) => {
    expect(accountFacts({ id: "acct_1", ...account })?.platformCollects).toBe(platformCollects);
  });

  it.each([
    [{ controller: { stripe_dashboard: { type: "none" } } }, "none"],
    [{ controller: { stripe_dashboard: { type: "express" } } }, "express"],
    [{ controller: { stripe_dashboard: { type: "full" } } }, "full"],
    [{ controller: { stripe_dashboard: { type: "none" } }, type: "express" }, "none"],
    [{ type: "custom" }, "none"],
    [{ type: "express" }, "express"],
    [{ type: "standard" }, "full"],
    [{ type: "none" }, "none"],
    [{ controller: { stripe_dashboard: { type: "holographic" } } }, null],
    [{ type: "toString" }, null],
    [{}, null],
    [{ object: "v2.core.account", dashboard: "none" }, "none"],
    [{ object: "v2.core.account", dashboard: "express" }, "express"],
    [{ object: "v2.core.account", dashboard: "full" }, "full"],
    [{ object: "v2.core.account" }, null],
  ])("the dashboard of %j: %s", (account, dashboard) => {
    expect(accountFacts({ id: "acct_1", ...account })?.dashboard).toBe(dashboard);
  });
});
