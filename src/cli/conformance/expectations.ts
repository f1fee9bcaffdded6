import { ERROR_CODES } from "../../core/errors.js";
import { PATHS, PROTOCOL } from "../../core/protocol.js";
import { NotRun, Wrong } from "../report.js";
import type { Answer, Subject } from "./subject.js";

export type Checks = Record<string, (subject: Subject) => Promise<string | void>>;

type Changes = readonly (readonly [path: string, body: Record<string, unknown>])[];

/** Every change, with a body that the protocol allows. A generation that no account ever has ends none. */
const CHANGES: Changes = [
  [PATHS.refresh, {}],
  [PATHS.accountSession, { purpose: "onboarding" }],
  [PATHS.onboardingLink, {}],
  [PATHS.dashboardLink, {}],
  [PATHS.disconnectPreview, {}],
  [PATHS.disconnect, { generation: Number.MAX_SAFE_INTEGER }],
];

/** Every change that the back end serves. One of before 0.2 has no path for dashboards, and no `can.dashboard`. */
export async function changesOf({ ask }: Subject): Promise<Changes> {
  const { body } = await ask(PATHS.connection);
  const can: unknown = body?.["can"];
  const opensDashboards = typeof can === "object" && can !== null && "dashboard" in can;
  return opensDashboards ? CHANGES : CHANGES.filter(([path]) => path !== PATHS.dashboardLink);
}

/** With the one that would make an account if the back end is wrong: in test mode only. */
export async function changesWithConnect(subject: Subject): Promise<Changes> {
  const { body } = await subject.ask(PATHS.connection);
  const changes = await changesOf(subject);
  return body?.["mode"] === "test" ? [[PATHS.connection, {}], ...changes] : changes;
}

export function expect(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Wrong(why);
}

/** A refusal of the protocol, with this status and this code. */
export function expectRefusal(answer: Answer, status: number, code: string, of: string): void {
  expect(answer.status === status, `${of} is answered with ${answer.status}, must be ${status}`);
  const said = answer.body?.["code"];
  expect(said === code, `${of}: the code is ${JSON.stringify(said)}, must be "${code}"`);
}

/** All that a refusal has to say, whatever it is. */
export function expectProblem({ status, headers, body }: Answer, of: string): void {
  const type = headers.get("content-type") ?? "";
  expect(/^application\/problem\+json\b/.test(type), `${of}: the content type is "${type}", not problem+json`);
  expect(body !== null, `${of}: the body is no JSON`);
  const codes: readonly unknown[] = ERROR_CODES;
  expect(body["protocol"] === PROTOCOL, `${of}: \`protocol\` is missing`);
  expect(codes.includes(body["code"]), `${of}: ${JSON.stringify(body["code"])} is no code of the protocol`);
  expect(typeof body["title"] === "string" && body["title"] !== "", `${of}: \`title\` is missing`);
  expect(body["status"] === status, `${of}: \`status\` is not the answer's`);
  expect(typeof body["retryable"] === "boolean", `${of}: \`retryable\` is missing`);
  const id = headers.get("x-request-id");
  expect(id !== null && body["requestId"] === id, `${of}: \`requestId\` is not that of the X-Request-Id header`);
  const later = body["retryAfter"] ?? null;
  const told = headers.get("retry-after");
  expect((later === null) === (told === null), `${of}: \`retryAfter\` and the Retry-After header differ`);
}

/** The headers that somebody needs, or the check is not run. */
export function needs({ headersOf, options }: Subject, who: "other" | "viewer" | "first"): void {
  const option = { first: "--header", other: "--other-header", viewer: "--viewer-header" }[who];
  const given = who === "first" ? Object.keys(options.headers).length > 0 : headersOf(who) !== null;
  if (!given) throw new NotRun(`no ${option} was given`);
}
