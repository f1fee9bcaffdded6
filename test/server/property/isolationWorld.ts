import fc from "fast-check";
import type { ConnectionHandler, Viewer } from "react-stripe-connection/server";
import { tenantKey } from "../../../src/server/store/connectionStore.js";
import { BASE } from "../support/backEnd.js";
import { ORIGIN, type Place, type Role, ROLES } from "./isolationPlace.js";

export const TENANTS = 3;
const ACTIONS = [
  "get",
  "get",
  "head",
  "connect",
  "connect",
  "refresh",
  "session",
  "link",
  "preview",
  "disconnect",
  "disconnect",
] as const;

export interface Command {
  tenant: number;
  role: Role;
  action: (typeof ACTIONS)[number] | "finish" | "trouble" | "gone";
  /** Whose ids it names where a request can hold anything: in the query, in headers, in fields. */
  names: number;
  hostile: "nothing" | "query" | "headers" | "field";
  /** At once with the next two. */
  together: boolean;
}

export const commands: fc.Arbitrary<Command[]> = fc.array(
  fc.record({
    tenant: fc.nat(TENANTS - 1),
    role: fc.oneof(
      { weight: 3, arbitrary: fc.constant<Role>("all") },
      { weight: 4, arbitrary: fc.constantFrom(...(Object.keys(ROLES) as Role[])) },
    ),
    action: fc.oneof(
      { weight: 11, arbitrary: fc.constantFrom(...ACTIONS) },
      {
        weight: 3,
        arbitrary: fc.constantFrom("finish" as const, "finish" as const, "trouble" as const, "gone" as const),
      },
    ),
    names: fc.nat(TENANTS - 1),
    hostile: fc.constantFrom("nothing", "nothing", "query", "headers", "field"),
    together: fc.boolean(),
  }),
  { minLength: 4, maxLength: 14 },
);

/** What a page of this tenant hears, from now on. */
async function listen(handler: ConnectionHandler, tenant: string, role: Role) {
  const controller = new AbortController();
  const response = await handler.fetch(
    new Request(`${ORIGIN}${BASE}/connection/events`, {
      headers: { authorization: `${tenant}|${role}` },
      signal: controller.signal,
    }),
  );
  const heard: string[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const done = (async () => {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) heard.push(chunk.value);
  })();
  return {
    status: response.status,
    async end() {
      // What is on its way arrives first.
      await new Promise((resolve) => setImmediate(resolve));
      await reader?.cancel();
      await done;
      return heard.join("");
    },
  };
}

/** Runs the commands. `broken` says what was shown to, or done by, somebody who has no right to it. */
export async function runSequence({ simulator, store, handler, calls }: Place, round: number, sequence: Command[]) {
  const tenants = Array.from({ length: TENANTS }, (_, index) => `org-${round}-${index}-x`);
  const keys = await Promise.all(tenants.map(tenantKey));
  /** What belongs to each tenant and nobody else may see: ids, names, secrets. */
  const own = tenants.map((tenant, index) => new Set([tenant, keys[index] ?? tenant]));
  const shown: { tenant: number; text: string }[] = [];
  const rowOf = (index: number) => store.read("test", { tenant: tenants[index] ?? "" });
  const stateOf = async (index: number) => JSON.stringify(await rowOf(index));
  const broken: string[] = [];
  const must = (holds: boolean, otherwise: string) => {
    if (!holds) broken.push(otherwise);
  };
  const generations: number[] = tenants.map(() => 0);
  const streams = await Promise.all(
    tenants.flatMap((tenant, index) =>
      (["all", "viewer"] as const).map(async (role) => ({ index, stream: await listen(handler, tenant, role) })),
    ),
  );
  const refused = await listen(handler, tenants[0] ?? "", "nobody");
  must(refused.status === 403, "who may not view may listen");
  await refused.end();

  /** `before`: the tenant's state, where nobody else does anything meanwhile. */
  const runCommand = async (
    { tenant: index, role, action, names, hostile }: Command,
    before: string | null,
  ): Promise<void> => {
    const tenant = tenants[index] ?? "";
    const named = await rowOf(names);
    const callsBefore = calls.length;

    if (action === "finish" || action === "trouble" || action === "gone") {
      const accountId = (await rowOf(index))?.accountId;
      const change = { finish: "completeOnboarding", trouble: "pausePayouts", gone: "removeAccount" } as const;
      if (accountId) await simulator[change[action]](accountId).catch(() => undefined);
    } else {
      const paths = {
        get: "",
        head: "",
        connect: "",
        refresh: "/refresh",
        session: "/account-session",
        link: "/onboarding-link",
        preview: "/disconnect-preview",
        disconnect: "/disconnect",
      };
      // A generation that is another's as well as one's own.
      const bodies: Partial<Record<typeof action, object>> = {
        session: { purpose: "onboarding" },
        disconnect: { generation: generations[names] },
      };
      const evil = { account: named?.accountId ?? "acct_none", tenant: tenants[names] ?? "" };
      const query =
        hostile === "query" ? `?${new URLSearchParams({ ...evil, accountId: evil.account }).toString()}` : "";
      const reading = action === "get" || action === "head";
      const response = await handler.fetch(
        new Request(`${ORIGIN}${BASE}/connection${paths[action]}${query}`, {
          method: reading ? action.toUpperCase() : "POST",
          headers: {
            authorization: `${tenant}|${role}`,
            origin: ORIGIN,
            "content-type": "application/json",
            ...(hostile === "headers"
              ? { "x-tenant": evil.tenant, "stripe-account": evil.account, cookie: `tenant=${evil.tenant}` }
              : {}),
          },
          ...(reading ? {} : { body: JSON.stringify({ ...bodies[action], ...(hostile === "field" ? evil : {}) }) }),
        }),
      );
      const text = await response.text();
      shown.push({ tenant: index, text: `${text}${JSON.stringify([...response.headers])}` });
      const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
      if (typeof body["clientSecret"] === "string") own[index]?.add(body["clientSecret"]);
      if (typeof body["url"] === "string") own[index]?.add(body["url"]);
      must(response.status < 500, `${action} was answered ${response.status} ${text}`);

      const needs: Partial<Record<typeof action, keyof Viewer["can"]>> = {
        connect: "connect",
        session: "update",
        link: "update",
        preview: "disconnect",
        disconnect: "disconnect",
      };
      const right = needs[action];
      const mayAsk = role !== "nobody" && (right === undefined || ROLES[role][right]);
      const isClean = hostile !== "field" || reading;
      const asked = `${role} asks for ${action} (${hostile})`;
      must(role !== "nobody" || response.status === 403, `${asked}: ${response.status}`);
      must(role === "nobody" || isClean || response.status === 400, `${asked}: ${response.status}`);
      if (!mayAsk || !isClean) {
        must(response.status >= 400, `${asked}: ${response.status}`);
        must(before === null || calls.length === callsBefore, `${asked}: Stripe is asked`);
        must(before === null || (await stateOf(index)) === before, `${asked}: it changes the connection`);
      }
    }
  };

  for (let at = 0; at < sequence.length; ) {
    const batch = sequence.slice(at, at + (sequence[at]?.together ? 3 : 1));
    at += batch.length;
    const before = await Promise.all(tenants.map((_, index) => stateOf(index)));
    await Promise.all(
      batch.map((command) => runCommand(command, batch.length === 1 ? (before[command.tenant] ?? null) : null)),
    );
    await simulator.idle();
    for (const index of tenants.keys()) {
      if (batch.some(({ tenant }) => tenant === index)) continue;
      must(
        (await stateOf(index)) === before[index],
        `${batch.map(({ action }) => action).join(", ")} changes ${index}`,
      );
    }
    for (const [each, secrets] of own.entries()) {
      const row = await rowOf(each);
      generations[each] = row?.generation ?? 0;
      if (row?.accountId) secrets.add(row.accountId);
      if (row?.claim) secrets.add(row.claim.id);
      if (row?.snapshot?.account.displayName) secrets.add(row.snapshot.account.displayName);
    }
  }
  await simulator.idle();
  for (const { index, stream } of streams) shown.push({ tenant: index, text: await stream.end() });

  for (const { tenant, text } of shown) {
    for (const [other, secrets] of own.entries()) {
      if (other === tenant) continue;
      const leaked = [...secrets].filter((secret) => text.includes(secret));
      must(leaked.length === 0, `${tenant} is shown ${leaked.join(", ")} of ${other}`);
    }
  }
  const heard = shown.slice(-streams.length).filter(({ text }) => text.includes("acct_")).length;
  for (const tenant of tenants) await handler.purgeTenant(tenant);
  return { broken, heard, secrets: own.reduce((sum, { size }) => sum + size, 0) };
}
