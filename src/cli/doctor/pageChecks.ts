import type { Mode } from "../../core/connection.js";
import { within } from "../limit.js";
import { check, type Io, NotRun, type Result, Wrong } from "../report.js";
import { allows, parsePolicy, type Policy } from "./contentSecurityPolicy.js";
import { metaPolicies, readHead } from "./metaPolicies.js";

const SCRIPTS = ["https://connect-js.stripe.com", "https://js.stripe.com"];
/** Of the empty style element that Stripe's script makes. */
const STYLE_HASH = "'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='";
/** For the page, with all that it redirects to. ms */
const PATIENCE = 15_000;
/** What Stripe's form loads, by the directive that has to allow it. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  "script-src": SCRIPTS,
  "frame-src": SCRIPTS,
  "img-src": ["https://*.stripe.com"],
};

/** The headers of the page that shows the card, and the policies in its head. */
export async function checkPage(address: string, modes: readonly Mode[], io: Io): Promise<Result[]> {
  let response: Response | null = null;
  let inPage: string[] = [];
  const page = async (): Promise<Response> => {
    if (!response) throw new NotRun("the page did not answer");
    return response;
  };
  const results: Result[] = [];
  const run = async (name: string, work: () => Promise<string | void>) => {
    results.push(await check(io, `page: ${name}`, work));
  };

  await run("it answers", async () => {
    const controller = new AbortController();
    const load = async () => {
      const loaded = await io.fetch(address, { redirect: "follow", signal: controller.signal });
      inPage = metaPolicies(await readHead(loaded));
      return loaded;
    };
    const answer = await within(PATIENCE, load()).finally(() => controller.abort());
    if (!answer.ok) throw new Wrong(`it answers ${answer.status}`, "Give the address of a page that needs no sign-in.");
    response = answer;
    return answer.redirected ? `it redirects to ${answer.url}, whose headers are looked at` : undefined;
  });
  await run("it is https in live mode", async () => {
    await page();
    if (!modes.includes("live")) throw new NotRun("live mode is not set up");
    if (!address.startsWith("https:"))
      throw new Wrong("Stripe's form refuses live mode without https", "Serve it by https.");
  });
  await run("Stripe's pop-up can talk to it (Cross-Origin-Opener-Policy)", async () => {
    const policy = ((await page()).headers.get("cross-origin-opener-policy") ?? "").split(";")[0]?.trim();
    if (policy === "same-origin" || policy === "noopener-allow-popups") {
      throw new Wrong(
        `it sends \`Cross-Origin-Opener-Policy: ${policy}\`, which cuts the pop-up off`,
        "Send unsafe-none, or same-origin-allow-popups, on this page.",
      );
    }
  });
  await run("Stripe's form may load (Content-Security-Policy)", async () => {
    const sent = (await page()).headers.get("content-security-policy");
    const policies = [...(sent === null ? [] : [sent]), ...inPage].flatMap(parsePolicy);
    if (policies.length === 0) return "there is no policy, neither in the headers nor in the page's head";
    const missing = policies.flatMap(missingIn);
    if (missing.length > 0) {
      throw new Wrong(
        `the policy forbids ${missing.map(({ directive, source }) => `${source} in ${directive}`).join(", ")}`,
        `Add ${missing.map(({ directive, source }) => `\`${directive} ${source}\``).join(", ")}.`,
      );
    }
    return undefined;
  });
  return results;
}

/** Where several policies are sent, each of them has to allow it. */
function missingIn(policy: Policy): { directive: string; source: string }[] {
  const missing = Object.entries(NEEDED).flatMap(([directive, sources]) =>
    sources.filter((source) => !allows(policy, directive, source)).map((source) => ({ directive, source })),
  );
  return allows(policy, "style-src", STYLE_HASH)
    ? missing
    : [...missing, { directive: "style-src", source: STYLE_HASH }];
}
