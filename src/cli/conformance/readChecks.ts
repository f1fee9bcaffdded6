import type { SectionName } from "../../core/permissions.js";
import { PATHS, PROTOCOL, readConnection } from "../../core/protocol.js";
import { isForEditors } from "../../server/stripe/sectionComponents.js";
import { changesOf, type Checks, expect, expectProblem, expectRefusal, needs } from "./expectations.js";

/** What is read. */
export const readChecks: Checks = {
  "GET /connection answers a connection of the protocol": async ({ ask }) => {
    const answer = await ask(PATHS.connection);
    expect(answer.status === 200, `the status is ${answer.status}; is --header somebody's who is signed in?`);
    expect(/^application\/json\b/.test(answer.headers.get("content-type") ?? ""), "the content type is not JSON");
    expect(answer.body?.["protocol"] === PROTOCOL, `\`protocol\` is ${JSON.stringify(answer.body?.["protocol"])}`);
    const { mode, status } = readConnection(answer.body);
    return `${mode} mode, ${status}`;
  },

  "GET makes no account, and changes nothing that anybody asked for": async (subject) => {
    const { ask } = subject;
    const first = readConnection((await ask(PATHS.connection)).body);
    for (const [path] of await changesOf(subject)) await ask(path);
    const last = readConnection((await ask(PATHS.connection)).body);
    expect(first.generation === last.generation, "the generation grew, so there is a new account");
    expect(first.account?.id === last.account?.id, "the account is another one");
  },

  "HEAD /connection answers without a body": async ({ ask }) => {
    const { status, text } = await ask(PATHS.connection, { method: "HEAD" });
    expect(status === 200 && text === "", `the status is ${status}, with ${text.length} characters`);
  },

  "E22 no answer may be stored or sniffed, and each names its request": async ({ ask, post }) => {
    const answers = [
      ["a connection", await ask(PATHS.connection)],
      ["a refused method", await ask(PATHS.refresh, { method: "PUT" })],
      ["a refused change", await post(PATHS.disconnect, {})],
      ["a refused webhook", await ask(PATHS.webhooks, { method: "POST", body: "{}", as: "nobody" })],
    ] as const;
    for (const [of, { headers }] of answers) {
      expect(/\bno-store\b/.test(headers.get("cache-control") ?? ""), `${of} lacks Cache-Control: no-store`);
      expect(headers.get("x-content-type-options") === "nosniff", `${of} lacks X-Content-Type-Options: nosniff`);
      expect((headers.get("x-request-id") ?? "") !== "", `${of} lacks X-Request-Id`);
    }
  },

  "a refusal is problem+json with all that a page needs": async ({ ask, post }) => {
    expectProblem(await post(PATHS.disconnect, {}), "a disconnect without a generation");
    expectProblem(await ask(PATHS.refresh, { method: "PUT" }), "a refused method");
    expectProblem(await ask(PATHS.refresh, { method: "POST" }), "a change without a type");
  },

  "E2 nobody who is not signed in gets anything": async (subject) => {
    needs(subject, "first");
    const { ask, post } = subject;
    for (const path of [PATHS.connection, PATHS.events])
      expectRefusal(await ask(path, { as: "nobody" }), 401, "session_expired", `GET ${path}`);
    for (const [path, body] of await changesOf(subject))
      expectRefusal(await post(path, body, { as: "nobody" }), 401, "session_expired", `POST ${path}`);
  },

  "E3 no query and no header names a tenant or an account": async ({ ask }) => {
    const scopeOf = async (query: string, headers: Record<string, string>) =>
      readConnection((await ask(PATHS.connection + query, { headers })).body).scope;
    const own = await scopeOf("", {});
    const names = ["tenant", "tenantId", "accountId", "account"];
    for (const name of names)
      expect((await scopeOf(`?${name}=another`, {})) === own, `?${name}= leads to another scope`);
    const headers = Object.fromEntries(["x-tenant", "x-tenant-id", "stripe-account"].map((name) => [name, "another"]));
    expect((await scopeOf("", headers)) === own, `${Object.keys(headers).join(" or ")} leads to another scope`);
  },

  "E1 two tenants have scopes of their own": async (subject) => {
    needs(subject, "other");
    const [first, other] = [await subject.ask(PATHS.connection), await subject.ask(PATHS.connection, { as: "other" })];
    const [one, two] = [readConnection(first.body), readConnection(other.body)];
    expect(one.scope !== two.scope, "both see the same scope");
    expect(one.account === null || one.account.id !== two.account?.id, "both see the same account");
  },

  "a session for sections is answered as the connection says": async (subject) => {
    needs(subject, "viewer");
    for (const who of ["first", "viewer"] as const) {
      const { sections } = readConnection((await subject.ask(PATHS.connection, { as: who })).body);
      const permissions = Object.values(sections);
      const answer = await subject.post(PATHS.accountSession, { purpose: "sections" }, { as: who });
      if (permissions.includes(true)) {
        expect(answer.status === 200, `a section may be opened, and the session is answered with ${answer.status}`);
        continue;
      }
      // A back end of before 0.2 does not know the purpose.
      const isRefused = [400, 403, 409].includes(answer.status);
      expect(isRefused, `no section may be opened, and the session is answered with ${answer.status}`);
    }
  },

  "E2 who may only look is offered no section that only edits": async (subject) => {
    needs(subject, "viewer");
    const { sections } = readConnection((await subject.ask(PATHS.connection, { as: "viewer" })).body);
    for (const name of (Object.keys(sections) as SectionName[]).filter(isForEditors)) {
      expect(sections[name] !== true, `\`sections.${name}\` is true for a viewer who may not update`);
    }
  },

  "E2 who may only look is refused every change": async (subject) => {
    needs(subject, "viewer");
    const { can } = readConnection((await subject.ask(PATHS.connection, { as: "viewer" })).body);
    for (const what of ["connect", "update", "disconnect"] as const)
      expect(can[what] === "role", `\`can.${what}\` is ${JSON.stringify(can[what])}, must be "role"`);
    for (const [path, body] of await changesOf(subject)) {
      if (path === PATHS.refresh) continue;
      expectRefusal(await subject.post(path, body, { as: "viewer" }), 403, "forbidden", `POST ${path}`);
    }
  },
};
