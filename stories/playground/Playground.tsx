import { type CSSProperties, useState } from "react";
import { type ConnectionStatus, StatusBadge } from "react-stripe-connection";
import { type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { CodeToCopy } from "../support/CodeToCopy.js";
import { FixtureCard } from "../support/FixtureCard.js";
import { useStoryGlobals, useStorySettings } from "../support/StoryScope.js";
import { THEMES } from "../support/toolbar.js";
import { Controls } from "./Controls.js";
import { cssCode, type Edits, NO_EDITS, propCode, themeOf, tokensOf } from "./edits.js";
import { StripesForm } from "./StripesForm.js";

const STATUSES: readonly ConnectionStatus[] = ["not_connected", "connecting", "in_progress", "connected", "error"];

const preview = {
  flex: "1 1 min(360px, 100%)",
  minWidth: 0,
  maxWidth: 680,
  display: "grid",
  gridTemplateColumns: "minmax(0, 1fr)",
  gap: 24,
} as const;

/** Change the tokens, and see all that is made of them. */
export function Playground({ start = NO_EDITS }: { start?: Edits }) {
  const [edits, setEdits] = useState(start);
  const [state, setState] = useState<FixtureKey>("actionNeeded");
  const scheme = useScheme();
  const theme = { ...useStorySettings().theme, ...themeOf(edits) };
  return (
    // A page for designers: it keeps its direction, and the components have theirs.
    <div dir="ltr" lang="en">
      <h1 style={{ margin: "0 0 8px", lineHeight: 1.2 }}>Theming playground</h1>
      <p style={{ margin: "0 0 24px", maxWidth: 640 }}>
        Colours are chosen for the scheme that the toolbar shows: now <b>{scheme}</b>. What you don't touch keeps its
        value.
      </p>
      <div style={{ display: "flex", flexWrap: "wrap", alignItems: "start", gap: 32 }}>
        <div style={{ flex: "0 1 260px", minWidth: 0 }}>
          <Controls edits={edits} onChange={setEdits} scheme={scheme} />
        </div>
        <div style={{ ...preview, ...variables(edits) }}>
          <label style={{ display: "flex", alignItems: "center", gap: 8 }}>
            State
            <select value={state} onChange={(event) => setState(event.target.value as FixtureKey)}>
              {(Object.keys(fixtures) as FixtureKey[]).map((key) => (
                <option key={key}>{key}</option>
              ))}
            </select>
          </label>
          <FixtureCard state={fixtures[state]} theme={theme} width="100%" />
          <div style={{ display: "flex", flexWrap: "wrap", gap: 12 }}>
            {STATUSES.map((status) => (
              <StatusBadge key={status} status={status} />
            ))}
          </div>
          <StripesForm theme={theme} />
          <CodeToCopy title="As a prop" code={propCode(edits)} />
          <CodeToCopy title="As CSS" code={cssCode(edits)} />
        </div>
      </div>
    </div>
  );
}

/** A badge by itself has no provider: it takes the variables of its place. */
const variables = (edits: Edits) =>
  Object.fromEntries(Object.entries(tokensOf(edits)).map(([name, value]) => [`--rsc-${name}`, value])) as CSSProperties;

function useScheme(): "light" | "dark" {
  const { page } = THEMES[useStoryGlobals().theme];
  if (page !== "light dark") return page;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
