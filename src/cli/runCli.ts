import { parseArgs } from "node:util";
import { VERSION } from "../core/version.js";
import { runConformance } from "./conformance/runConformance.js";
import { runDoctor } from "./doctor/runDoctor.js";
import { HELP } from "./help.js";
import { runInit } from "./init/runInit.js";
import type { Io } from "./report.js";
import { runSimulator } from "./simulator/runSimulator.js";
import { migrationScript } from "./sql.js";

/** The command line. Resolves to the exit code: 0 all is well, 1 something is not, 2 it was called in a wrong way. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || rest.includes("--help") || command === "--help") {
    io.print(HELP);
    return command === undefined ? 2 : 0;
  }
  if (command === "--version") {
    io.print(VERSION);
    return 0;
  }
  try {
    if (command === "conformance") return await conformance(rest, io);
    if (command === "doctor") return await doctor(rest, io);
    if (command === "init") return await init(rest, io);
    if (command === "simulator") return await simulator(rest, io);
    if (command === "sql") return sql(rest, io);
    throw new UsageError(`there is no command "${command}"`);
  } catch (thrown) {
    // What `parseArgs` does not know is a mistake of the caller as well.
    const isUsage = thrown instanceof UsageError || String(Reflect.get(Object(thrown), "code")).startsWith("ERR_PARSE");
    if (!isUsage) throw thrown;
    io.print(`react-stripe-connection: ${(thrown as Error).message}. See react-stripe-connection --help`);
    return 2;
  }
}

class UsageError extends Error {}

async function conformance(args: string[], io: Io): Promise<number> {
  const text = { type: "string" } as const;
  const headers = { type: "string", multiple: true, default: [] as string[] } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      header: headers,
      "other-header": headers,
      "viewer-header": headers,
      origin: text,
      simulator: text,
      only: text,
      "read-only": { type: "boolean" },
    },
  });
  const [url, ...more] = positionals;
  if (!url || more.length > 0) throw new UsageError("give one address, where the back end's paths begin");
  for (const address of [url, values.origin, values.simulator])
    mustBeAddress(address, ': conformance takes --header "authorization: …"');
  const read = (given: readonly string[]) => (given.length > 0 ? readHeaders(given) : undefined);
  const { exitCode } = await runConformance(
    {
      url,
      headers: read(values.header) ?? {},
      otherHeaders: read(values["other-header"]),
      viewerHeaders: read(values["viewer-header"]),
      origin: values.origin,
      simulator: values.simulator,
      only: values.only,
      readOnly: values["read-only"],
    },
    io,
  );
  return exitCode;
}

async function doctor(args: string[], io: Io): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { url: text, page: text, stripe: text } });
  for (const address of [values.url, values.page, values.stripe]) mustBeAddress(address);
  const { exitCode } = await runDoctor(values, io);
  return exitCode;
}

async function init(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: { yes: { type: "boolean", short: "y", default: false } } });
  return runInit(values, io);
}

async function simulator(args: string[], io: Io): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: {
      port: { ...text, default: "4244" },
      journal: { ...text, default: ".data/stripe.jsonl" },
      forward: text,
      "allowed-host": { ...text, multiple: true, default: [] as string[] },
    },
  });
  const { forward, journal, "allowed-host": allowedHosts } = values;
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new UsageError(`"${values.port}" can't be a port: write a number up to 65535`);
  }
  if (journal === "") throw new UsageError("--journal needs the name of a file");
  mustBeAddress(forward);
  return runSimulator({ port: Number(values.port), forward, journal, allowedHosts }, io);
}

function sql(args: string[], io: Io): number {
  const { values } = parseArgs({ args, options: { schema: { type: "string" } } });
  if (values.schema !== undefined && !/^\w+$/.test(values.schema)) {
    throw new UsageError("--schema takes a name of letters, digits and underscores");
  }
  io.print(migrationScript(values.schema ?? null));
  return 0;
}

function readHeaders(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((header) => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(header) ?? [];
      // The value may be a secret, and so it is not repeated.
      if (name === undefined || value === undefined) throw new UsageError('a header is given as "name: value"');
      return [name.toLowerCase(), value];
    }),
  );
}

/** Longer ones are mistakes, and patterns take long with them. */
const MAX_ADDRESS = 2000;

/** `hint`: where the command takes user and password. */
function mustBeAddress(address: string | undefined, hint = ""): void {
  if (address === undefined) return;
  // What stands before an @ may be a password, and so it is not repeated.
  const shown = JSON.stringify(address.slice(0, MAX_ADDRESS).replace(/^.*@/s, "…@"));
  if (address.length > MAX_ADDRESS || !/^https?:\/\//.test(address) || !URL.canParse(address)) {
    throw new UsageError(`${shown} can't be an address: write http:// or https:// before it`);
  }
  const { username, password } = new URL(address);
  if (username || password) throw new UsageError(`${shown} must be without user and password${hint}`);
}
