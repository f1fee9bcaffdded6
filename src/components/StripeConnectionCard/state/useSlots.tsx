"use client";
import { type ReactNode, useMemo } from "react";
import { CardBoundary } from "../CardBoundary.js";
import { type CardOperations, type SlotProps, useCardOptions } from "../CardOptions.js";
import type { CardController } from "./CardController.js";

type Fill = (given: SlotProps) => ReactNode;

/** Puts what the host fills a place with there; what the card has itself where it gives nothing, or breaks. */
export type FillSlot = (fill: Fill | undefined, own: ReactNode) => ReactNode;

interface SlotContext extends Pick<SlotProps, "connection" | "description"> {
  card: CardController;
}

export function useSlots(context: SlotContext): FillSlot {
  const { onError } = useCardOptions();
  return (fill, own) =>
    fill ? (
      <CardBoundary fallback={() => own} onError={onError} resetOn={context.connection}>
        <Filled fill={fill} {...context}>
          {own}
        </Filled>
      </CardBoundary>
    ) : (
      own
    );
}

/** A component of its own, so that what throws in it throws below the boundary. */
function Filled({ fill, card, ...given }: SlotContext & { fill: Fill; children: ReactNode }) {
  const operations = useMemo(() => operationsOf(card), [card]);
  return fill({ operations, ...given });
}

const operationsOf = (card: CardController): CardOperations => ({
  connect: (country) => card.connect(country),
  update: (keys) => card.openForm(keys ?? null),
  check: () => card.check(),
  disconnect: () => card.disconnect.open(),
});
