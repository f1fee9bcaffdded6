"use client";
import { useEffect, useInsertionEffect, useState } from "react";
import { useConnectionSettings } from "../../../react/context.js";
import { CardController, type ReadyState } from "./CardController.js";
import { type CardState, currentState, UNTOUCHED } from "./cardState.js";

/** The card's controller, and of its state what still holds for the connection that is shown. */
export function useCardController(state: ReadyState): { card: CardController; now: CardState } {
  const settings = useConnectionSettings();
  const { connection } = state;
  const [card] = useState(() => new CardController(state, settings));
  // Not a layout effect: React 18 warns about each of them on a server.
  useInsertionEffect(() => card.show(state, settings), [card, state, settings]);
  // Only this hook reads the state, so nothing can tear. `useSyncExternalStore` would draw every change synchronously.
  const [kept, setKept] = useState(card.getState);
  useEffect(() => {
    const read = () => setKept(card.getState());
    // An effect of a slot's runs before this one, and may have done something already.
    if (card.getState() !== UNTOUCHED) read();
    return card.subscribe(read);
  }, [card]);

  // The first connection that isn't busy decides: a form that opens later takes the focus from a person who has gone on.
  // A hosted page would take the person away from the page that the e-mail has named.
  const isDecided = settings.onboarding === "embedded" && connection.can.update !== "busy";
  useEffect(() => {
    if (isDecided) card.openByAddress();
  }, [card, isDecided]);
  return { card, now: currentState(kept, connection) };
}
