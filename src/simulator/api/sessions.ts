import type { AccountRecord } from "../account/accountRecord.js";
import { type Duration, milliseconds, seconds, type TimeKeeper } from "../clock.js";
import type { Form } from "./form.js";
import type { Records } from "../records.js";
import type { Rendered } from "../account/renderRequirements.js";
import { type Granted, renderComponents } from "./sessionComponents.js";
import { invalidRequest } from "./stripeFailure.js";

interface Session {
  secret: string;
  account: string;
  /** The components that it opens, with their features. */
  granted: Granted;
  /** Milliseconds. */
  expiresAt: number;
  /** What connect.js got for the secret, once; it opens the account until the same time. */
  token: string | null;
}

/** Account sessions: single-use secrets, and the tokens that connect.js gets for them. */
export interface Sessions {
  create(account: AccountRecord, form: Form): Rendered;
  /** The secret is used up by it. Null: unknown, used or expired. */
  claim(secret: string): { token: string; account: string; granted: Granted } | null;
  /** Null: unknown, expired or logged out. */
  open(token: string): { account: string; granted: Granted } | null;
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
      const granted = Object.fromEntries(
        Object.entries(components).flatMap(([name, { enabled, features }]) => (enabled ? [[name, features]] : [])),
      );
      if (Object.keys(granted).length === 0) {
        throw invalidRequest("You must enable at least one component.", { param: "components" });
      }
      const session: Session = {
        secret: `accs_secret__${random(40)}`,
        account: account.id,
        granted,
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
      return { token, account: session.account, granted: session.granted };
    },
    open(token) {
      const session = current(bySecret.get(secretOf.get(token) ?? ""));
      return session && session.token === token ? { account: session.account, granted: session.granted } : null;
    },
    logout: (token) => secretOf.remove(token),
  };
}
