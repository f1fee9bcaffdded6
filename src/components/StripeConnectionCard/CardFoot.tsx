"use client";
import { useId, useState } from "react";
import type { Connection } from "../../core/connection.js";
import { Icon } from "../primitives/Icon.js";
import { useConnectionSettings } from "../../react/context.js";
import type { Told } from "../description/descriptionStore.js";
import { TroubleshootPanel } from "../TroubleshootPanel/TroubleshootPanel.js";
import { Facts } from "./Facts.js";
import type { CardActions } from "./state/useCardActions.js";

interface CardFootProps {
  connection: Connection;
  description: Told;
  actions: CardActions;
}

/** The facts of an account that works or worked; the reasons for one that is not there yet. */
export function CardFoot({ connection, description, actions }: CardFootProps) {
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
          <TroubleshootPanel connection={connection} onFix={actions.openForm} onCheck={actions.check} />
        </div>
      ) : null}
    </div>
  );
}
