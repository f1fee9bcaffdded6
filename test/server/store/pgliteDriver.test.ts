import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPostgresStore, pgliteDriver } from "react-stripe-connection/postgres";
import { expect, onTestFinished, test } from "vitest";
import type { ConnectionStore } from "react-stripe-connection/server";
import { eventually } from "../support/eventually.js";

const claim = (store: ConnectionStore) =>
  store.claim({ tenant: "acme", mode: "test", claimId: "first", params: {}, startedBy: null, leaseMs: 1000 });

test("HO-6 a folder's database has what was written to it before it was closed", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rsc-pglite-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const dataDir = join(folder, "deep/db");

  const first = pgliteDriver(dataDir);
  await claim(createPostgresStore(first));
  await first.close();

  const second = pgliteDriver(dataDir);
  onTestFinished(() => second.close());
  expect(await createPostgresStore(second).read("test", { tenant: "acme" })).toMatchObject({ state: "claimed" });
});

test("HO-6 without a folder it is in memory, tells of changes, and is closed unopened", async () => {
  const driver = pgliteDriver();
  const store = createPostgresStore(driver);
  const told: string[] = [];
  const end = await store.subscribe?.(
    ({ mode }) => told.push(mode),
    () => {},
  );
  await claim(store);
  await eventually(() => expect(told).toEqual(["test"]));
  await end?.();
  await driver.close();
  await pgliteDriver().close();
});

test("HO-6 a folder that a hot reload opens again is the same database, which is closed once", async () => {
  const folder = await mkdtemp(join(tmpdir(), "rsc-pglite-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [before, after] = [pgliteDriver(folder), pgliteDriver(`${folder}/`)];
  const told: string[] = [];
  const end = await createPostgresStore(before).subscribe?.(
    ({ mode }) => told.push(mode),
    () => {},
  );
  await claim(createPostgresStore(after));
  await eventually(() => expect(told).toEqual(["test"]));
  await end?.();
  await Promise.all([before.close(), after.close()]);
});
