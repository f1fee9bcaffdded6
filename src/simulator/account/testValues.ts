/** What Stripe's documented test values lead to. @see https://docs.stripe.com/connect/testing-verification */
export type Outcome =
  | { kind: "match" }
  /** Known in the very answer, with no time in `pending_verification`. */
  | { kind: "match_at_once" }
  /** Being checked until somebody at Stripe decides. */
  | { kind: "pending" }
  /** A possible hit on a list of prohibited persons. */
  | { kind: "sanctions" }
  /** `instead`: what Stripe then asks for, where that is another key than the one that was checked. */
  | { kind: "error"; code: string; reason: string; instead?: string };

const MATCH: Outcome = { kind: "match" };
const error = (code: string, reason: string, instead?: string): Outcome => ({
  kind: "error",
  code,
  reason,
  ...(instead === undefined ? {} : { instead }),
});
const OWNERS = "company.owners_provided";
const DIRECTORS = "company.directors_provided";

const TAX_MISMATCH = error(
  "verification_failed_tax_id_match",
  "The tax ID you provided could not be verified with the IRS. Please correct the company name or tax ID, or upload a document that contains those fields.",
);
const NOT_IN_REGISTRY = (who: string) =>
  error("verification_failed_keyed_match", `The ${who} could not be found in the business registry.`);

const TAX_IDS: Record<string, Outcome> = {
  "000000004": error("verification_failed_tax_id_match", "The business with this tax ID is no longer active."),
  "111111111": TAX_MISMATCH,
  "111111112": error("verification_failed_tax_id_not_issued", "The tax ID you provided was not issued by the IRS."),
  "222222222": { kind: "match_at_once" },
  "222221000": NOT_IN_REGISTRY("company"),
  "222221001": error(
    "verification_failed_keyed_match",
    "The owners on the account are not those of the registry.",
    OWNERS,
  ),
  "222221002": error(
    "verification_directors_mismatch",
    "The directors on the account are not those of the registry.",
    DIRECTORS,
  ),
  "222221003": error(
    "verification_missing_owners",
    "Owners that the registry names are missing on the account.",
    OWNERS,
  ),
  "222221004": error(
    "verification_missing_directors",
    "Directors that the registry names are missing on the account.",
    DIRECTORS,
  ),
  "222221005": { kind: "pending" },
};

const ID_NUMBERS: Record<string, Outcome> = {
  "111111111": error("verification_failed_id_number_match", "The ID number does not belong to this name."),
  "111111113": error("verification_failed_id_number_match", "The ID number is no longer in use."),
  "222222222": { kind: "match_at_once" },
};

/** The last four digits of the ID numbers above. */
const SSN_LAST_4: Record<string, Outcome> = {
  "1111": error("verification_failed_id_number_match", "The ID number does not belong to this name."),
  "2222": { kind: "match_at_once" },
};

const ADDRESSES: Record<string, Outcome> = Object.fromEntries(
  ["address_no_match", "address_line1_no_match", "address_zip_no_match", "address_line1_zip_no_match"].map((line1) => [
    line1,
    error("verification_failed_address_match", "The address could not be verified."),
  ]),
);

/** What becomes of a value once Stripe looks at it. `values` are all that the account gave. */
export function outcomeOf(key: string, values: Record<string, string>): Outcome {
  const value = values[key] ?? "";
  const name = key.slice(key.lastIndexOf(".") + 1);
  switch (name) {
    case "tax_id":
      return TAX_IDS[value] ?? MATCH;
    case "id_number":
      return ID_NUMBERS[value] ?? MATCH;
    case "ssn_last_4":
      return SSN_LAST_4[value] ?? MATCH;
    case "line1":
      return ADDRESSES[value] ?? MATCH;
    case "year": {
      const at = key.slice(0, -"year".length);
      const born = [value, values[`${at}month`], values[`${at}day`]].map(Number).join("-");
      return born === "1900-1-1" ? { kind: "sanctions" } : MATCH;
    }
    default:
      return MATCH;
  }
}
