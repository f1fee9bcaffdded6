import { Hono } from "hono";
import type { Mode } from "react-stripe-connection";
import { ENVIRONMENTS } from "../bootData.js";
import type { StripeSimulator } from "react-stripe-connection/simulator";
import { scenarioNamed } from "../scenarioLabels.js";
import {
  SIMULATOR_ACTIONS,
  SIMULATOR_FAULTS,
  type SimulatorAction,
  type SimulatorFault,
  type SimulatorView,
} from "../simulatorView.js";
import type { DemoMode } from "./createDemo.js";
import type { Session } from "./session.js";

/** Milliseconds. */
const SLOW = 2_000;

export interface SimulatorDesk {
  connectJsBlocked(): boolean;
  /** What the drawer asks. `who` throws for a browser without a session. */
  routes(who: (request: Request) => Session): Hono;
}

/** The drawer's other end. It acts on the asker's own account, which the store names, and on no other. */
export function createSimulatorDesk(modes: ReadonlyMap<Mode, DemoMode>): SimulatorDesk {
  let blocked = false;
  const faults = new Map(ENVIRONMENTS.map((mode) => [mode, noFaults()]));

  const find = (name: string) => {
    const mode = ENVIRONMENTS.find((known) => known === name);
    const parts = mode && modes.get(mode);
    const mine = mode && faults.get(mode);
    return parts?.simulator && mine ? { handler: parts.handler, simulator: parts.simulator, faults: mine } : null;
  };
  type Desk = NonNullable<ReturnType<typeof find>>;

  const accountIdOf = async (desk: Desk, org: string) => (await desk.handler.getConnection(org)).account?.id ?? null;

  async function view(desk: Desk, org: string): Promise<SimulatorView> {
    const id = await accountIdOf(desk, org);
    const all = desk.simulator.accounts();
    const account = all.find((known) => known["id"] === id);
    return {
      account: account
        ? {
            id: String(account["id"]),
            detailsSubmitted: account["details_submitted"] === true,
            chargesEnabled: account["charges_enabled"] === true,
            payoutsEnabled: account["payouts_enabled"] === true,
          }
        : null,
      accountsAtStripe: all.length,
      faults: { ...desk.faults, connectJsBlocked: blocked },
    };
  }

  return {
    connectJsBlocked: () => blocked,
    routes(who) {
      const app = new Hono();

      app.get("/:mode", async (context) => {
        const desk = find(context.req.param("mode"));
        if (!desk) return context.text("Nothing is simulated in this mode.", 404);
        return context.json(await view(desk, who(context.req.raw).org));
      });

      app.post("/:mode/actions", async (context) => {
        const desk = find(context.req.param("mode"));
        const { org } = who(context.req.raw);
        const body: { action?: unknown; days?: unknown } = await context.req.json();
        const action = SIMULATOR_ACTIONS.find(({ id }) => id === body.action)?.id;
        if (!desk || !action) return context.text("There is no such action.", 404);
        const id = await accountIdOf(desk, org);
        if (!id) return context.text("There is no account yet.", 409);
        const days = typeof body.days === "number" ? body.days : 30;
        await act(desk.simulator, action, id, days);
        return context.json(await view(desk, org));
      });

      app.post("/:mode/scenarios", async (context) => {
        const desk = find(context.req.param("mode"));
        const { org } = who(context.req.raw);
        const body: { scenario?: unknown } = await context.req.json();
        const scenario = scenarioNamed(body.scenario);
        if (!desk || !scenario) return context.text("There is no such situation.", 404);
        const id = await accountIdOf(desk, org);
        if (!id) return context.text("There is no account yet.", 409);
        await desk.simulator.startAgain(id);
        await desk.simulator.run(scenario, id);
        return context.json(await view(desk, org));
      });

      app.post("/:mode/faults", async (context) => {
        const desk = find(context.req.param("mode"));
        const { org } = who(context.req.raw);
        const body: { fault?: unknown; on?: unknown } = await context.req.json();
        const fault = SIMULATOR_FAULTS.find(({ id }) => id === body.fault)?.id;
        if (!desk || !fault) return context.text("There is no such fault.", 404);
        const on = body.on === true;
        if (fault === "connectJsBlocked") blocked = on;
        else await setFault(desk.simulator, fault, on);
        desk.faults[fault] = on;
        return context.json(await view(desk, org));
      });

      return app;
    },
  };
}

const noFaults = (): Record<SimulatorFault, boolean> => ({
  webhooksHeld: false,
  slow: false,
  down: false,
  connectJsBlocked: false,
});

async function setFault(
  simulator: StripeSimulator,
  fault: Exclude<SimulatorFault, "connectJsBlocked">,
  on: boolean,
): Promise<void> {
  switch (fault) {
    case "webhooksHeld":
      return on ? await simulator.holdWebhooks() : await simulator.releaseWebhooks();
    case "slow":
      return simulator.latency(on ? SLOW : 0);
    case "down":
      return simulator.down(on);
    default:
      return fault satisfies never;
  }
}

async function act(simulator: StripeSimulator, action: SimulatorAction, id: string, days: number): Promise<void> {
  if (action === "addFutureRequirement") await simulator.addFutureRequirement(id, `${days}d`);
  else await simulator[action](id);
}
