import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import type { Mode } from "react-stripe-connection";
import { ENVIRONMENTS, ROLES } from "../bootData.js";
import type { DemoMode } from "./createDemo.js";
import type { Session, Sessions } from "./session.js";
import { createSimulatorDesk } from "./simulatorDesk.js";

export interface DemoRouteParts {
  root: string;
  sessions: Sessions;
  modes: ReadonlyMap<Mode, DemoMode>;
}

/** What the demo's page asks for besides the connection: the session, the plans, the drawer, connect.js. */
export function demoRoutes({ root, sessions, modes }: DemoRouteParts): Hono {
  const app = new Hono();
  const published = new Set<string>();
  const desk = createSimulatorDesk(modes);

  app.onError((error, context) => {
    console.error(error);
    return context.text("The demo's server failed. Its console says why.", 500);
  });

  const signedInAs = (request: Request): Session => {
    const session = sessions.read(request);
    if (!session) throw new Error("there is no session: load the page first");
    return session;
  };

  app.post("/demo/session", async (context) => {
    const session = signedInAs(context.req.raw);
    const change: { role?: unknown; signedIn?: unknown } = await context.req.json();
    const role = ROLES.find((known) => known === change.role) ?? session.role;
    const signedIn = typeof change.signedIn === "boolean" ? change.signedIn : session.signedIn;
    context.header("set-cookie", sessions.write({ ...session, role, signedIn }));
    return context.body(null, 204);
  });

  // The page greys its button, and the server decides: this is how a host gates its own features.
  app.post("/demo/plans/:mode/:plan", async (context) => {
    const session = signedInAs(context.req.raw);
    const mode = ENVIRONMENTS.find((known) => known === context.req.param("mode"));
    const connection = mode && (await modes.get(mode)?.handler.getConnection(session.org));
    if (session.role !== "admin") return context.text("Only an admin can publish plans.", 403);
    if (!connection?.ready) return context.text("Stripe isn't ready, so this plan can't be published.", 409);
    published.add(`${session.org} ${mode} ${context.req.param("plan")}`);
    return context.body(null, 204);
  });

  app.get("/connect.js", async (context) => {
    if (desk.connectJsBlocked()) return context.text("Blocked by the demo's drawer.", 503);
    const script = await readFile(join(root, "src/simulator/connect.js"), "utf8");
    return context.body(script, 200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" });
  });

  // What connect.js may call, and not the drawer's own line to the simulator.
  app.post("/simulator/:mode/_connect/:what", async (context) => {
    const mode = ENVIRONMENTS.find((known) => known === context.req.param("mode"));
    const simulator = mode && modes.get(mode)?.simulator;
    return simulator ? await simulator.fetch(context.req.raw) : context.notFound();
  });

  app.route("/demo/simulator", desk.routes(signedInAs));
  return app;
}
