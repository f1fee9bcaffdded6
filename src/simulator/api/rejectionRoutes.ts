import { expand } from "./expand.js";
import { textAt } from "./form.js";
import { renderAccount } from "../account/renderAccount.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Call, Platform, Route } from "./route.js";
import { invalidRequest } from "./stripeFailure.js";
import { dayOf } from "./versions.js";

/** Versions before this day take `fraud`, which has become several reasons. */
const REASONS_SINCE = "2026-09-30";
const OLDER_REASON = "fraud";

/** What the platform may say, and what the account's `disabled_reason` says then. */
const REASONS: Readonly<Record<string, string>> = {
  credit: "rejected.platform_other",
  [OLDER_REASON]: "rejected.platform_fraud",
  fraud_no_intent_to_fulfill: "rejected.platform_fraud",
  fraud_other: "rejected.platform_fraud",
  fraud_payment_method_casher: "rejected.platform_fraud",
  fraud_payment_method_tester: "rejected.platform_fraud",
  other: "rejected.platform_other",
  terms_of_service: "rejected.platform_terms_of_service",
};

/** Only who carries the losses may decide. @see https://docs.stripe.com/api/account/reject */
function decide(call: Call, { accounts }: Platform, hold: string | null): Rendered {
  const id = call.ids[0] ?? "";
  if (accounts.find(id).controller.losses !== "application") {
    throw invalidRequest("You can only reject accounts for which your platform is liable for losses.", {
      param: "account",
    });
  }
  accounts.change(id, (account) => void (account.hold = hold), call.cause);
  return expand(renderAccount(accounts.find(id)), call.form, accounts);
}

export const rejectionRoutes: readonly Route[] = [
  {
    operation: "accounts.reject",
    method: "POST",
    path: /^\/v1\/accounts\/([^/]+)\/reject$/,
    plays: ["expand", "reason"],
    accepts: ({ form, version }) => {
      const isOlder = version !== null && dayOf(version) < REASONS_SINCE;
      return isOlder && form["reason"] === OLDER_REASON ? { ...form, reason: "fraud_other" } : form;
    },
    answer(call, platform) {
      const reason = textAt(call.form, "reason") ?? "";
      const hold = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
      if (hold !== undefined) return decide(call, platform, hold);
      throw invalidRequest("Missing required param: reason.", { code: "parameter_missing", param: "reason" });
    },
  },
  {
    operation: "accounts.unreject",
    method: "POST",
    path: /^\/v1\/accounts\/([^/]+)\/unreject$/,
    plays: ["expand"],
    answer: (call, platform) => decide(call, platform, null),
  },
];
