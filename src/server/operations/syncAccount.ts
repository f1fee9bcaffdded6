import { ConnectionError } from "../../core/errors.js";
import type { AccountSnapshot, StoredConnection } from "../store/storedConnection.js";
import {
  capabilityReasons,
  type CapabilityReasons,
  leavesReasonsOpen,
  reasonsStillTrue,
} from "../../stripe/capabilityReasons.js";
import { createAccountMeaning } from "./accountMeaning.js";
import type { Callbacks } from "./callbacks.js";
import { generationOf } from "../store/connectionStore.js";
import { endConnection } from "./endConnection.js";
import { factsOfSnapshot } from "./facts.js";
import { errorFields } from "../logger.js";
import type { HandlerContext } from "../context.js";
import { createSharedReads } from "./sharedReads.js";
import { StripeFault } from "../stripe/stripeFault.js";

/** Reads of one account begin at least this far apart. */
const REST_MS = 250;
/** How often a write is tried again that found another row than the one it was made for. */
const RETRIES = 3;

export interface AccountSync {
  /**
   * Reads the account from Stripe and writes what it says, with the event that told of it. Resolves once that is
   * committed, with what is stored then. An account that is gone at Stripe ends the connection. `heard`: the sequence
   * that was taken with the event. Default: one is taken.
   */
  sync: (stored: StoredConnection, eventId?: string, heard?: number) => Promise<StoredConnection | null>;
  close: () => void;
}

interface Read {
  outcome: "read";
  sequence: number;
  snapshot: AccountSnapshot;
  knownToWork: boolean;
}
type Reading = Read | { outcome: "removed" | "closed" | "ended" };

export function createAccountSync(context: HandlerContext, callbacks: Callbacks): AccountSync {
  const { store, gateway, platform, options, runtime, logger, count } = context;
  const reads = createSharedReads<Reading>(runtime, REST_MS);
  const meaningOf = createAccountMeaning(options.requiredCapabilities);

  const readAccount = async (stored: StoredConnection, taken?: number): Promise<Reading> => {
    // Taken before Stripe is asked: of two reads the one that began later wins, whichever ends first.
    const sequence = taken ?? (await store.nextSequence(generationOf(stored)));
    if (typeof sequence !== "number" || stored.accountId === null) return { outcome: "ended" };
    try {
      const { account, simulated } = await gateway.retrieveAccount(stored.accountId);
      const persons = namesPersons(account) ? await personsOf(stored.accountId) : [];
      const reasons = await reasonsFor(stored, stored.accountId, account);
      const { connectedAt } = stored;
      const answer = { account, persons, capabilityReasons: reasons, connectedAt, simulated };
      const meaning = meaningOf(stored.accountId, answer);
      if (meaning.outcome !== "read") return meaning;
      return { outcome: "read", sequence, snapshot: meaning.snapshot, knownToWork: connectedAt !== null };
    } catch (thrown) {
      if (thrown instanceof StripeFault && thrown.kind === "gone") return { outcome: "removed" };
      throw thrown;
    }
  };

  const personsOf = (accountId: string) => unlessRefused("persons", () => gateway.listPersons(accountId));

  /** v1 tells why a capability is off on the capability only. Asked where nothing else says it, and once. */
  const reasonsFor = async (
    stored: StoredConnection,
    accountId: string,
    account: unknown,
  ): Promise<CapabilityReasons> => {
    const known = reasonsStillTrue(account, stored.snapshot?.derived ?? null);
    if (!leavesReasonsOpen(account, known)) return known;
    return capabilityReasons(await unlessRefused("capabilities", () => gateway.listCapabilities(accountId)));
  };

  /** Names and reasons are worth a call, and no more: a key without the right to read them reads the account all the same. */
  const unlessRefused = async <T>(what: string, ask: () => Promise<T[]>): Promise<T[]> => {
    try {
      return await ask();
    } catch (thrown) {
      if (!(thrown instanceof StripeFault) || (thrown.kind !== "refused" && thrown.kind !== "gone")) throw thrown;
      count(`${what}_refused`);
      logger.info(`the ${what} of an account can't be read`, errorFields(thrown));
      return [];
    }
  };

  const sync = async (stored: StoredConnection, eventId?: string, heard?: number): Promise<StoredConnection | null> => {
    if (stored.state !== "linked") return stored;
    const key = generationOf(stored);
    const event = eventId === undefined ? {} : { eventId };
    let taken = heard;
    if (eventId !== undefined && heard === undefined) {
      const sequence = await store.nextSequence({ eventId, ...key });
      if (typeof sequence !== "number") {
        count("event_ignored", { why: sequence });
        return context.read(stored.tenant);
      }
      taken = sequence;
    }
    const joined = reads.join(`${stored.generation} ${stored.accountId}`, () => readAccount(stored, taken));
    // Good for a read that began just now. One that has to wait takes its own: others may have read meanwhile.
    taken = undefined;
    const reading = await joined;
    if (reading.outcome === "ended") return context.read(stored.tenant);
    if (reading.outcome !== "read") return remove(stored, reading.outcome, eventId);

    const { outcome, connection } = await write(stored, reading, event);
    // It worked in the meantime, and what had stopped since was read as progress: read it as what it is.
    if (outcome === "applied" && connection?.connectedAt && !reading.knownToWork && !isConnected(reading.snapshot)) {
      return sync(connection);
    }
    return connection;
  };

  /** What changed is told against the very row that is written over: two who see one change tell it once, and none is missed. */
  const write = async (stored: StoredConnection, { sequence, snapshot }: Read, event: { eventId?: string }) => {
    let before = stored;
    for (let attempt = 0; attempt <= RETRIES; attempt += 1) {
      const facts = callbacks.wanted(factsOfSnapshot(before, snapshot, Date.parse(before.readAt)));
      const { revision } = before;
      const result = await store.apply({ sequence, revision, snapshot, facts, ...event, ...generationOf(stored) });
      if (result.outcome !== "changed" || !result.connection) {
        const names = facts.map(({ name }) => name);
        if (names.length > 0) context.later("running the callbacks", () => callbacks.run(names));
        return result;
      }
      count("write_conflict");
      before = result.connection;
    }
    throw new ConnectionError("conflict", { message: "the connection keeps changing: look again", retryAfter: 2 });
  };

  /** Stripe says that the account is gone, and it is Stripe's to say. */
  const remove = async (
    stored: StoredConnection,
    how: "removed" | "closed",
    eventId?: string,
  ): Promise<StoredConnection | null> => {
    await platform.mustHave(stored);
    count("account_removed");
    return (await endConnection(context, callbacks, stored, how, eventId)).connection;
  };

  return { sync, close: reads.close };
}

function isConnected(snapshot: AccountSnapshot): boolean {
  return snapshot.derived.status === "connected";
}

/** Names cost a second call: only where something is asked of a person. */
function namesPersons(account: { requirements?: unknown; future_requirements?: unknown }): boolean {
  return /"person_/.test(JSON.stringify([account.requirements, account.future_requirements]));
}
