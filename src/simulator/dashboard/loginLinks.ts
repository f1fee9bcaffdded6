import type { Records } from "../records.js";
import type { TimeKeeper } from "../clock.js";

/** How long a login link can be opened. Stripe says "a brief period". ms */
const LIFETIME = 5 * 60_000;

interface LoginLink {
  token: string;
  account: string;
  /** Milliseconds. */
  expiresAt: number;
}

/** Login links to the Express Dashboard: each opens once. */
export interface LoginLinks {
  /** Returns the token that the link ends with. */
  create(account: string): string;
  /** The account that the link was for; it is used up by it. Null: unknown, used or expired. */
  open(token: string): string | null;
}

export function createLoginLinks(about: {
  records: Records;
  time: TimeKeeper;
  random: (length: number) => string;
}): LoginLinks {
  const { time, random } = about;
  const links = about.records.table<LoginLink>("loginLinks");

  return {
    create(account) {
      // The journal would grow with each.
      for (const { token, expiresAt } of links.values()) if (expiresAt <= time.now()) links.remove(token);
      const token = random(12);
      links.put(token, { token, account, expiresAt: time.now() + LIFETIME });
      return token;
    },
    open(token) {
      const link = links.get(token);
      if (!link) return null;
      links.remove(token);
      return link.expiresAt > time.now() ? link.account : null;
    },
  };
}
