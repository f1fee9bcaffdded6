"use client";
import { useId, useState } from "react";
import type { HostMenuProps } from "../primitives/HostComponents.js";
import { Icon } from "../primitives/Icon.js";
import { MenuPopup, type MenuStart } from "./MenuPopup.js";

const STARTS: Partial<Record<string, MenuStart>> = { ArrowDown: "first", ArrowUp: "last" };

/** The three dots with their menu. */
export function ActionsMenu({ label, groups, dir, isDone, triggerRef }: HostMenuProps) {
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
          groups={groups}
          dir={dir}
          start={start}
          triggerRef={triggerRef}
          onClose={() => setStart(null)}
        />
      ) : null}
    </>
  );
}
