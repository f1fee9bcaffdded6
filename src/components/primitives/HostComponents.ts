"use client";
import { type ComponentType, createContext, type ReactNode, type RefAttributes, type RefObject } from "react";
import type { ButtonProps } from "./Button.js";

/** One line of the three-dots menu. */
export interface MenuAction {
  /** The same in every language. */
  id: string;
  /** What it says. */
  label: string;
  /** What screen readers are told after the label: that it opens a new tab. */
  hint?: string;
  /** What can't be undone. */
  tone?: "danger";
  /** Why it can't be used now; it stays to be read. */
  blocked?: string | undefined;
  /** Call it when the line is chosen. */
  onSelect: () => void;
}

/** What a menu of the host's is given: it draws the three dots, too. */
export interface HostMenuProps {
  /** The name of the three dots. */
  label: string;
  /** With a line between them; none is empty. */
  groups: readonly (readonly MenuAction[])[];
  /** Of the card. */
  dir: "ltr" | "rtl";
  /** What was asked for is done: a tick in place of the dots, for two seconds. */
  isDone: boolean;
  /** On the trigger: the focus comes back to it. */
  triggerRef: RefObject<HTMLButtonElement | null>;
}

/** What an alert dialog of the host's is given. It traps the focus, closes on Escape, and is named by `title`. */
export interface HostDialogProps {
  /** Whether it is shown. */
  open: boolean;
  /** Escape and the backdrop ask for `false`. It is refused while `busy`. */
  onOpenChange: (open: boolean) => void;
  /** Its name: "Disconnect Stripe?". */
  title: string;
  /** What ends, what stands in the way, and the two buttons. */
  children: ReactNode;
  /** The disconnect is under way: the dialog stays. */
  busy: boolean;
  /** Of the card. */
  dir: "ltr" | "rtl";
  /** Cancel: the focus starts there, never on what can't be undone. */
  initialFocus: RefObject<HTMLButtonElement | null>;
  /** Where the focus goes when the dialog is gone; null where the page decides. */
  returnFocus: () => HTMLElement | null;
}

/** Parts of a design system in place of ours. */
export interface HostComponents {
  /** Gets a `ref`, every attribute of a button, and `variant`, `busy`, `blocked`. Presses while busy or blocked do nothing by themselves. */
  Button?: ComponentType<ButtonProps & RefAttributes<HTMLButtonElement>>;
  /** The three dots and what they open. */
  Menu?: ComponentType<HostMenuProps>;
  /** The alert dialog that asks before a disconnect. */
  Dialog?: ComponentType<HostDialogProps>;
}

export const HostComponentsContext = createContext<HostComponents>({});

/** Whatever of ours stands below is drawn with `value`, a button of the onboarding too. */
export const ConnectionComponents = HostComponentsContext.Provider;
