import { ShownCard, type ShownState, shownStates } from "./shownStates.js";

interface StateWallProps {
  states?: readonly ShownState[];
  scheme?: "light" | "dark";
  dir?: "ltr" | "rtl";
  /** Of each card, px. */
  width?: number;
}

/** What is tried again for seconds before it is shown stands aside: these have the parts of others. */
export const atOnce = shownStates.filter(({ name }) => !["failed", "failedAtStripe", "stale"].includes(name));

/** Every state at once, each where `data-shown` has its name: one page is asked instead of fifty. */
export function StateWall({ states = atOnce, scheme = "light", dir = "ltr", width = 640 }: StateWallProps) {
  return (
    <main
      dir={dir}
      style={{
        display: "grid",
        gap: 16,
        inlineSize: width,
        colorScheme: scheme,
        background: scheme === "dark" ? "#0e1013" : "#f3f4f7",
        font: "400 14px/20px system-ui, sans-serif",
      }}
    >
      {states.map((shown) => (
        <div key={shown.name} data-shown={shown.name} style={{ minInlineSize: 0 }}>
          <ShownCard shown={shown} dir={dir} theme={{ colorScheme: scheme }} />
        </div>
      ))}
    </main>
  );
}

/** Answered or given up, and the words of the requirements are here. */
export const isWallDrawn = (states: readonly ShownState[] = atOnce): boolean => {
  const count = (selector: string) => document.querySelectorAll(`[data-shown] ${selector}`).length;
  const stale = states.filter(({ state, known }) => state instanceof Error && known).length;
  const loading = states.filter(({ state }) => state === "loading").length;
  return (
    count("[data-loading]") === loading &&
    count("[data-waits]") === 0 &&
    count('[data-rsc="connection-card"]') === states.length &&
    count('[data-part="notice-actions"]') >= stale
  );
};
