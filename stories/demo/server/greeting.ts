import type { Mode } from "react-stripe-connection";
import { ENVIRONMENTS } from "../bootData.js";
import type { Settings } from "./settings.js";

export interface Running {
  origin: string;
  settings: Settings;
  /** Where the simulator of each simulated mode listens. */
  simulators: ReadonlyMap<Mode, string>;
  /** The cookie of an organisation that nobody else uses. */
  cookie: string;
  /** Where the data are. */
  database: string;
}

/** What the console says once the demo runs: what is where. */
export function greeting({ origin, settings, simulators, cookie, database }: Running): string {
  const { modes, accounts } = settings;
  const lines: [string, string][] = [
    ["Acme Cloud", origin],
    ["Stripe", ENVIRONMENTS.map((mode) => `${mode}: ${describe(modes[mode].on)}`).join("; ")],
    ["Accounts", `are made by Stripe's API ${accounts}`],
    ["Database", database],
    [
      "Back end",
      ENVIRONMENTS.filter((mode) => modes[mode].on !== "nothing")
        .map((mode) => endpoint(origin, mode))
        .join(", "),
    ],
    ...[...simulators].map(([mode, url]): [string, string] => [`Simulator`, `${url} plays Stripe's ${mode} mode`]),
  ];
  for (const mode of ENVIRONMENTS) {
    if (modes[mode].on !== "stripe") continue;
    lines.push(["Webhooks", `stripe listen --forward-connect-to ${endpoint(origin, mode)}/webhooks`]);
  }
  const simulator = simulators.get("test");
  if (simulator) {
    lines.push(["Conformance", "of the back end, to try after npm run build:"]);
    lines.push(["", `npx react-stripe-connection conformance ${endpoint(origin, "test")} --simulator ${simulator}`]);
    lines.push(["", `  --header "cookie: ${cookie}"`]);
  }
  return ["", ...lines.map(([label, text]) => `  ${label.padEnd(11)} ${text}`), ""].join("\n");
}

const endpoint = (origin: string, mode: Mode) => `${origin}/api/stripe/${mode}`;

const describe = (on: "simulator" | "stripe" | "nothing") =>
  ({ simulator: "simulated", stripe: "Stripe itself", nothing: "off, because it has no keys" })[on];
