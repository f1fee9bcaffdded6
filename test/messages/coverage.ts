import { requirementGroup } from "../../src/core/requirementGroups.js";
import { describeConnection } from "../../src/messages/describe/describeConnection.js";
import type { Messages, RequirementMessages } from "../../src/messages/messages.js";
import { requirementThing } from "../../src/messages/requirementThing.js";
import { whyOff } from "../../src/messages/describe/whyOff.js";
import { deriveConnection } from "../../src/stripe/deriveConnection.js";
import disabledReasons from "../stripe/disabled-reasons.json" with { type: "json" };
import errors from "../stripe/requirement-errors.json" with { type: "json" };
import fields from "../stripe/requirement-fields.json" with { type: "json" };
import { aConnection } from "./aConnection.js";

/** How much of something that Stripe can say has words of its own. */
export interface Coverage {
  what: string;
  known: number;
  /** Those that only a fallback tells. */
  missing: string[];
}

/** What stands in where there are no words of its own. */
const FALLBACKS = ["other", "person_other", "inquiry"];
const LONGEST = 140;

/** Everything that Stripe's data files name, against the words of a language. */
export function coverageOf(messages: Messages, words: RequirementMessages): Coverage[] {
  const readable = (text: string | null) =>
    text !== null && text !== "" && Array.from(text).length <= LONGEST && !text.includes("_");
  const part = (what: string, values: readonly string[], isCovered: (value: string) => boolean): Coverage => ({
    what,
    known: values.length,
    missing: values.filter((value) => !isCovered(value)),
  });
  const hasWords = (key: string) =>
    !FALLBACKS.includes(requirementThing(key)) &&
    readable(words.explain(key, null).title) &&
    readable(words.explain(key, null).text);
  const keys = (list: readonly { key: string; group: string }[]) => {
    const groups = new Map(list.map(({ key, group }) => [sampleOf(key), group]));
    return [[...groups.keys()], (key: string) => hasWords(key) && requirementGroup(key) === groups.get(key)] as const;
  };
  const whyWords = (reason: string) => {
    const why = whyOff(reason);
    if (why === null) return false;
    const told = messages.connection.why[why];
    return readable(typeof told === "string" ? told : told({ platformName: "Acme Cloud" }));
  };
  const sentence = (account: unknown) => {
    const derived = deriveConnection(account);
    const { sentence: told } = describeConnection(aConnection(derived), { platformName: "Acme Cloud", messages });
    return derived.reason !== "unknown" && readable(told) && told !== messages.connection.unknown;
  };
  const inquiries = Object.keys(disabledReasons.riskRequirementDescriptions.values);
  const { v2CapabilityStatus: v2 } = disabledReasons;

  return [
    part(
      "error codes",
      errors.errors.map(({ code }) => code),
      (code) => readable(words.problem(code)),
    ),
    part("error codes of older versions", Object.keys(errors.notInCurrentEnum), (code) =>
      readable(words.problem(code)),
    ),
    part(
      "disabled reasons of accounts",
      disabledReasons.account.map(({ value }) => value),
      (value) => sentence(accountDisabledFor(value)),
    ),
    part(
      "disabled reasons of capabilities",
      disabledReasons.capability.map(({ value }) => value),
      whyWords,
    ),
    part("v2 status codes", v2.statusDetailCodes, (code) => whyWords(code) && sentence(accountV2OffFor(code))),
    part("v1 requirement keys", ...keys(fields.fields)),
    part("v2 requirement keys", ...keys(fields.v2Fields)),
    part("risk inquiries", inquiries, (name) => hasWords(`interv_1a2B.${name}.form`)),
  ];
}

/** `documents.*.files` stands for any. */
function sampleOf(key: string): string {
  return key.replaceAll("*", "1a2B");
}

function accountDisabledFor(reason: string): unknown {
  const requirements = { disabled_reason: reason };
  return {
    id: "acct_1",
    object: "account",
    details_submitted: true,
    charges_enabled: false,
    payouts_enabled: false,
    requirements,
  };
}

function accountV2OffFor(code: string): unknown {
  const off = { status: "restricted", status_details: [{ code }] };
  const capabilities = { card_payments: off, stripe_balance: { payouts: off } };
  return {
    id: "acct_1",
    object: "v2.core.account",
    configuration: { merchant: { capabilities } },
    requirements: { entries: [] },
  };
}
