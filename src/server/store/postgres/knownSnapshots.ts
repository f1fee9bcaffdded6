import type { Key } from "../connectionStore.js";
import type { AccountSnapshot } from "../storedConnection.js";
import { frozen } from "../frozen.js";
import { parseJson, type Row, text, textOrNull, toJson } from "./rows.js";

/** So many rows, typically 5 kB each. */
const KEPT = 2_000;

interface Known {
  revision: number;
  json: string;
  snapshot: AccountSnapshot;
}

/**
 * The snapshots that this process read or wrote last, so that one which stays the same is neither sent nor parsed again.
 * One frozen object serves all who read it.
 */
export interface KnownSnapshots {
  /** The row's snapshot. */
  read: (row: Row) => AccountSnapshot | null;
  /** Whether the row holds this JSON as long as it is at `revision`. */
  isHeld: (key: Key, revision: number | undefined, json: string) => boolean;
  /** The row was written. */
  written: (key: Key, known: Known) => void;
}

export function createKnownSnapshots(): KnownSnapshots {
  const rows = new Map<string, Known>();
  const idOf = (mode: string, tenantJson: string) => `${mode} ${tenantJson}`;
  const keep = (id: string, known: Known) => {
    if (rows.size >= KEPT && !rows.has(id)) rows.clear();
    rows.set(id, known);
  };

  return {
    read(row) {
      const json = textOrNull(row, "snapshot");
      if (json === null) return null;
      const id = idOf(text(row, "mode"), text(row, "tenant"));
      const known = rows.get(id);
      const snapshot = known?.json === json ? known.snapshot : frozen(parseJson<AccountSnapshot>(json));
      keep(id, { revision: Number(text(row, "revision")), json, snapshot });
      return snapshot;
    },

    isHeld({ tenant, mode }, revision, json) {
      const known = rows.get(idOf(mode, toJson(tenant)));
      return known !== undefined && known.revision === revision && known.json === json;
    },

    written({ tenant, mode }, known) {
      keep(idOf(mode, toJson(tenant)), known);
    },
  };
}
