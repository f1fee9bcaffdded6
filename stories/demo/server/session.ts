import { createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Role } from "../bootData.js";

/** Who a browser is signed in as. Every browser is a customer organisation of its own. */
export interface Session {
  org: string;
  role: Role;
  /** False: as after a night in the drawer, the cookie is there and worth nothing. */
  signedIn: boolean;
}

const COOKIE = "acme_session";
const ONE_YEAR = 365 * 24 * 60 * 60;

export interface Sessions {
  /** Null without a cookie that this server has signed. */
  read(request: Request): Session | null;
  /** The value of `Set-Cookie`. */
  write(session: Session): string;
}

/** Signed cookies: the organisation in them is the server's word, not the browser's. */
export function createSessions(dataDir: string): Sessions {
  const key = loadKey(dataDir);
  const sign = (payload: string) => createHmac("sha256", key).update(payload).digest("base64url");

  return {
    read(request) {
      const cookie = request.headers.get("cookie")?.match(/(?:^|;\s*)acme_session=([^;]*)/)?.[1] ?? "";
      const [payload = "", signature = ""] = cookie.split(".");
      const expected = Buffer.from(sign(payload));
      const given = Buffer.from(signature);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
      // Signed by this server, so it has the shape that `write` gave it.
      return JSON.parse(Buffer.from(payload, "base64url").toString()) as Session;
    },
    write(session) {
      const payload = Buffer.from(JSON.stringify(session)).toString("base64url");
      return `${COOKIE}=${payload}.${sign(payload)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ONE_YEAR}`;
    },
  };
}

export const newSession = (): Session => ({ org: `org_${randomUUID()}`, role: "admin", signedIn: true });

/** Kept, so that a restart signs nobody out. */
function loadKey(dataDir: string): Buffer {
  const file = join(dataDir, "session-key");
  if (existsSync(file)) return readFileSync(file);
  mkdirSync(dataDir, { recursive: true });
  const key = randomBytes(32);
  writeFileSync(file, key, { mode: 0o600 });
  return key;
}
