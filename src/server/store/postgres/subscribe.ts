import * as v from "valibot";
import { MODES } from "../../../core/connection.js";
import { safeWarning } from "../../logger.js";
import { type Runtime, systemRuntime } from "../../runtime.js";
import type { ConnectionStore } from "../connectionStore.js";
import type { PostgresStoreOptions } from "./options.js";
import type { Run } from "./rows.js";
import { CHANGE_CHANNEL, TELL_CHANGE } from "./schema.js";

/** A notification takes less, unless it does not arrive at all. Milliseconds. */
const ARRIVES_MS = 2_000;
/** The process may have been busy during the first one. */
const ATTEMPTS = 2;
/** No tenant's key begins so. */
const OWN = "listening:";

const changeSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ tenantKey: v.string(), mode: v.picklist(MODES), revision: v.number() }),
);

/** A change, so that a `listen` of the host's that looks at its payloads passes it on. */
const NOTIFY = `select count(${TELL_CHANGE("$1::text", "'test'", "0")})::text as told`;

/**
 * Listens for changes. A pooler in transaction mode accepts LISTEN and delivers nothing, so the store notifies itself
 * and warns where that does not arrive.
 */
export function subscribeVerb(
  run: Run,
  { listen, logger }: Required<Pick<PostgresStoreOptions, "listen">> & PostgresStoreOptions,
  { after, randomUUID }: Pick<Runtime, "after" | "randomUUID"> = systemRuntime,
): NonNullable<ConnectionStore["subscribe"]> {
  return async (onChange, onDrop) => {
    await run("select 'answered' as outcome", []);
    const own = `${OWN}${randomUUID()}`;
    let isDone = false;
    let cancel: (() => void) | null = null;
    const finish = () => {
      isDone = true;
      cancel?.();
    };
    const tell = (payload: string) => {
      // Every role of the database can write to a channel.
      const change = v.safeParse(changeSchema, payload);
      if (!change.success) return;
      if (change.output.tenantKey === own) finish();
      else if (!change.output.tenantKey.startsWith(OWN)) onChange(change.output);
    };
    const end = await listen(CHANGE_CHANNEL, tell, onDrop);

    const notifySelf = async (attempt: number): Promise<void> => {
      await run(NOTIFY, [own]);
      if (isDone) return;
      cancel = after(ARRIVES_MS, () => {
        if (attempt < ATTEMPTS) return begin(attempt + 1);
        safeWarning(logger)(
          "`listen` of createPostgresStore receives no notification, so pages learn late of changes. Give it the direct address of PostgreSQL: LISTEN does not work through a pooler in transaction mode, or in another database",
        );
      });
    };
    const begin = (attempt: number) => {
      // A database that fails here says nothing about `listen`, and the next verb reports it.
      notifySelf(attempt).catch(finish);
    };
    begin(1);

    return async () => {
      finish();
      await end();
    };
  };
}
