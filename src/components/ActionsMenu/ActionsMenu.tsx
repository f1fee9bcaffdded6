"use client";
import { DirectionProvider } from "@base-ui/react/direction-provider";
import { Menu } from "@base-ui/react/menu";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { Icon } from "../primitives/Icon.js";
import type { MenuAction } from "../primitives/HostComponents.js";
import { MenuLayer, MenuSurface } from "./ActionsMenu.styles.js";

/** What the person did to the button before this chunk was here. */
export type MenuIntent = "pointer" | "first" | "last";

export interface ActionsMenuProps {
  label: string;
  dir: "ltr" | "rtl";
  /** Groups, with a line between them. A group is never empty. */
  groups: readonly (readonly MenuAction[])[];
  container: RefObject<HTMLElement | null>;
  intent: MenuIntent | null;
  onTaken: () => void;
  triggerRef: RefObject<HTMLButtonElement | null>;
  /** Shows a tick for the dots. */
  isDone: boolean;
}

/**
 * The three dots with their menu. Base UI's keyboard works only from its own trigger, so that this one takes the place
 * of the plain button and does what was asked of it.
 */
export function ActionsMenu({ label, dir, groups, container, intent, onTaken, triggerRef, isDone }: ActionsMenuProps) {
  const taken = useRef(false);
  useLayoutEffect(() => {
    const trigger = triggerRef.current;
    if (!trigger || taken.current) return;
    taken.current = true;
    trigger.focus({ preventScroll: true });
    if (intent === "pointer") trigger.click();
    else if (intent) {
      const key = intent === "first" ? "ArrowDown" : "ArrowUp";
      trigger.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
    onTaken();
  });

  return (
    <DirectionProvider direction={dir}>
      <Menu.Root modal={false}>
        <Menu.Trigger ref={triggerRef} data-part="kebab" data-done={isDone || undefined} aria-label={label}>
          <Icon name={isDone ? "check" : "dots"} />
        </Menu.Trigger>
        <Menu.Portal container={container}>
          <Menu.Positioner align="end" sideOffset={4} collisionPadding={8} render={<MenuLayer />}>
            <Menu.Popup render={<MenuSurface data-part="menu" />}>
              {groups.map((group, index) => (
                <div key={group[0]?.id} role="group">
                  {index > 0 ? <hr data-part="separator" /> : null}
                  {group.map((action) => (
                    <Menu.Item
                      key={action.id}
                      data-part="item"
                      data-tone={action.tone}
                      disabled={action.blocked !== undefined}
                      onClick={action.onSelect}
                    >
                      {action.label}
                      {action.blocked ? <small>{action.blocked}</small> : null}
                    </Menu.Item>
                  ))}
                </div>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </DirectionProvider>
  );
}
