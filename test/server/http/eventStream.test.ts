import { expect, test } from "vitest";
import { BASE, startBackEnd } from "../support/backEnd.js";

test("a page that never reads is let go, with all that was kept for it", async () => {
  const beats: (() => void)[] = [];
  const { handler, metrics } = await startBackEnd({
    webhooks: false,
    options: {
      runtime: {
        after(ms, run) {
          if (ms === 15_000) beats.push(run);
          return () => {};
        },
      },
    },
  });
  const asked = new Request(`https://app.example.com${BASE}/connection/events`, { headers: { authorization: "ada" } });
  const { body } = await handler.fetch(asked);
  for (let beat = 0; beat < 100; beat += 1) beats.pop()?.();
  expect(metrics.map(({ name }) => name)).toContain("stream_closed");
  await expect(body?.getReader().read()).rejects.toThrow("does not read");
});
