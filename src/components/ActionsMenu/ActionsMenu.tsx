"use client";
import { useId, useState } from "react";
import type { HostMenuProps, MenuAction } from "../primitives/HostComponents.js";
import { Icon } from "../primitives/Icon.js";
import { MenuPopup, type MenuStart } from "./MenuPopup.js";

const STARTS: Partial<Record<string, MenuStart>> = { ArrowDown: "first", ArrowUp: "last" };

interface ActionsMenuProps extends Omit<HostMenuProps, "groups"> {
  /** Called while the menu is open: a page may have a thousand that stay closed. */
  groupsOf: () => readonly (readonly MenuAction[])[];
}

/** The three dots with their menu. */
export function ActionsMenu({ label, groupsOf, dir, isDone, triggerRef }: ActionsMenuProps) {
  const [start, setStart] = useState<MenuStart | null>(null);
  const id = useId();
  const isOpen = start !== null;

  return (
    <>
      <button
        type="button"
        ref={triggerRef}
        data-part="kebab"
        data-done={isDone || undefined}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setStart(isOpen ? null : "first")}
        onKeyDown={(event) => {
          const wanted = STARTS[event.key];
          if (!wanted) return;
          event.preventDefault();
          setStart(wanted);
        }}
      >
        <Icon name={isDone ? "check" : "dots"} />
      </button>
      {isOpen ? (
        <MenuPopup
          id={id}
          label={label}
          groups={groupsOf()}
          dir={dir}
          start={start}
          triggerRef={triggerRef}
          onClose={() => setStart(null)}
        />
      ) : null}
    </>
  );
}
