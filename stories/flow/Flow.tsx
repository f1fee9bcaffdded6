import { useState } from "react";
import { StripeConnectionCard, useStripeConnection } from "react-stripe-connection";
import type { StripeSimulator } from "react-stripe-connection/simulator";
import { LiveConnection } from "../support/LiveConnection.js";
import { useStoryWidth } from "../support/StoryScope.js";
import { StageList } from "./StageList.js";
import { stageOf } from "./stages.js";

/** The whole life of a connection, to be played: the card, and beside it where it is and what Stripe may do next. */
export function Flow() {
  const [simulator, setSimulator] = useState<StripeSimulator | null>(null);
  return (
    <LiveConnection onSimulator={setSimulator}>
      <div style={{ display: "flex", flexWrap: "wrap", alignItems: "start", gap: 32 }}>
        <div style={{ flex: "1 1 320px", minWidth: 0, maxWidth: useStoryWidth(640) }}>
          <StripeConnectionCard />
        </div>
        <Stages simulator={simulator} />
      </div>
    </LiveConnection>
  );
}

function Stages({ simulator }: { simulator: StripeSimulator | null }) {
  const connection = useStripeConnection(({ connection: known }) => known);
  return <StageList current={connection ? stageOf(connection) : null} simulator={simulator} />;
}
