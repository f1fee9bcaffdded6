"use client";
import { type RefObject, type SyntheticEvent, useLayoutEffect, useRef } from "react";
import { focusedIn, isFocusFree } from "../primitives/focus.js";
import { lockScroll } from "./lockScroll.js";
import { useKeysFirst } from "./useKeysFirst.js";

export interface ModalOptions {
  /** What has the focus first. */
  initialFocus: RefObject<HTMLElement | null>;
  /** Where the focus goes when the dialog is gone. Default: where it came from. */
  returnFocus?: (() => HTMLElement | null) | undefined;
  /** Escape was pressed, or the browser wants to close it. It stays for as long as it is mounted. */
  onClose: () => void;
}

/** Shows the dialog above the page while it is mounted. Gives the dialog's own event handlers. */
export function useModal(ref: RefObject<HTMLDialogElement | null>, options: ModalOptions) {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const { initialFocus, onClose } = options;

  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const opener = focusedIn(dialog) as HTMLElement | null;
    show(dialog, latest.current.initialFocus);
    const unlock = lockScroll(dialog.ownerDocument);
    return () => {
      const hadFocus = dialog.contains(focusedIn(dialog)) || isFocusFree(dialog);
      hide(dialog);
      unlock();
      const next = latest.current.returnFocus?.() ?? opener;
      if (hadFocus) next?.focus({ preventScroll: true });
    };
  }, [ref]);

  useKeysFirst(ref, (event) => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Tab" && ref.current) {
      // A focus trap of the host's around the dialog has other first and last elements.
      event.stopPropagation();
      stayInside(ref.current, event);
    }
  });

  // They do not bubble, but in React they do: a dialog of the host's around ours would take them for its own.
  return {
    onCancel: (event: SyntheticEvent) => {
      event.stopPropagation();
      event.preventDefault();
      onClose();
    },
    onClose: (event: SyntheticEvent<HTMLDialogElement>) => {
      event.stopPropagation();
      // Browsers close a dialog that keeps refusing. It goes when its owner takes it away.
      if (event.currentTarget.open) return;
      show(event.currentTarget, initialFocus);
      onClose();
    },
  };
}

function show(dialog: HTMLDialogElement, initialFocus: ModalOptions["initialFocus"]): void {
  // jsdom has no modal dialogs.
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
  initialFocus.current?.focus({ preventScroll: true });
}

function hide(dialog: HTMLDialogElement): void {
  if (dialog.close) dialog.close();
  else dialog.removeAttribute("open");
}

/** After the last element comes the first: the browser would go on to its own bar. */
function stayInside(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  const places = [...dialog.querySelectorAll<HTMLElement>("*")].filter(({ tabIndex }) => tabIndex >= 0);
  const [last, next] = event.shiftKey ? [places[0], places.at(-1)] : [places.at(-1), places[0]];
  const focused = focusedIn(dialog);
  if (!next || (focused !== last && dialog.contains(focused))) return;
  event.preventDefault();
  next.focus();
}
