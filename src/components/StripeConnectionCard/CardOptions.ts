"use client";
import { createContext, type ErrorInfo, type ReactNode, useContext } from "react";
import type { Connection } from "../../core/connection.js";
import type { DescribedNotice, Description } from "../../messages/describe/description.js";

/** What the card's own buttons do: what fails is told in the card. */
export interface CardOperations {
  /** Makes the Stripe account. `country`: one of `connection.countries`. */
  connect: (country?: string) => void;
  /** Opens Stripe's form in the card, or Stripe's page: for just these requirement keys, or for all that is due. */
  update: (keys?: string[]) => void;
  /** Reads the account from Stripe again. */
  check: () => void;
  /** Opens the dialog that asks once more. */
  disconnect: () => void;
}

/** What each slot is given. */
export interface SlotProps {
  /** As this viewer may see it. */
  connection: Connection;
  /** The words that the card shows. */
  description: Description;
  /** What the card's own buttons do. */
  operations: CardOperations;
  /** What the card shows there by itself, or null. Shown, too, when the slot throws. */
  children: ReactNode;
}

/** Places of the card to fill or to add to. They are there once the connection is. */
export interface CardSlots {
  /** Mark, title and badge; the three dots stay. */
  header?: (given: SlotProps) => ReactNode;
  /** The button that moves things on, with what to have ready and the country before there is an account. */
  actions?: (given: SlotProps) => ReactNode;
  /** The facts of an account, or the reasons why it is in progress. */
  footer?: (given: SlotProps) => ReactNode;
  /** Each notice of `description.notices` but `read_only`. */
  notice?: (given: SlotProps & { notice: DescribedNotice }) => ReactNode;
}

export interface CardOptions {
  slots: CardSlots;
  logo: ReactNode;
  supportUrl: string | undefined;
  hideReuseHint: boolean;
  onError: (error: unknown, info: ErrorInfo) => void;
}

/** Each card puts its own around its parts. */
export const CardOptionsContext = createContext<CardOptions>({
  slots: {},
  logo: null,
  supportUrl: undefined,
  hideReuseHint: false,
  onError(error) {
    throw error;
  },
});

export const useCardOptions = (): CardOptions => useContext(CardOptionsContext);
