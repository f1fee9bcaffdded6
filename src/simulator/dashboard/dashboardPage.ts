import type { AccountRecord } from "../account/accountRecord.js";
import type { Accounts } from "../account/accounts.js";
import { flows } from "../account/standing.js";
import type { LoginLinks } from "./loginLinks.js";

/** Where a login link of a simulator that listens leads. */
export const DASHBOARD_PATH = /^\/_express\/[^/]+\/([^/]+)$/;

interface Wiring {
  accounts: Accounts;
  loginLinks: LoginLinks;
  /** Journals that the link was used. */
  commit: () => Promise<void>;
}

/** A stand-in of the Express Dashboard, for as much as shows that the link led to the right account. */
export async function answerDashboard(request: Request, { accounts, loginLinks, commit }: Wiring): Promise<Response> {
  if (request.method !== "GET") return new Response("Use GET.", { status: 405, headers: { allow: "GET" } });
  const token = DASHBOARD_PATH.exec(new URL(request.url).pathname)?.[1] ?? "";
  const id = loginLinks.open(token);
  const account = id === null ? undefined : accounts.lookUp(id);
  await commit();
  return account && account.gone === null
    ? page(200, "Express Dashboard", rowsOf(account))
    : page(410, "This link has expired", [["What to do", "Go back and open the dashboard again."]]);
}

type Rows = [name: string, value: string][];

function rowsOf(account: AccountRecord): Rows {
  const { id, values, balances } = account;
  const available = Object.entries(balances.available).map(([currency, amount]) => `${amount} ${currency}`);
  const state = (flow: "payments" | "payouts") => (flows(account, flow) ? "On" : "Off");
  return [
    ["Account", id],
    ["Business", values["business_profile.name"] ?? values["company.name"] ?? "–"],
    ["Payments", state("payments")],
    ["Payouts", state("payouts")],
    ["Available, in the smallest unit", available.join(", ") || "0"],
  ];
}

function page(status: number, title: string, rows: Rows): Response {
  const list = rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("");
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} (simulated)</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }
dt { opacity: .75; }
dd { margin: 0 0 1rem; font-weight: 600; }
</style>
<main><h1>${title}</h1><p>A stand-in for Stripe's page. No money moves here.</p><dl>${list}</dl></main>
</html>
`;
  return new Response(html, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "stripe-simulator": "1",
    },
  });
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "");
