"use client";
import { useId, useState } from "react";
import { Icon } from "../primitives/Icon.js";
import { useConnectionSettings } from "../../react/context.js";
import type { Told } from "../description/descriptionStore.js";
import { TroubleshootPanel } from "../TroubleshootPanel/TroubleshootPanel.js";
import { Facts } from "./Facts.js";
import type { CardController, ReadyState } from "./state/CardController.js";

interface CardFootProps {
  state: ReadyState;
  description: Told;
  card: CardController;
  /** Null where there is no dashboard to open. */
  onDashboard: (() => void) | null;
}

/** The facts of an account that works or worked; the reasons for one that is not there yet. */
export function CardFoot({ state: { connection, pending }, description, card, onDashboard }: CardFootProps) {
  const { messages } = useConnectionSettings();
  const words = messages.card;
  const [isExpanded, setExpanded] = useState(false);
  const id = useId();
  const { status, connectedAt, account } = connection;

  if (account && (status === "connected" || (status === "error" && connectedAt))) {
    return (
      <Facts
        connection={connection}
        description={description}
        words={words}
        lastChecked={description.checked ?? words.facts.never}
        isOpening={pending === "open_dashboard"}
        onDashboard={onDashboard}
      />
    );
  }
  if (status !== "in_progress" || description.rows.length === 0) return null;
  return (
    <div data-part="foot">
      <button
        type="button"
        data-part="disclosure"
        aria-expanded={isExpanded}
        aria-controls={isExpanded ? id : undefined}
        onClick={() => setExpanded(!isExpanded)}
      >
        <Icon name="chevron" size={16} />
        <span>{words.troubleshoot.question}</span>
      </button>
      {isExpanded ? (
        <div data-part="why" id={id}>
          <TroubleshootPanel connection={connection} onFix={card.openForm} onCheck={() => card.check()} />
        </div>
      ) : null}
    </div>
  );
}
