"use client";
import { type KeyboardEvent, type RefObject, useContext } from "react";
import { HostComponentsContext, type MenuAction } from "../primitives/HostComponents.js";
import { Icon } from "../primitives/Icon.js";
import type { ActionsMenuProps } from "../ActionsMenu/ActionsMenu.js";
import type { Overlays } from "./state/useOverlays.js";

interface CardMenuProps {
  groups: readonly (readonly MenuAction[])[];
  label: string;
  dir: "ltr" | "rtl";
  container: RefObject<HTMLElement | null>;
  triggerRef: RefObject<HTMLButtonElement | null>;
  overlays: Overlays;
  /** What was asked for is done: said for a moment in the dots' place, so that nothing moves. */
  isDone: boolean;
}

const KEYS: Partial<Record<string, ActionsMenuProps["intent"]>> = {
  Enter: "first",
  " ": "first",
  ArrowDown: "first",
  ArrowUp: "last",
};

/**
 * The three dots: a plain button that fetches the menu when a pointer or the focus comes near. The first press puts the
 * chunk's own trigger in its place, not before: nothing changes under a pointer that has pressed nothing.
 */
export function CardMenu({ groups, label, dir, container, triggerRef, overlays, isDone }: CardMenuProps) {
  const { part, intent, failures, isMenuMounted, want, press, taken } = overlays;
  const { Menu } = useContext(HostComponentsContext);
  if (Menu) return <Menu label={label} groups={groups} dir={dir} isDone={isDone} triggerRef={triggerRef} />;
  if (part?.ActionsMenu && isMenuMounted) {
    return (
      <part.ActionsMenu
        label={label}
        dir={dir}
        groups={groups}
        container={container}
        intent={intent}
        onTaken={taken}
        triggerRef={triggerRef}
        isDone={isDone}
      />
    );
  }
  return (
    <button
      type="button"
      ref={triggerRef}
      data-part="kebab"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-busy={(intent !== null && failures === 0) || undefined}
      onPointerEnter={want}
      onFocus={want}
      // Not on pointerdown: the rest of that press would fall on the new trigger and close the menu again.
      onClick={() => press("pointer")}
      onKeyDown={(event: KeyboardEvent) => {
        const wanted = KEYS[event.key];
        if (!wanted) return;
        event.preventDefault();
        press(wanted);
      }}
    >
      <Icon name="dots" />
    </button>
  );
}
