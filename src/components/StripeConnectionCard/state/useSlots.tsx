"use client";
import type { ReactNode } from "react";
import { CardBoundary } from "../CardBoundary.js";
import { type SlotProps, useCardOptions } from "../CardOptions.js";

type Fill = (given: SlotProps) => ReactNode;

/** Puts what the host fills a place with there; what the card has itself where it gives nothing, or breaks. */
export type FillSlot = (fill: Fill | undefined, own: ReactNode) => ReactNode;

export function useSlots(given: Omit<SlotProps, "children">): FillSlot {
  const { onError } = useCardOptions();
  return (fill, own) =>
    fill ? (
      <CardBoundary fallback={() => own} onError={onError} resetOn={given.connection}>
        <Filled fill={fill} given={{ ...given, children: own }} />
      </CardBoundary>
    ) : (
      own
    );
}

/** A component of its own, so that what throws in it throws below the boundary. */
const Filled = ({ fill, given }: { fill: Fill; given: SlotProps }) => fill(given);
