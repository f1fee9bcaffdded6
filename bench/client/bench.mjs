// `npm run bench [-- --rounds 5]`: our card beside one written by hand, in Chromium and on a server, held against the budgets.
// `--rounds 0` measures nothing: it says whether both cards are the same to a person.
// Read the ratios: both are measured in the same run, in fresh pages, in shuffled order; each figure is a median.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright";
import { browserOptions } from "../../test/support/browser.mjs";
import { buildBench } from "./build.mjs";
import { walkFlow } from "./walkFlow.mjs";

process.env.NODE_ENV = "production";
const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
const rounds = Number(values.rounds);
const COUNTS = [1, 100, 1000];
const KINDS = ["ours", "plain"];

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
};
const shuffled = (list) =>
  list
    .map((item) => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);

const built = await buildBench();
const css = built.server.plainStyles();
const TYPES = { ".js": "text/javascript", ".css": "text/css" };
const site = createServer((request, response) => void answer(request, response));
async function answer(request, response) {
  const pathname = request.url.replace(/[?#].*/s, "");
  const [, mode, file] = pathname.split("/");
  if (!extname(pathname)) {
    response.setHeader("content-type", "text/html");
    response.end(
      `<!doctype html><meta charset="utf-8"><title>bench</title><style>${css}</style><body><script type="module" src="/${mode}/${file}.js"></script>`,
    );
    return;
  }
  try {
    const body = await readFile(join(built.folder, pathname));
    response.setHeader("content-type", TYPES[extname(pathname)] ?? "application/octet-stream");
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}
await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${site.address().port}`;
const browser = await chromium.launch(await browserOptions());

/** A page of its own for each measurement. */
async function inFreshPage(mode, work) {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const broken = [];
  page.on("pageerror", (error) => broken.push(error.message));
  try {
    await page.goto(`${origin}/${mode}/page`);
    await page.waitForFunction(() => "bench" in window);
    const cdp = await page.context().newCDPSession(page);
    // The thread's own time: a machine that does other things as well does not matter.
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const result = await work(page, cdp);
    if (broken.length > 0) throw new Error(broken[0]);
    return result;
  } finally {
    await page.close();
  }
}

async function heap(cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  return (await cdp.send("Runtime.getHeapUsage")).usedSize;
}
/** ms that the page's main thread has spent on all there is, on script, on layout with styles. */
async function spent(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value * 1000;
  return {
    all: of("TaskDuration"),
    script: of("ScriptDuration"),
    layout: of("RecalcStyleDuration") + of("LayoutDuration"),
  };
}
const busy = async (cdp) => (await spent(cdp)).all;

const mount = (kind, count, sharing) =>
  inFreshPage("production", async (page, cdp) => {
    await page.evaluate((kind) => window.bench.warm(kind), kind);
    const before = await heap(cdp);
    const start = await spent(cdp);
    await page.evaluate((args) => window.bench.mount(...args), [kind, count, sharing]);
    await page.evaluate(() => window.bench.layOut());
    const end = await spent(cdp);
    const script = end.script - start.script;
    const times = { script, layout: script + end.layout - start.layout };
    const { requests } = await page.evaluate(() => window.bench.settle());
    const look = await page.evaluate(() => window.bench.look());
    const after = await heap(cdp);
    return { ...times, heap: (after - before) / count, requests: requests - 1, look };
  });

const UPDATES = 30;
const update = (kind) =>
  inFreshPage("production", async (page, cdp) => {
    await page.evaluate((kind) => window.bench.warm(kind), kind);
    await page.evaluate((args) => window.bench.mount(...args), [kind, 1000, "separate"]);
    await ready(page, kind);
    await page.evaluate((kind) => window.bench.update(kind, 0, 20), kind);
    const before = await busy(cdp);
    await page.evaluate((args) => window.bench.update(...args), [kind, 100, UPDATES]);
    return (await busy(cdp)) - before;
  });

async function ready(page, kind) {
  if (kind === "plain") await page.evaluate(() => window.bench.settle());
  else await page.waitForFunction(async () => (await window.bench.settle()).listeners === 1000);
}

const TURNS = 6;
const themes = (kind) =>
  inFreshPage("production", async (page, cdp) => {
    await page.evaluate((kind) => window.bench.warm(kind), kind);
    await page.evaluate((args) => window.bench.mount(...args), [kind, 1000, "shared"]);
    await page.evaluate(() => window.bench.settle());
    const turn = async (value) => {
      await cdp.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
      await page.evaluate(() => window.bench.afterPaint());
    };
    await turn("dark");
    const before = await busy(cdp);
    for (let index = 0; index < TURNS; index += 1) await turn(index % 2 === 0 ? "light" : "dark");
    return (await busy(cdp)) - before;
  });

/** Which cards render, with React's profiler in the page. */
const renders = () =>
  inFreshPage("profiling", async (page, cdp) => {
    await page.evaluate(() => window.bench.warm("ours"));
    await page.evaluate(() => window.bench.mount("ours", 1000, "separate"));
    await ready(page, "ours");
    const ofUpdate = await page.evaluate(() => window.bench.update("ours", 0, 5));
    await cdp.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
    const ofTheme = await page.evaluate(() => window.bench.afterPaint());
    return { ofUpdate, ofTheme };
  });

const results = {};
const keep = (name, kind, value) => (results[name] ??= { ours: [], plain: [] })[kind].push(value);
const looks = {};
let requests = 0;

const jobs = KINDS.flatMap((kind) => [
  ...COUNTS.flatMap((count) =>
    (count === 1000 ? ["shared", "separate"] : ["shared"]).map((sharing) => async () => {
      const found = await mount(kind, count, sharing);
      const name = `${count} ${sharing}`;
      keep(`${name} script`, kind, found.script);
      keep(`${name} layout`, kind, found.layout);
      keep(`${name} heap`, kind, found.heap);
      if (kind === "ours" && sharing === "shared") requests = Math.max(requests, found.requests);
    }),
  ),
  async () => keep("update", kind, (await update(kind)) / UPDATES),
  async () => keep("theme", kind, (await themes(kind)) / TURNS),
]);

try {
  for (const kind of KINDS) looks[kind] = (await mount(kind, 1, "shared")).look;
  compareLooks(looks);
  if (rounds > 0) await measure();
} finally {
  await browser.close();
  site.close();
  await built.end();
}

async function measure() {
  for (let round = 1; round <= rounds; round += 1) {
    process.stderr.write(`round ${round} of ${rounds}\n`);
    for (const job of shuffled(jobs)) await job();
  }
  // A server is warm.
  const turns = Array.from({ length: 5 * rounds }, () => shuffled(KINDS)).flat();
  turns.forEach((kind, index) => {
    const time = built.server.renderOnServer(kind, 1000);
    if (index >= turns.length / 3) keep("server", kind, time);
  });
  const { ofUpdate, ofTheme } = await renders();
  const walks = [];
  for (const width of [800, 320]) walks.push(...(await walkFlow(browser, `${origin}/production/flow`, width)));
  report(ofUpdate, ofTheme, walks);
}

function report(ofUpdate, ofTheme, walks) {
  const lines = [];
  const line = (what, said, isMet, budget) =>
    lines.push({ what, measured: said, budget: budget ?? "", "": isMet === undefined ? "" : isMet ? "met" : "MISSED" });
  const ratio = (what, name, budget) => {
    const [ours, plain] = KINDS.map((kind) => median(results[name][kind]));
    const times = ours / plain;
    line(
      what,
      `${times.toFixed(2)}× (${ours.toFixed(1)} : ${plain.toFixed(1)} ms)`,
      budget === undefined ? undefined : times <= budget,
      budget === undefined ? undefined : `≤ ${budget}×`,
    );
  };
  const kB = (name, kind) => median(results[name][kind]) / 1000;
  ratio("1 card, script", "1 shared script", 2);
  ratio("100 cards, script", "100 shared script");
  ratio("1000 cards, script", "1000 shared script", 1.6);
  ratio("1000 cards, to layout", "1000 shared layout");
  const [own, plain] = KINDS.map((kind) => kB("1000 shared heap", kind));
  line(
    "heap of a card",
    `${(own / plain).toFixed(2)}× (${own.toFixed(1)} : ${plain.toFixed(1)} kB)`,
    own / plain <= 1.3,
    "≤ 1.3×",
  );
  ratio("1000 connections, script", "1000 separate script", 1.8);
  ratio("1000 connections, to layout", "1000 separate layout");
  line("heap of a connection and its card", `${kB("1000 separate heap", "ours").toFixed(1)} kB`);
  line("update of 1 of 1000, cards rendered", String(ofUpdate), ofUpdate === 1, "1");
  ratio("update of 1 of 1000", "update");
  line("theme switch of 1000, cards rendered", String(ofTheme), ofTheme === 0, "0");
  ratio("theme switch of 1000", "theme");
  ratio("1000 cards on the server", "server", 1.5);
  line("requests for 1000 cards of a connection", String(requests), requests === 1, "1");
  const shifts = walks.flatMap((walk) => walk.shifts).filter(({ excused }) => !excused);
  const moved = shifts.reduce((sum, { value }) => sum + value, 0);
  line("layout shift over the flow, 800 and 320 px", moved.toFixed(4), moved === 0, "0");
  console.table(Object.fromEntries(lines.map(({ what, ...rest }) => [what, rest])));
  for (const { name, shifts } of walks) {
    for (const { value, excused, moved } of shifts)
      console.log(`${name}: ${value.toFixed(4)}${excused ? " (after a press)" : ""} ${moved.join("; ")}`);
  }
  if (lines.some((one) => one[""] === "MISSED")) process.exitCode = 1;
}

function compareLooks({ ours: our, plain: their }) {
  console.log(`Both cards: ${our.elements} and ${their.elements} elements, ${our.height} and ${their.height} px high.`);
  if (our.elements !== their.elements) throw new Error("Both cards must have the same elements: change PlainCard.tsx.");
  if (our.text !== their.text)
    throw new Error(`Both cards must have the same text: change PlainCard.tsx.\n${our.text}\n${their.text}`);
}
