// `npm run bench:trips`: how many files of src/ run from an act until the page shows what came of it. `-- --list` names them.
//
// The handler over HTTP, the memory store, the simulator and the card in jsdom share this process. V8 counts the calls of
// each function: a file counts when one of its functions was called during the trip. Loading a module is not a call.
import { once } from "node:events";
import { createServer } from "node:http";
import { Session } from "node:inspector/promises";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { build } from "vite";

process.env.NODE_ENV = "production";
const root = fileURLToPath(new URL("../..", import.meta.url));
const built = new URL("../../node_modules/.cache/trips/", import.meta.url);
const ORIGIN = "https://app.example.com";
const PATH = "/api/stripe/test";
const SECRET = "whsec_ofTheTrips";
const PATIENCE = { timeout: 10_000 };

// One built file for each file of src/, under the same path.
await build({ root, logLevel: "error", build: { outDir: fileURLToPath(built), emptyOutDir: true } });
const load = (entry) => import(new URL(`${entry}.js`, built).href);

const { window } = new JSDOM("<!doctype html><main></main>", { url: `${ORIGIN}/settings`, pretendToBeVisual: true });
becomePage();
// They look for a page when they are loaded.
const { createElement } = await import("react");
const { createRoot } = await import("react-dom/client");
const { screen } = await import("@testing-library/dom");
const { userEvent } = await import("@testing-library/user-event");
const { default: Stripe } = await import("stripe");
const { httpAdapter, StripeConnectionCard } = await load("index");
const { createConnectionHandler } = await load("server/index");
const { nodeListener } = await load("server/node/index");
const { createMemoryStore, createStripeSimulator } = await load("simulator/index");

const simulator = createStripeSimulator();
const now = () => simulator.clock.now();
const handler = createConnectionHandler({
  stripe: new Stripe(simulator.secretKey, { httpClient: Stripe.createFetchHttpClient(simulator.fetch) }),
  publishableKey: simulator.publishableKey,
  webhookSecrets: [SECRET],
  mode: "test",
  store: createMemoryStore({ now }),
  basePath: PATH,
  publicUrl: ORIGIN,
  authorize: () => ({ tenant: "org", can: { view: true, connect: true, update: true, disconnect: true } }),
  runtime: { now },
});
const server = createServer(nodeListener(handler)).listen(0, "127.0.0.1");
await once(server, "listening");
const url = `http://127.0.0.1:${server.address().port}${PATH}`;
simulator.deliverWebhooksTo(`${url}/webhooks`, SECRET);

const profiler = new Session();
profiler.connect();
await profiler.post("Profiler.enable");
await profiler.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });

const adapter = httpAdapter({ url, headers: { origin: ORIGIN } });
const page = createRoot(document.querySelector("main"));
const user = userEvent.setup();
const press = async (role, name) => user.click(await screen.findByRole(role, { name }, PATIENCE));
const shown = (label) => screen.findByText(label, { selector: "[data-rsc=status-badge] span" }, PATIENCE);

page.render(createElement(StripeConnectionCard, { adapter, platformName: "Acme Cloud" }));
await shown("Not connected");
await quiet();
await trip('click on Connect → "In progress"', async () => {
  await press("button", "Connect Stripe account");
  await shown("In progress");
});

await simulator.holdWebhooks();
await simulator.run("connected");
await quiet();
await trip('Stripe\'s event → "Connected"', async () => {
  await simulator.releaseWebhooks();
  await shown("Connected");
});

await press("button", "More actions");
await screen.findByRole("menuitem", { name: "Disconnect" }, PATIENCE);
await quiet();
await trip('click on Disconnect → "Not connected"', async () => {
  await press("menuitem", "Disconnect");
  await screen.findByRole("button", { name: "Disconnect billing connection" }, PATIENCE);
  // The dialog takes no press in its first half second.
  await pause(600);
  await press("button", "Disconnect billing connection");
  await shown("Not connected");
});

page.unmount();
await handler.close();
await simulator.close();
profiler.disconnect();
server.closeAllConnections();
server.close();
window.close();

/** Gives this process the globals of a page, and the locks that browsers have and jsdom does not. */
function becomePage() {
  Object.defineProperty(window.navigator, "locks", { value: { request: (_name, _options, work) => work() } });
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!(name in globalThis)) globalThis[name] = window[name];
  }
  globalThis.window = window;
}

/** Waits until the page has no more to do for the last act. */
async function quiet() {
  await simulator.idle();
  await pause(500);
}

async function trip(name, act) {
  // Taking the counts sets them to 0.
  await profiler.post("Profiler.takePreciseCoverage");
  await act();
  const { result } = await profiler.post("Profiler.takePreciseCoverage");
  const paths = result
    .filter(({ url: file, functions }) => file.startsWith(built.href) && functions.some(wasCalled))
    .map(({ url: file }) => file.slice(built.href.length))
    .filter((path) => sideOf(path) !== "Stripe")
    .toSorted((one, other) => one.localeCompare(other, "en"));
  const of = (side) => paths.filter((path) => sideOf(path) === side).length;
  console.log(`${name}: ${paths.length} files (page ${of("page")}, server ${of("server")}, core ${of("core")})`);
  if (process.argv.includes("--list")) for (const path of paths) console.log(`  ${path}`);
}

/** The module itself is the function that starts at 0. */
function wasCalled({ ranges: [range] }) {
  return range.count > 0 && range.startOffset > 0;
}

function sideOf(path) {
  // The memory store is the server's database; the rest of the simulator plays Stripe.
  if (path.startsWith("simulator/")) return path.startsWith("simulator/store/") ? "server" : "Stripe";
  if (path.startsWith("core/")) return "core";
  return /^(server|stripe)\//.test(path) ? "server" : "page";
}
