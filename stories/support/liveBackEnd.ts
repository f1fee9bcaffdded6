import { httpAdapter, type StripeConnectionAdapter } from "react-stripe-connection";
import { createStripeSimulator, type ScenarioName, type StripeSimulator } from "react-stripe-connection/simulator";
import { SECTIONS } from "../../src/core/permissions.js";
import { PATHS } from "../../src/core/protocol.js";
import { unlessAborted } from "../../src/simulator/samePage.js";
import { simulatedBackEnd } from "../../src/testing/simulatedBackEnd.js";
import { ROLES, type StoryGlobals, type Trouble } from "./toolbar.js";

interface Conditions {
  role: StoryGlobals["role"];
  latency: number;
  trouble: Trouble;
}

/** A back end in the page, with a line to it that can be made bad. */
export interface LiveBackEnd {
  adapter: StripeConnectionAdapter;
  simulator: StripeSimulator;
  obey(conditions: Conditions): void;
  close(): Promise<void>;
}

/** What a proxy or a login in front of the back end answers. */
const REFUSALS: Partial<Record<Trouble, { status: number; headers?: HeadersInit }>> = {
  "401": { status: 401 },
  "403": { status: 403 },
  "429": { status: 429, headers: { "retry-after": "5" } },
  "500": { status: 500 },
};

let made = 0;

export function liveBackEnd(scenario?: ScenarioName): LiveBackEnd {
  made += 1;
  let conditions: Conditions = { role: "admin", latency: 0, trouble: "none" };
  let changed = new AbortController();
  const simulator = createStripeSimulator({ clock: "real" });
  const backEnd = simulatedBackEnd(simulator, {
    viewer: () => ({ tenant: "tenant_1", user: "Jenny Rosen", can: ROLES[conditions.role].can }),
    handler: { sections: SECTIONS },
    ...(scenario ? { scenario } : {}),
  });

  // The scenario is through when it answers; until then Stripe is up.
  const prepared = backEnd.fetch(new Request(`https://story.invalid${backEnd.endpoint}${PATHS.connection}`));

  const adapter = httpAdapter({
    // Adapters of equal addresses would share one state.
    url: `https://story-${made}.invalid${backEnd.endpoint}`,
    credentials: "same-origin",
    async fetch(input, init) {
      const { latency, trouble } = conditions;
      // An open stream ends when the line changes, as it would with the network.
      const signal = AbortSignal.any([changed.signal, ...(init.signal ? [init.signal] : [])]);
      if (latency > 0) await unlessAborted(signal, pause(latency));
      if (trouble === "offline") throw new TypeError("Failed to fetch");
      if (trouble === "slow") return unlessAborted(signal, new Promise<never>(() => {}));
      const refusal = REFUSALS[trouble];
      if (refusal) return new Response(null, refusal);
      return unlessAborted(signal, backEnd.fetch(new Request(input, { ...init, signal })));
    },
  });

  return {
    adapter,
    simulator,
    obey(next) {
      const before = conditions;
      conditions = next;
      void prepared.then(() => simulator.down(conditions.trouble === "stripe_down"));
      if (before.trouble === next.trouble) return;
      changed.abort(new TypeError("The line changed"));
      changed = new AbortController();
    },
    async close() {
      changed.abort(new TypeError("The story is over"));
      await backEnd.close();
      await simulator.close();
    },
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
