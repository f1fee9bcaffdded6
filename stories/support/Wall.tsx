import { ConnectionError } from "react-stripe-connection";
import { fixtures, type FixtureState } from "react-stripe-connection/testing";
import { FixtureCard } from "./FixtureCard.js";
import { useStoryWidth } from "./StoryScope.js";

const UNREADY: Record<string, FixtureState> = {
  loading: "loading",
  failed: new ConnectionError("network"),
  failedAtStripe: new ConnectionError("stripe_unavailable", { requestId: "req_8fJk2LmN0pQr" }),
  signedOut: new ConnectionError("session_expired"),
};

export const STATES: Record<string, FixtureState> = { ...fixtures, ...UNREADY };

/** Every state at once. */
export function Wall({ only, width }: { only?: readonly string[]; width?: number }) {
  const wide = useStoryWidth(width ?? "100%");
  return (
    <div style={{ columns: typeof wide === "number" ? `${wide}px` : "480px", columnGap: 32 }}>
      {Object.entries(STATES)
        .filter(([name]) => !only || only.includes(name))
        .map(([name, state]) => (
          <div key={name} style={{ breakInside: "avoid", marginBottom: 24 }}>
            <p style={{ margin: "0 0 8px", fontSize: 12, lineHeight: "16px", fontWeight: 500 }}>{name}</p>
            <FixtureCard state={state} width={wide} />
          </div>
        ))}
    </div>
  );
}
