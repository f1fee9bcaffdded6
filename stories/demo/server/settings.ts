import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Mode } from "react-stripe-connection";
import { assertStripeKeys } from "react-stripe-connection/server";

/** A setting that a person has to mend; shown without a stack. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

export interface StripeKeys {
  secretKey: string;
  publishableKey: string;
  webhookSecret: string;
}

/** What a mode runs on. */
export type ModeSettings = { on: "simulator" } | ({ on: "stripe" } & StripeKeys) | { on: "nothing"; why: string };

export interface Settings {
  port: number;
  /** Lower-case names that the page may be opened by, besides those of this machine. */
  allowedHosts: string[];
  dataDir: string;
  databaseUrl: string | null;
  /** Which of Stripe's two APIs makes new accounts. */
  accounts: "v1" | "v2";
  modes: Record<Mode, ModeSettings>;
}

type Environment = Record<string, string | undefined>;

/** The environment, and `.env` for what the environment leaves open. */
export function loadSettings(root: string): Settings {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return readSettings(process.env, root);
}

/** Throws a {@link SettingsError} that says what to change. */
export function readSettings(environment: Environment, root: string): Settings {
  const port = Number(environment["PORT"] || 4242);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingsError(`PORT is "${environment["PORT"]}". Give a number from 1 to 65535, or 0 for any free port.`);
  }
  const databaseUrl = environment["DATABASE_URL"] || null;
  if (databaseUrl && !URL.canParse(databaseUrl)) {
    throw new SettingsError("DATABASE_URL is no address. Write postgres://user:password@host:5432/database.");
  }
  const accounts = environment["ACCOUNTS"] || "v1";
  if (accounts !== "v1" && accounts !== "v2") {
    throw new SettingsError(`ACCOUNTS is "${accounts}". Give v1 or v2; without it accounts are made by v1.`);
  }
  const allowedHosts = (environment["ALLOWED_HOSTS"] ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const wrongHost = allowedHosts.find((host) => !/^[a-z\d.-]+$/.test(host));
  if (wrongHost !== undefined) {
    throw new SettingsError(
      `ALLOWED_HOSTS has "${wrongHost}", which can't be a name. Give names without scheme and port: demo.example.com`,
    );
  }
  const keys = { test: readKeys(environment, "test"), live: readKeys(environment, "live") };
  // A half-simulated page would be taken for the real thing, so one key means that nothing is simulated.
  const simulated = !keys.test && !keys.live;
  const modeSettings = (mode: Mode): ModeSettings => {
    if (simulated) return { on: "simulator" };
    const found = keys[mode];
    if (found) return { on: "stripe", ...found };
    return { on: "nothing", why: `Set ${name(mode, "SECRET_KEY")} and its two companions to use ${mode} mode.` };
  };
  return {
    port,
    allowedHosts,
    dataDir: resolve(root, environment["DATA_DIR"] || ".data"),
    databaseUrl,
    accounts,
    modes: { test: modeSettings("test"), live: modeSettings("live") },
  };
}

const NAMES = ["SECRET_KEY", "PUBLISHABLE_KEY", "WEBHOOK_SECRET"] as const;
const name = (mode: Mode, key: (typeof NAMES)[number]) => `STRIPE_${mode.toUpperCase()}_${key}`;

function readKeys(environment: Environment, mode: Mode): StripeKeys | null {
  const values = NAMES.map((key) => environment[name(mode, key)]?.trim() || null);
  const [secretKey, publishableKey, webhookSecret] = values;
  if (!secretKey && !publishableKey && !webhookSecret) return null;
  if (!secretKey || !publishableKey || !webhookSecret) {
    const missing = NAMES.filter((_, index) => !values[index]).map((key) => name(mode, key));
    throw new SettingsError(
      `Stripe's ${mode} mode needs three settings, and ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing.\n` +
        "Copy them from https://dashboard.stripe.com/apikeys and https://dashboard.stripe.com/webhooks, " +
        "or remove the others to run on the simulator.",
    );
  }
  if (!webhookSecret.startsWith("whsec_")) {
    throw new SettingsError(
      `${name(mode, "WEBHOOK_SECRET")} is not a webhook signing secret: those begin with "whsec_".`,
    );
  }
  try {
    assertStripeKeys({ secretKey, publishableKey, mode });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`${name(mode, "SECRET_KEY")} and ${name(mode, "PUBLISHABLE_KEY")} don't fit.\n${reason}`);
  }
  return { secretKey, publishableKey, webhookSecret };
}
