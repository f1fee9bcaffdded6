/** One value of one table; `null` deletes it. The journal is a list of these, where the last one counts. */
export interface JournalEntry {
  /** Which table. */
  table: string;
  /** Unique in its table. */
  id: string;
  /** Plain JSON. */
  value: unknown;
}

/** Where a simulator keeps what it must remember over a restart. */
export interface Journal {
  /** Everything that was appended, oldest first. */
  load(): Promise<JournalEntry[]>;
  /** Resolves once the entries would survive a power cut. */
  append(entries: JournalEntry[]): Promise<void>;
  /** Nothing more will come. */
  close?(): Promise<void>;
}

/** A map whose changes go to the journal. Values are plain JSON; after changing one in place, `put` it again. */
interface Table<T> {
  get(id: string): T | undefined;
  put(id: string, value: T): void;
  remove(id: string): void;
  values(): T[];
}

export interface Records {
  table<T>(name: string): Table<T>;
  /** Resolves once everything put so far is in the journal; rejects when it can't be written. */
  flush(): Promise<void>;
  /** Reads the journal. Call it once, before anything else. */
  load(): Promise<void>;
  /** Flushes and lets go of the journal. */
  close(): Promise<void>;
}

export function createRecords(journal: Journal | undefined): Records {
  const tables = new Map<string, Map<string, unknown>>();
  let unsaved = new Map<string, JournalEntry>();
  let writing: Promise<void> = Promise.resolve();

  const rows = (name: string) => {
    const known = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, known);
    return known;
  };
  const note = (table: string, id: string, value: unknown) => {
    if (journal) unsaved.set(`${table}/${id}`, { table, id, value });
  };

  async function write(): Promise<void> {
    if (!journal || unsaved.size === 0) return;
    const batch = unsaved;
    unsaved = new Map();
    try {
      // The journal gets a copy: the record goes on changing while the disk works.
      await journal.append(structuredClone([...batch.values()]));
    } catch (failure) {
      unsaved = new Map([...batch, ...unsaved]);
      throw failure;
    }
  }

  function flush(): Promise<void> {
    // One after the other; a failed write is told to whoever waits for it and tried again by the next.
    const turn = writing.then(write, write);
    writing = turn;
    return turn;
  }

  return {
    flush,
    table<T>(name: string): Table<T> {
      return {
        get: (id) => rows(name).get(id) as T | undefined,
        put: (id, value) => {
          rows(name).set(id, value);
          note(name, id, value);
        },
        remove: (id) => {
          if (rows(name).delete(id)) note(name, id, null);
        },
        values: () => [...rows(name).values()] as T[],
      };
    },
    async load() {
      for (const { table, id, value } of (await journal?.load()) ?? []) {
        if (value === null) rows(table).delete(id);
        else rows(table).set(id, value);
      }
    },
    async close() {
      try {
        await flush();
      } finally {
        await journal?.close?.();
      }
    },
  };
}
