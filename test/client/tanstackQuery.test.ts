import { QueryClient, QueryObserver, skipToken } from "@tanstack/query-core";
import { expect, test, vi } from "vitest";
import { createConnectionClient } from "../../src/client/connectionClient.js";
import type { Connection } from "../../src/core/connection.js";
import { connected } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

// The lines of docs/tanstack-query.md.
test("a host's QueryClient holds what the client knows, and asks for nothing itself", async () => {
  const { adapter, calls, of, last } = controlledAdapter();
  const queryClient = new QueryClient();
  const client = createConnectionClient({ adapter, runtime: { lock: null, openChannel: () => null } });
  client.subscribe(() => {
    queryClient.setQueryData(["stripe-connection"], client.getState().connection ?? null);
  });

  const observer = new QueryObserver<Connection | null>(queryClient, {
    queryKey: ["stripe-connection"],
    queryFn: skipToken,
  });
  const seen: unknown[] = [];
  const unsubscribe = observer.subscribe(({ data }) => seen.push(data?.payouts));
  await vi.waitFor(() => last("getConnection"));
  await last("getConnection").answer(connected());
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toEqual(connected()));

  const refreshed = client.refresh();
  await vi.waitFor(() => last("refresh"));
  await last("refresh").answer(connected({ revision: 8, payouts: "paused" }));
  await refreshed;
  await vi.waitFor(() => expect(seen.at(-1)).toBe("paused"));
  expect(calls).toHaveLength(2);
  expect(of("getConnection")).toHaveLength(1);

  unsubscribe();
  client.destroy();
  queryClient.clear();
});
