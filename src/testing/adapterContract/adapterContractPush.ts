import type { Connection } from "../../core/connection.js";
import { readConnection } from "../../core/protocol.js";
import { type AdapterCases, type AdapterHarness, eventually } from "./adapterContractSetup.js";
import { must, mustBe } from "../contractCase.js";

/** A subscription that is open, and what came over it. */
export async function listening({ adapter }: AdapterHarness, lastEventId: string | null = null) {
  must(adapter.subscribe !== undefined, "the adapter pushes; for one that does not ask for `{ pushes: false }`");
  const seen: Array<{ connection: Connection; id: string | null }> = [];
  const controller = new AbortController();
  let isOpen = false;
  const ended = adapter
    .subscribe(
      {
        onOpen: () => {
          isOpen = true;
        },
        onConnection: (connection, id) => seen.push({ connection, id }),
      },
      { signal: controller.signal, lastEventId },
    )
    .then(
      () => "resolved",
      (thrown: unknown) => thrown,
    );
  await eventually(
    () => Promise.resolve(isOpen),
    (open) => open,
    "the stream opens",
  );
  const arrives = (holds: (connection: Connection) => boolean, sentence: string) =>
    eventually(
      () => Promise.resolve(seen.find(({ connection }) => holds(connection))),
      (found) => found !== undefined,
      sentence,
    );
  return { seen, ended, arrives, end: () => controller.abort(new Error("nobody listens")) };
}

/** Changes that come by themselves. */
export const pushCases: AdapterCases = {
  "the stream begins with the connection as it is": async (harness) => {
    const now = await harness.adapter.getConnection();
    const { arrives, end, ended } = await listening(harness);
    await arrives(({ revision }) => revision === now.revision, "what is now comes first");
    end();
    await ended;
  },

  "a change that another page made arrives": async (harness) => {
    const before = await harness.adapter.getConnection();
    const { seen, arrives, end, ended } = await listening(harness);
    const made = await harness.another.connect({});
    await arrives(
      ({ generation, revision }) => generation === made.generation && revision > before.revision,
      "the new account arrives",
    );
    const revisions = seen.map(({ connection }) => connection.revision);
    mustBe(
      revisions,
      revisions.toSorted((a, b) => a - b),
      "the order of revisions",
    );
    end();
    await ended;
  },

  "a stream that goes on after an id does not repeat what that id had": async (harness) => {
    const first = await listening(harness);
    await harness.another.connect({});
    await first.arrives(({ status }) => status !== "not_connected", "the new account arrives");
    // Until nothing more comes of it.
    const { revision } = await eventually(
      () => harness.adapter.getConnection(),
      ({ can }) => can.update === true,
      "the account can be set up",
    );
    await first.arrives((connection) => connection.revision >= revision, "the last revision arrives");
    first.end();
    await first.ended;
    const last = first.seen.at(-1);
    must(last?.id != null, "what is pushed has an id");
    const { generation } = last.connection;
    const second = await listening(harness, last.id);
    await harness.another.disconnect({ generation });
    await second.arrives(({ status }) => status === "not_connected", "the next change arrives");
    must(
      second.seen.every(({ connection }) => connection.revision > last.connection.revision),
      "only what is newer comes",
    );
    second.end();
    await second.ended;
  },

  "what is pushed is a whole connection": async (harness) => {
    const { seen, arrives, end, ended } = await listening(harness);
    await harness.another.connect({});
    await arrives(({ status }) => status !== "not_connected", "the new account arrives");
    for (const { connection } of seen) {
      const read = readConnection(connection);
      for (const key of Object.keys(read) as (keyof Connection)[]) mustBe(connection[key], read[key], `"${key}"`);
    }
    end();
    await ended;
  },

  "a stream that is aborted before it begins does nothing": async ({ adapter }) => {
    const reason = new Error("nobody waits");
    let count = 0;
    const listener = { onOpen: () => (count += 1), onConnection: () => (count += 1) };
    const outcome: unknown = await adapter
      .subscribe?.(listener, { signal: AbortSignal.abort(reason) })
      .catch((thrown: unknown) => thrown);
    must(outcome === reason, "an aborted stream rejects with the signal's reason");
    mustBe(count, 0, "how often the listener was called");
  },

  "an abort ends the stream, and nothing comes after it": async (harness) => {
    const { seen, arrives, end, ended } = await listening(harness);
    await arrives(() => true, "what is now comes first");
    end();
    must((await ended) instanceof Error, "an aborted stream rejects with the signal's reason");
    const count = seen.length;
    await harness.another.connect({});
    await harness.adapter.getConnection();
    mustBe(seen.length, count, "what came after the abort");
  },
};
