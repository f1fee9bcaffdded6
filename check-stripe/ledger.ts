import { StripeFault } from "../src/server/stripe/stripeFault.js";

/** A kind of thing that a check makes at Stripe. */
export interface Kind {
  /** As it is called in a message: `account`. */
  name: string;
  /** Ends the thing. Rejects with a `StripeFault` of kind `gone` where it has ended already. */
  end(id: string): Promise<void>;
  /** The ids of all that this run made and that still exist: asked where an answer was lost. */
  find(): Promise<string[]>;
}

/** What was made at Stripe and has to be ended, whatever becomes of the checks. */
export interface Ledger {
  /** Makes a thing and writes it down. Throws after `endAll`. */
  make<T extends { id: string }>(kind: Kind, make: () => Promise<T>): Promise<T>;
  /** The thing was ended by a check. */
  strike(id: string): void;
  /** Ends all that is left, the newest first. `ended` also counts what checks have ended. */
  endAll(): Promise<{ ended: number; left: Left[] }>;
}

export interface Left {
  kind: string;
  /** Null: it is not known whether there is one. */
  id: string | null;
  why: unknown;
}

export function createLedger(): Ledger {
  const made = new Map<string, Kind>();
  /** Kinds of which one may have been made without an answer. */
  const unsure = new Set<Kind>();
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;
  let ended = 0;

  const record = async <T extends { id: string }>(kind: Kind, make: () => Promise<T>): Promise<T> => {
    try {
      const thing = await make();
      made.set(thing.id, kind);
      return thing;
    } catch (thrown) {
      if (!(thrown instanceof StripeFault) || thrown.kind === "unknown") unsure.add(kind);
      throw thrown;
    }
  };

  const end = async (kind: Kind, id: string): Promise<Left | null> => {
    try {
      await kind.end(id);
      return null;
    } catch (why) {
      return why instanceof StripeFault && why.kind === "gone" ? null : { kind: kind.name, id, why };
    }
  };

  return {
    async make(kind, make) {
      if (isClosed) throw new Error("the checks are over: nothing more is made");
      const work = record(kind, make);
      underWay.add(work);
      try {
        return await work;
      } finally {
        underWay.delete(work);
      }
    },

    strike(id) {
      if (made.delete(id)) ended += 1;
    },

    async endAll() {
      isClosed = true;
      await Promise.allSettled(underWay);
      const left: Left[] = [];
      for (const kind of unsure) {
        try {
          for (const id of await kind.find()) made.set(id, kind);
        } catch (why) {
          left.push({ kind: kind.name, id: null, why });
        }
      }
      for (const [id, kind] of [...made].toReversed()) {
        const one = await end(kind, id);
        if (one) left.push(one);
        else ended += 1;
      }
      made.clear();
      return { ended, left };
    },
  };
}
