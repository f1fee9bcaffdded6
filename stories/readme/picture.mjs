// The picture of the README, taken from the built Storybook: `npm run build-storybook && node stories/readme/picture.mjs`
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { browserOptions } from "../../test/support/browser.mjs";

const storybook = fileURLToPath(new URL("../../storybook-static", import.meta.url));
const picture = fileURLToPath(new URL("card.png", import.meta.url));

/** In two columns, each from top to bottom. */
const COLUMNS = [
  ["card-not-connected--not-connected", "card-action-needed--payouts-paused"],
  ["card-in-progress--started-by-another", "card-connected--connected"],
];
/** CSS pixels. A story has a margin around its card, of which the picture keeps as much as a shadow needs. */
const WIDTH = 560;
const MARGIN = 32;
const KEPT = 12;

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };

const frame = (id) => `<div><iframe src="/iframe.html?viewMode=story&id=${id}"></iframe></div>`;
const page = `<!doctype html><style>
  body { margin: 0; display: flex; align-items: start; inline-size: max-content; padding: ${KEPT}px; background: #f3f4f7; }
  div { inline-size: ${WIDTH - 2 * (MARGIN - KEPT)}px; overflow: hidden; }
  iframe { display: block; border: 0; inline-size: ${WIDTH}px; block-size: 600px; margin: ${KEPT - MARGIN}px; }
</style>${COLUMNS.map((ids) => `<section>${ids.map(frame).join("")}</section>`).join("")}`;

async function serve(request, response) {
  try {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    if (pathname === "/") return void response.setHeader("content-type", "text/html").end(page);
    const file = await readFile(join(storybook, decodeURIComponent(pathname)));
    response.setHeader("content-type", TYPES[extname(pathname)] ?? "application/octet-stream").end(file);
  } catch {
    response.writeHead(404).end();
  }
}
const server = createServer((request, response) => void serve(request, response));
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const browser = await chromium.launch(await browserOptions());
const tab = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 2 * WIDTH, height: 900 } });
await tab.goto(`http://127.0.0.1:${server.address().port}/`);
for (const id of COLUMNS.flat()) {
  const card = tab.frameLocator(`iframe[src$="id=${id}"]`).locator('[data-rsc="connection-card"]:not([data-loading])');
  await card.waitFor();
  // The explainer's words arrive after the card.
  await card.locator("[data-waits]").first().waitFor({ state: "detached" });
  await card.evaluate(() => document.fonts.ready.then(() => true));
  const { height } = await card.boundingBox();
  await tab.locator(`iframe[src$="id=${id}"]`).evaluate(
    (element, blockSize) => {
      element.style.blockSize = blockSize;
    },
    `${height + 2 * MARGIN}px`,
  );
}
await tab.locator("body").screenshot({ path: picture });
await browser.close();
server.close();
