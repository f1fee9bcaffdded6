import type { AccountRecord } from "../account/accountRecord.js";
import { type Duration, milliseconds, seconds, type TimeKeeper } from "../clock.js";
import { type Form, type FormValue, partsAt } from "./form.js";
import type { Records } from "../records.js";
import type { Rendered } from "../account/renderRequirements.js";
import { COMPONENTS, type Features } from "./sessionComponents.js";
import { invalidRequest } from "./stripeFailure.js";

interface Session {
  secret: string;
  account: string;
  /** The components that it opens. */
  enabled: string[];
  /** Milliseconds. */
  expiresAt: number;
  /** What connect.js got for the secret, once; it opens the account until the same time. */
  token: string | null;
}

/** Account sessions: single-use secrets, and the tokens that connect.js gets for them. */
export interface Sessions {
  create(account: AccountRecord, form: Form): Rendered;
  /** The secret is used up by it. Null: unknown, used or expired. */
  claim(secret: string): { token: string; account: string; enabled: string[] } | null;
  /** Null: unknown, expired or logged out. */
  open(token: string): { account: string; enabled: string[] } | null;
  logout(token: string): void;
}

export function createSessions(about: {
  records: Records;
  time: TimeKeeper;
  random: (length: number) => string;
  lifetime: Duration;
  livemode: boolean;
}): Sessions {
  const { records, time, random } = about;
  const bySecret = records.table<Session>("sessions");
  const secretOf = records.table<string>("tokens");

  const current = (session: Session | undefined) => (session && session.expiresAt > time.now() ? session : null);

  /** Nobody asks for them again, and the journal would grow with each. */
  function forgetExpired(): void {
    for (const session of bySecret.values()) {
      if (session.expiresAt > time.now()) continue;
      bySecret.remove(session.secret);
      if (session.token !== null) secretOf.remove(session.token);
    }
  }

  return {
    create(account, form) {
      forgetExpired();
      const components = renderComponents(account, form);
      const enabled = Object.keys(components).filter((name) => components[name]?.enabled === true);
      if (enabled.length === 0) {
        throw invalidRequest("You must enable at least one component.", { param: "components" });
      }
      const session: Session = {
        secret: `accs_secret__${random(40)}`,
        account: account.id,
        enabled,
        expiresAt: time.now() + milliseconds(about.lifetime),
        token: null,
      };
      bySecret.put(session.secret, session);
      return {
        object: "account_session",
        account: account.id,
        client_secret: session.secret,
        components,
        expires_at: seconds(session.expiresAt),
        livemode: about.livemode,
      };
    },
    claim(secret) {
      const session = current(bySecret.get(secret));
      if (!session || session.token !== null) return null;
      const token = random(40);
      bySecret.put(secret, { ...session, token });
      secretOf.put(token, secret);
      return { token, account: session.account, enabled: session.enabled };
    },
    open(token) {
      const session = current(bySecret.get(secretOf.get(token) ?? ""));
      return session && session.token === token ? { account: session.account, enabled: session.enabled } : null;
    },
    logout: (token) => secretOf.remove(token),
  };
}

/** Every component that there is: those not asked for are off. */
function renderComponents(
  account: AccountRecord,
  form: Form,
): Record<string, { enabled: boolean; features: Features }> {
  const wanted = partsAt(form, "components");
  if (Object.keys(wanted).length === 0) {
    throw invalidRequest("Missing required param: components.", { code: "parameter_missing", param: "components" });
  }
  for (const name of Object.keys(wanted)) {
    if (COMPONENTS[name] === undefined) {
      throw invalidRequest(`Received unknown parameter: components[${name}]`, {
        code: "parameter_unknown",
        param: `components[${name}]`,
      });
    }
  }
  return Object.fromEntries(
    Object.entries(COMPONENTS).map(([name, features]) => {
      const wish = wanted[name] ?? {};
      const flags = isParts(wish) ? wish : {};
      const chosen = isParts(flags["features"]) ? flags["features"] : {};
      return [name, { enabled: flags["enabled"] === "true", features: featuresOf(account, name, features, chosen) }];
    }),
  );
}

function featuresOf(account: AccountRecord, component: string, defaults: Features, chosen: Form): Features {
  const features = { ...defaults };
  for (const name of Object.keys(chosen)) if (name in features) features[name] = chosen[name] === "true";
  if (
    features["disable_stripe_user_authentication"] === true &&
    chosen["disable_stripe_user_authentication"] !== undefined &&
    account.controller.collection !== "application"
  ) {
    throw invalidRequest(
      "`disable_stripe_user_authentication` can only be true for accounts whose requirements the platform collects.",
      { param: `components[${component}][features][disable_stripe_user_authentication]` },
    );
  }
  return features;
}

const isParts = (value: FormValue | undefined): value is Form => typeof value === "object" && !Array.isArray(value);
