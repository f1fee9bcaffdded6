import { useId, useState } from "react";
import { type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { CodeToCopy } from "../support/CodeToCopy.js";
import { DocsTable } from "../support/DocsTable.js";
import { FixtureCard } from "../support/FixtureCard.js";
import { WithCode } from "../support/WithCode.js";
import { PARTS, ROOTS } from "./parts.js";

const SLOTS: readonly (readonly [string, string])[] = [
  ["header", "Mark, title and badge. The three dots stay."],
  ["notice", "Each notice, with its words in `notice`."],
  ["actions", "The button that moves things on, with what comes before it."],
  ["footer", "The facts of an account, or the reasons why it is in progress."],
];

const RULES = `[data-rsc="connection-card"] [data-part="facts"] { display: none; }
[data-rsc="connection-card"][data-status="error"] { border-color: var(--red); }`;

/** What the card is made of, by the names to style it and to find it in tests. */
export function AnatomyPage() {
  const [state, setState] = useState<FixtureKey>("actionNeeded");
  const [shown, setShown] = useState<string | null>(null);
  return (
    // A page for designers and developers: it keeps its direction, and the card has its own.
    <div dir="ltr" lang="en" style={{ maxWidth: 960 }}>
      {/* As a host styles it: by the root and the part. */}
      {shown ? (
        <style>{`[data-rsc] [data-part="${shown}"] { outline: 2px solid #e5006d; outline-offset: 1px; }`}</style>
      ) : null}
      <h1 style={{ margin: "0 0 8px", lineHeight: 1.2 }}>Anatomy</h1>
      <p style={{ margin: "0 0 24px", maxWidth: 640 }}>
        Roots have <code>data-rsc</code>, what is in them has <code>data-part</code>. Both stay as they are within a
        major version; class names do not. Press a part to see it in the card.
      </p>
      <div style={{ display: "grid", gap: 12, marginBlockEnd: 32 }}>
        <label style={{ display: "flex", alignItems: "center", gap: 8 }}>
          State
          <select value={state} onChange={(event) => setState(event.target.value as FixtureKey)}>
            {(Object.keys(fixtures) as FixtureKey[]).map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </label>
        <FixtureCard state={fixtures[state]} />
      </div>
      <Table title="Roots" head={["data-rsc", "Component", "Says"]} rows={ROOTS} />
      <p style={{ margin: "-8px 0 32px", maxWidth: 640 }}>
        <WithCode text="`data-status` is the connection's status, such as `in_progress`; `data-tone` is `neutral`, `info`, `success`, `warning` or `danger`; `data-loading` is there while it loads. `className`, `style` and `ref` of the card go to its root." />
      </p>
      {Object.entries(PARTS).map(([title, parts]) => (
        <Parts key={title} title={title} parts={parts} shown={shown} onShow={setShown} />
      ))}
      <Table title="Slots of the card" head={["Slot", "In place of"]} rows={SLOTS} />
      <p style={{ margin: "-8px 0 32px", maxWidth: 640 }}>
        <WithCode text="A slot is a function. It gets `connection`, `description` (the words that the card shows), `operations` (what the card's own buttons do) and `children`: what the card has there by itself. When it throws, the card shows its own." />
      </p>
      <h2 style={{ margin: "0 0 8px", fontSize: 18 }}>Style it</h2>
      <p style={{ margin: "0 0 8px", maxWidth: 640 }}>
        Values are CSS variables, listed under Tokens. For what no variable says, there are the parts:
      </p>
      <CodeToCopy title="Rules by root and part" code={RULES} />
    </div>
  );
}

interface TableProps {
  title: string;
  head: readonly string[];
  /** Each begins with a name of code. */
  rows: readonly (readonly [name: string, ...texts: string[]])[];
}

function Table({ title, head, rows }: TableProps) {
  return (
    <section>
      <h2 style={{ margin: "0 0 8px", fontSize: 18 }}>{title}</h2>
      <DocsTable label={title} head={head} rows={rows.map(([name, ...texts]) => [`\`${name}\``, ...texts])} />
    </section>
  );
}

interface PartsProps {
  title: string;
  parts: Record<string, string>;
  shown: string | null;
  onShow: (part: string | null) => void;
}

function Parts({ title, parts, shown, onShow }: PartsProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ marginBlockEnd: 32 }}>
      <h2 id={id} style={{ margin: "0 0 8px", fontSize: 18 }}>
        {title}
      </h2>
      <ul
        style={{
          display: "grid",
          gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 280px), 1fr))",
          gap: "4px 24px",
          margin: 0,
          padding: 0,
          listStyle: "none",
        }}
      >
        {Object.entries(parts).map(([part, sentence]) => (
          <li key={part} style={{ paddingBlock: 6 }}>
            <button
              type="button"
              aria-pressed={shown === part}
              onClick={() => onShow(shown === part ? null : part)}
              style={{ font: "12px/20px ui-monospace, monospace", cursor: "pointer" }}
            >
              {part}
            </button>
            <br />
            <WithCode text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
