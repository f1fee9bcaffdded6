"use client";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { focusedIn, isFocusFree } from "../primitives/focus.js";
import { GROUP_ROLE } from "../primitives/groupRole.js";
import type { HostMenuProps } from "../primitives/HostComponents.js";
import { NewTabText } from "../primitives/NewTabText.js";
import { placeMenu } from "../topLayer/placeMenu.js";
import { useKeysFirst } from "../topLayer/useKeysFirst.js";
import { MenuSurface } from "./ActionsMenu.styles.js";
import { usePressOutside } from "./usePressOutside.js";
import { useTypeahead } from "./useTypeahead.js";

/** The item that has the focus when the menu opens. */
export type MenuStart = "first" | "last";

interface MenuPopupProps extends Omit<HostMenuProps, "isDone"> {
  id: string;
  start: MenuStart;
  onClose: () => void;
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>("[role=menuitem]")];

/** The open menu, a popover: nothing around the card cuts it off or covers it. */
export function MenuPopup({ id, label, groups, dir, start, triggerRef, onClose }: MenuPopupProps) {
  const ref = useRef<HTMLDivElement>(null);
  const typeahead = useTypeahead();

  useLayoutEffect(() => {
    const menu = ref.current;
    // Not in jsdom, which hides what has the attribute and can't show it.
    if (!menu?.showPopover) return undefined;
    menu.popover = "manual";
    menu.showPopover();
    return () => menu.hidePopover();
  }, []);
  useLayoutEffect(() => {
    const [menu, trigger] = [ref.current, triggerRef.current];
    if (!menu || !trigger) return undefined;
    const place = () => placeMenu(menu, trigger, dir);
    place();
    const page = menu.ownerDocument.defaultView;
    page?.addEventListener("resize", place);
    page?.addEventListener("scroll", place, { capture: true, passive: true });
    return () => {
      page?.removeEventListener("resize", place);
      page?.removeEventListener("scroll", place, { capture: true });
    };
  });
  useLayoutEffect(() => {
    const menu = ref.current;
    if (!menu) return;
    // It is in its place by now: else the page would scroll to where it was before.
    itemsOf(menu)
      .at(start === "first" ? 0 : -1)
      ?.focus({ preventScroll: true });
  }, [start]);
  useLayoutEffect(() => {
    // The line that had the focus is gone.
    if (ref.current && isFocusFree(ref.current)) ref.current.focus({ preventScroll: true });
  }, [groups]);

  const close = () => {
    const menu = ref.current;
    if (menu && (menu.contains(focusedIn(menu)) || isFocusFree(menu))) {
      triggerRef.current?.focus({ preventScroll: true });
    }
    onClose();
  };
  usePressOutside(ref, triggerRef, close);
  useKeysFirst(ref, (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const items = itemsOf(event.currentTarget);
    const current = items.findIndex((item) => item === focusedIn(item));
    const target = targetOf(event, items, current);
    if (target) {
      event.preventDefault();
      target.focus();
    } else if (event.key === "Tab") {
      // The browser goes on from the trigger.
      close();
    } else if (event.repeat && (event.key === "Enter" || event.key === " ")) {
      // The key that opened the menu is still held down.
      event.preventDefault();
    }
  }

  function targetOf(event: KeyboardEvent, items: HTMLElement[], current: number): HTMLElement | undefined {
    const { key } = event;
    switch (key) {
      case "ArrowDown":
        return items[(current + 1) % items.length];
      case "ArrowUp":
        return items.at(Math.max(current, 0) - 1);
      case "Home":
        return items[0];
      case "End":
        return items.at(-1);
      default: {
        // A space is part of a word, or else a press.
        const isLetter = key.length === 1 && (key !== " " || typeahead.isTyping());
        return isLetter && !event.ctrlKey && !event.metaKey && !event.altKey
          ? typeahead.find(items, current, key)
          : undefined;
      }
    }
  }

  return (
    <MenuSurface
      ref={ref}
      id={id}
      role="menu"
      tabIndex={-1}
      data-part="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        // A button takes it for a press when the key is let go.
        if (event.key === " " && typeahead.isTyping()) event.preventDefault();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        // It went elsewhere in the page, and stays there. It comes from nowhere when the window loses it.
        if (relatedTarget && relatedTarget !== triggerRef.current && !currentTarget.contains(relatedTarget)) onClose();
      }}
    >
      {groups.map((group, index) => (
        <div key={group[0]?.id} role={GROUP_ROLE}>
          {index > 0 ? <hr data-part="separator" /> : null}
          {group.map((action) => (
            <button
              key={action.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              data-part="item"
              data-tone={action.tone}
              aria-disabled={action.blocked === undefined ? undefined : true}
              onPointerMove={({ currentTarget, pointerType }) => {
                if (pointerType === "mouse") currentTarget.focus({ preventScroll: true });
              }}
              onClick={() => {
                if (action.blocked !== undefined) return;
                close();
                action.onSelect();
              }}
            >
              <NewTabText text={action.label} hint={action.hint} />
              {action.blocked ? <small>{action.blocked}</small> : null}
            </button>
          ))}
        </div>
      ))}
    </MenuSurface>
  );
}
