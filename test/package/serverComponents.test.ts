import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "../../src/core/connection.js";
import { connected } from "../support/connections.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const scripts = "./test/support/serverComponents";

/** What a Node process of its own prints. It reads the built package by its public names. */
async function inNode(args: string[], input = "", env: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  const [printed, complaints, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  if (code !== 0) throw new Error(complaints);
  return printed;
}

const of = (tenant: string, own: Partial<Connection>): Connection =>
  connected({
    scope: tenant,
    account: { ...connected().account!, id: `acct_${tenant}`, displayName: `${tenant} Inc.` },
    ...own,
  });
const connections: Record<string, Connection> = {
  alpha: of("alpha", {}),
  beta: of("beta", { payouts: "paused", status: "error", reason: "payouts_disabled" }),
  gamma: of("gamma", {
    status: "not_connected",
    reason: "none",
    action: "connect",
    account: null,
    can: { ...connected().can, connect: true },
  }),
};

const strangersIn = (page: string, tenant: string) =>
  Object.keys(connections).filter((other) => other !== tenant && page.includes(other));

interface Rendered {
  kinds: Record<"library" | "headless", Record<string, string>>;
  pages: Record<string, string>;
}
let rendered: Rendered;
beforeAll(async () => {
  const flags = ["--conditions", "react-server", "--import", `${scripts}/register.mjs`];
  const printed = await inNode([...flags, `${scripts}/render.mjs`], "", { CONNECTIONS: JSON.stringify(connections) });
  rendered = JSON.parse(printed) as Rendered;
});

describe("server components", () => {
  test("H2 meet components and hooks as client references, and functions as functions", () => {
    const named = (kind: string) =>
      Object.entries(rendered.kinds.library)
        .filter(([, is]) => is === kind)
        .map(([name]) => name);
    const REFERENCE = /^(Stripe|StatusBadge$|ConnectionComponents$|DisconnectDialog$|TroubleshootPanel$|use[A-Z])/;
    expect(named("reference").filter((name) => !REFERENCE.test(name))).toEqual([]);
    expect(named("function").filter((name) => REFERENCE.test(name))).toEqual([]);
    expect(named("function")).toEqual(
      expect.arrayContaining(["ConnectionError", "describeConnection", "explainRequirement", "httpAdapter"]),
    );
    expect(rendered.kinds.headless).toMatchObject({
      StripeConnectionProvider: "reference",
      useStripeConnection: "reference",
      createConnectionClient: "function",
    });
  });

  test("A7 H2 stream pages of several tenants at once, each with its own connection and nobody else's", () => {
    for (const [tenant, page] of Object.entries(rendered.pages)) {
      expect(page).toContain(`"scope":"${tenant}"`);
      expect(page).toMatch(/I\[.*StripeConnectionCard|StripeConnectionCard\.js/);
      expect(strangersIn(page, tenant)).toEqual([]);
    }
  });

  test("A7 H2 the HTML of those pages, rendered between each other, never mixes", async () => {
    const html = JSON.parse(await inNode([`${scripts}/html.mjs`], JSON.stringify(rendered.pages))) as Record<
      string,
      string
    >;
    expect(html["alpha"]).toMatch(/data-rsc="connection-card"[^>]*data-status="connected"/);
    expect(html["beta"]).toMatch(/data-status="error"/);
    expect(html["gamma"]).toMatch(/data-status="not_connected"/);
    expect(html["gamma"]).toContain("Connect Stripe account");
    for (const [tenant, page] of Object.entries(html)) {
      expect(strangersIn(page, tenant)).toEqual([]);
    }
  });
});

describe("a process with the react-server condition and no bundler", () => {
  const locales = readdirSync(`${root}/src/messages/locales`).map((file) => `locales/${file.replace(/\.ts$/, "")}`);

  const entries = ["server", "node", "postgres", "simulator", "simulator/node", "testing", ...locales];
  const importing = (names: string[]) => {
    const code = names.map((name) => `await import("react-stripe-connection${name}");`).join("\n");
    const flags = ["--conditions", "react-server", "--import", `${scripts}/withoutReact.mjs`, "--input-type=module"];
    return inNode([...flags, "-e", `${code}\nconsole.log("imported")`]);
  };

  test("H2 imports the server's entries, the simulator, the contracts and each language, and no React with them", async () => {
    expect(await importing(entries.map((entry) => `/${entry}`))).toContain("imported");
  });

  test("H2 is told where it asks for React all the same", async () => {
    await expect(importing([""])).rejects.toThrow(/asks for react/);
  });
});
