import { useState, useSyncExternalStore } from "react";
import type { Connection, Requirement } from "../../src/core/connection.js";

// A card written by hand for one state, one language and one product: the same elements, words and rules as ours
// (bench.mjs compares them), classes of a style sheet in place of styled-components, and no more care.

export interface PlainStore {
  get: () => Connection;
  set: (connection: Connection) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createPlainStore(connection: Connection): PlainStore {
  let current = connection;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(next) {
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const LABELS: Record<string, string> = {
  in_progress: "In progress",
  connected: "Connected",
  not_connected: "Not connected",
};
const TONES: Record<string, string> = { in_progress: "info", connected: "success", not_connected: "neutral" };

const ICONS = {
  mark: "M4.3 4.8h11.4a2 2 0 0 1 2 2v6.4a2 2 0 0 1-2 2H4.3a2 2 0 0 1-2-2V6.8a2 2 0 0 1 2-2zM2.5 8.3h15M5.3 12.2h3.2",
  dots: "M10 4.5v.01M10 10v.01M10 15.5v.01",
  chevron: "m7.5 5 5 5-5 5",
  id: "M4.5 4h11a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM7.2 10.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM4.7 13.4c.4-1.2 1.3-1.8 2.5-1.8s2.1.6 2.5 1.8M12.5 8.5H15M12.5 11.5H15",
  store:
    "M3.5 9v6.5a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V9M2.5 7.2 4 3.5h12l1.5 3.7a2.5 2.5 0 0 1-5 0 2.5 2.5 0 0 1-5 0 2.5 2.5 0 0 1-5 0M8 16.5V13h4v3.5",
  bank: "M2.5 7.5 10 3l7.5 4.5zM4.5 8v6M8.2 8v6M11.8 8v6M15.5 8v6M2.5 16.5h15",
};

/** What is asked for, in the words that the bench's connection needs. */
const THINGS: Record<string, { title: string; text: string; icon: keyof typeof ICONS }> = {
  "individual.verification.document": {
    title: "Proof of identity",
    text: "Stripe couldn't read the photo because it was blurry or dark. Take a new one in good light and upload it in color.",
    icon: "id",
  },
  "business_profile.url": {
    title: "Business website",
    text: "Stripe needs a working website that says what you sell. If you have none, describe your products instead.",
    icon: "store",
  },
  external_account: {
    title: "Bank account",
    text: "Add the bank account that Stripe sends your payouts to.",
    icon: "bank",
  },
};

const day = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", timeZone: "UTC" });
const long = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

function Icon({ name, size = 20 }: { name: keyof typeof ICONS; size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "dots" ? 3 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      data-icon={name}
    >
      <path d={ICONS[name]} />
    </svg>
  );
}

function Row({ requirement, now, onOpen }: { requirement: Requirement; now: number; onOpen: (key: string) => void }) {
  const thing = THINGS[requirement.key];
  if (!thing) return null;
  const due = requirement.deadline === null ? null : Date.parse(requirement.deadline);
  return (
    <li>
      <button type="button" className="row" data-state={requirement.state} onClick={() => onOpen(requirement.key)}>
        <Icon name={thing.icon} />
        <span className="row-text">
          <b>
            <bdi>{thing.title}</bdi>
            {requirement.person?.name ? (
              <>
                {" "}
                <bdi className="for-whom">for {requirement.person.name}</bdi>
              </>
            ) : null}
          </b>
          <span>
            <bdi>{thing.text}</bdi>
          </span>
        </span>
        {due === null ? null : (
          <time className="due" data-tone="danger" dateTime={requirement.deadline ?? ""}>
            <bdi>Due {day.format(due)}</bdi>
            <small>
              <bdi>{relative.format(Math.ceil((due - now) / 86_400_000), "day")}</bdi>
            </small>
          </time>
        )}
        <Icon name="chevron" size={16} />
      </button>
    </li>
  );
}

export function PlainCard({ store }: { store: PlainStore }) {
  const connection = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [isOpen, setOpen] = useState(false);
  const [isExpanded, setExpanded] = useState(false);
  const now = Date.parse(connection.serverTime);
  const open = (_key: string | null) => setOpen(true);
  return (
    <div className="card" role="group" aria-label="Stripe" data-theme="auto" data-status={connection.status}>
      <div className="head">
        <div className="head-row">
          <span className="mark">
            <Icon name="mark" size={22} />
          </span>
          <div className="titles">
            <h2 className="heading" tabIndex={-1}>
              Stripe
            </h2>
            <div className="subtitle">
              <bdi className="name" title={connection.account?.displayName ?? ""}>
                {connection.account?.displayName}
              </bdi>
              {connection.mode === "test" ? <span className="tag">Test mode</span> : null}
            </div>
          </div>
          <span className="status-badge" data-tone={TONES[connection.status]}>
            <i className="dot" aria-hidden="true" />
            <span>{LABELS[connection.status]}</span>
          </span>
          <button
            type="button"
            className="kebab"
            aria-label="More actions"
            aria-haspopup="menu"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="dots" />
          </button>
        </div>
      </div>
      <div className="body">
        <div className="stack">
          <p className="lead">
            <span>Stripe needs {connection.requirements.length} more details before you can publish plans.</span>
            {connection.startedBy && connection.account?.createdAt ? (
              <small>
                Started by {connection.startedBy} on {long.format(Date.parse(connection.account.createdAt))}.
              </small>
            ) : null}
          </p>
          <ul className="rows" aria-label="What Stripe needs">
            {connection.requirements.map((requirement) => (
              <Row key={requirement.key} requirement={requirement} now={now} onOpen={open} />
            ))}
          </ul>
          <div className="actions">
            <button type="button" className="button" data-variant="primary" onClick={() => open(null)}>
              <span>Update Stripe information</span>
            </button>
          </div>
        </div>
      </div>
      <div className="foot">
        <button
          type="button"
          className="disclosure"
          aria-expanded={isExpanded}
          onClick={() => setExpanded(!isExpanded)}
        >
          <Icon name="chevron" size={16} />
          <span>Why is this still in progress?</span>
        </button>
      </div>
      <div className="announcer" role="status" />
      <div className="announcer" role="status" />
    </div>
  );
}
