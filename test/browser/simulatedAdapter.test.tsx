import { afterEach, expect, test } from "vitest";
import { simulatedAdapter, type SimulatedAdapter } from "../../src/simulator/index.js";

let adapter: SimulatedAdapter | undefined;
afterEach(() => adapter?.close());

test("a whole back end runs in the page: from nothing to connected, and pushed", async () => {
  adapter = simulatedAdapter();
  const { simulator } = adapter;
  const pushed: string[] = [];
  const leave = new AbortController();
  const streaming = adapter.subscribe?.(
    { onConnection: ({ status }) => void pushed.push(status) },
    { signal: leave.signal },
  );
  expect(await adapter.connect()).toMatchObject({ status: "connecting" });
  const session = await adapter.createAccountSession({ purpose: "onboarding" });
  expect(session.clientSecret).toMatch(/^accs_secret_/);
  const id = String(simulator.accounts()[0]?.["id"]);
  await simulator.run("connected", id);
  await expect.poll(() => pushed.at(-1)).toBe("connected");
  expect(await adapter.getConnection()).toMatchObject({ status: "connected", simulated: true, account: { id } });
  const { generation } = await adapter.previewDisconnect();
  expect(await adapter.disconnect({ generation })).toMatchObject({ status: "not_connected" });
  leave.abort();
  await streaming?.catch(() => {});
});

test("a story can begin where it likes", async () => {
  adapter = simulatedAdapter({ scenario: "identityDocumentBlurry", mode: "live" });
  const connection = await adapter.getConnection();
  expect(connection).toMatchObject({ status: "error", reason: "identity_document", mode: "live" });
  expect(connection.requirements[0]).toMatchObject({
    group: "identity_document",
    person: { name: "Jenny Rosen" },
    error: { code: "verification_document_not_readable" },
  });
});
