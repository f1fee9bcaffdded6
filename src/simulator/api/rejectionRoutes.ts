import { expand } from "./expand.js";
import { textAt } from "./form.js";
import { renderAccount } from "../account/renderAccount.js";
import type { Rendered } from "../account/renderRequirements.js";
import type { Call, Platform, Route } from "./route.js";
import { invalidRequest } from "./stripeFailure.js";

/** What the platform may say, and what the account's `disabled_reason` says then. */
const REASONS: Readonly<Record<string, string>> = {
  credit: "rejected.platform_other",
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
    params: ["expand", "payouts_action", "reason"],
    answer(call, platform) {
      const reason = textAt(call.form, "reason") ?? "";
      const hold = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined;
      if (hold !== undefined) return decide(call, platform, hold);
      const code = reason === "" ? "parameter_missing" : "parameter_unknown";
      throw invalidRequest(`Invalid reason: ${reason}`, { code, param: "reason" });
    },
  },
  {
    operation: "accounts.unreject",
    method: "POST",
    path: /^\/v1\/accounts\/([^/]+)\/unreject$/,
    params: ["expand"],
    answer: (call, platform) => decide(call, platform, null),
  },
];
