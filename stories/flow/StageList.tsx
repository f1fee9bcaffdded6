import type { StripeSimulator } from "react-stripe-connection/simulator";
import { type Stage, STAGES } from "./stages.js";

interface StageListProps {
  current: Stage["id"] | null;
  simulator: StripeSimulator | null;
}

/** All stages, with the one that it is in now and what there is to do. */
export function StageList({ current, simulator }: StageListProps) {
  return (
    // For those who try it out, who read English: it keeps its direction.
    <ol
      dir="ltr"
      lang="en"
      aria-label="Stages of a connection"
      style={{ flex: "0 1 280px", margin: 0, padding: 0, listStyle: "none", fontSize: 13, lineHeight: "18px" }}
    >
      {STAGES.map((stage, index) => {
        const isCurrent = stage.id === current;
        return (
          <li
            key={stage.id}
            aria-current={isCurrent ? "step" : undefined}
            style={{ display: "grid", gridTemplateColumns: "24px 1fr", columnGap: 12, paddingBlockEnd: 20 }}
          >
            <span
              aria-hidden="true"
              style={{
                display: "grid",
                placeItems: "center",
                inlineSize: 24,
                blockSize: 24,
                boxSizing: "border-box",
                borderRadius: "50%",
                border: `1px solid ${isCurrent ? "transparent" : "light-dark(#8a93a3, #6b7484)"}`,
                background: isCurrent ? "light-dark(#15181e, #f1f3f6)" : "transparent",
                color: isCurrent ? "light-dark(#fff, #15181e)" : "inherit",
                fontSize: 12,
                fontWeight: 600,
              }}
            >
              {index + 1}
            </span>
            <div style={{ paddingBlockStart: 3 }}>
              <b style={{ fontWeight: isCurrent ? 600 : 500 }}>{stage.title}</b>
              {isCurrent ? <Todo stage={stage} simulator={simulator} /> : null}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function Todo({ stage, simulator }: { stage: Stage; simulator: StripeSimulator | null }) {
  return (
    <>
      <p style={{ margin: "4px 0 0", color: "light-dark(#5b6472, #a0a8b5)" }}>{stage.todo}</p>
      {stage.stripe && simulator ? (
        <button
          type="button"
          onClick={() => void stage.stripe?.act(simulator)}
          style={{ font: "inherit", margin: "8px 0 0", padding: "6px 10px", cursor: "pointer" }}
        >
          {stage.stripe.label}
        </button>
      ) : null}
    </>
  );
}
