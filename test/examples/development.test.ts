import { expect, inject, onTestFinished, test } from "vitest";
import { launchBrowser } from "../e2e/billingPage.js";
import { freePort } from "../support/freePort.js";
import { openExample } from "./exampleApp.js";
import { answers, readsItsDatabase, walk } from "./walk.js";

test("HO-9 HO-14 examples/vite-express is walked as it is developed: Vite's server passes /api on", async () => {
  const app = await openExample("vite-express", inject("tarball"));
  onTestFinished(() => app.remove());
  const port = String(await freePort());
  const env = { NODE_ENV: "development", APP_URL: `http://localhost:${port}` };
  const server = app.start("server", env);
  onTestFinished(async () => void (await server.stop()));
  const vite = app.start("dev", env, "--port", port, "--strictPort");
  onTestFinished(async () => void (await vite.stop()));
  await readsItsDatabase(server, app.origin);
  await answers(vite, env.APP_URL);

  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  expect(await walk(await browser.newContext(), env.APP_URL)).toEqual([]);
});
