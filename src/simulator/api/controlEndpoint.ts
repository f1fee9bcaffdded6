import type { FaultKind } from "../faults.js";
import type { StripeSimulator } from "../stripeSimulator.js";
import { isJson } from "./isJson.js";
import { StripeFailure } from "./stripeFailure.js";

/** For a demo's drawer: `/_simulator/accounts`, `/_simulator/{method}` with `{args: […]}`. No key: see `listen.ts` for who may. */
export const CONTROL_PATH = /\/_simulator\/([A-Za-z]+)$/;

type Method = (simulator: StripeSimulator, args: unknown[]) => unknown;

const account = (args: unknown[]) => String(args[0]);

const METHODS: Record<string, Method> = {
  accounts: (simulator) => simulator.accounts(),
  webhookAttempts: (simulator) => simulator.webhookAttempts(),
  now: (simulator) => simulator.clock.now(),
  advance: (simulator, [by]) => simulator.clock.advance(typeof by === "number" ? by : (String(by) as "1d")),
  run: (simulator, [name, id]) => simulator.run(String(name) as "connected", typeof id === "string" ? id : undefined),
  holdWebhooks: (simulator) => simulator.holdWebhooks(),
  releaseWebhooks: (simulator) => simulator.releaseWebhooks(),
  down: (simulator, [isDown]) => simulator.down(isDown === true),
  latency: (simulator, [ms]) => simulator.latency(Number(ms)),
  fail: (simulator, [on, kind, times]) =>
    simulator.fail({ on: on as string, with: kind as FaultKind, times: Number(times ?? 1) }),
  clearFaults: (simulator) => simulator.clearFaults(),
  completeOnboarding: (simulator, args) => simulator.completeOnboarding(account(args)),
  requestIdentityDocument: (simulator, args) => simulator.requestIdentityDocument(account(args)),
  refuseIdentityDocument: (simulator, args) => simulator.refuseIdentityDocument(account(args)),
  approve: (simulator, args) => simulator.approve(account(args)),
  startReview: (simulator, args) => simulator.startReview(account(args)),
  reject: (simulator, args) => simulator.reject(account(args), (args[1] ?? "other") as "other", args[2] === true),
  startAgain: (simulator, args) => simulator.startAgain(account(args)),
  refuseWebsite: (simulator, args) => simulator.refuseWebsite(account(args)),
  restrict: (simulator, args) => simulator.restrict(account(args), args[1] === true),
  switchOnLater: (simulator, args) => simulator.switchOnLater(account(args)),
  withdrawCapabilities: (simulator, args) => simulator.withdrawCapabilities(account(args)),
  switchOff: (simulator, args) => simulator.switchOff(account(args)),
  platformPause: (simulator, args) => simulator.platformPause(account(args)),
  pausePayouts: (simulator, args) => simulator.pausePayouts(account(args)),
  pausePayments: (simulator, args) => simulator.pausePayments(account(args)),
  addFutureRequirement: (simulator, args) => simulator.addFutureRequirement(account(args)),
  makePastDue: (simulator, args) => simulator.makePastDue(account(args)),
  failBankAccount: (simulator, args) => simulator.failBankAccount(account(args)),
  setBalance: (simulator, args) => simulator.setBalance(account(args), { available: Number(args[1]) }),
  removeAccount: (simulator, args) => simulator.removeAccount(account(args)),
};

export async function answerControl(request: Request, simulator: StripeSimulator): Promise<Response> {
  const name = CONTROL_PATH.exec(new URL(request.url).pathname)?.[1] ?? "";
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  const reading = request.method === "GET" && (name === "accounts" || name === "now" || name === "webhookAttempts");
  if (!method || (request.method !== "POST" && !reading)) return Response.json({ error: "unknown" }, { status: 404 });
  // Only JSON: a page of another origin can't send that without asking first, and it is never told yes.
  if (!reading && !isJson(request)) {
    return Response.json({ error: "send JSON" }, { status: 415 });
  }
  try {
    const body: unknown = reading ? {} : await request.json();
    const args = (body as { args?: unknown } | null)?.args;
    return Response.json({ result: (await method(simulator, Array.isArray(args) ? args : [])) ?? null });
  } catch (failure) {
    const status = failure instanceof StripeFailure ? failure.status : 400;
    return Response.json({ error: failure instanceof Error ? failure.message : "failed" }, { status });
  }
}
