import type { Connection } from "../../../core/connection.js";
import type { Messages } from "../../../messages/messages.js";
import type { MenuAction } from "../../primitives/HostComponents.js";

export interface MenuActs {
  update: () => void;
  /** Null where there is none to open. */
  dashboard: (() => void) | null;
  check: () => void;
  copyAccount: () => void;
  copySupport: () => void;
  disconnect: () => void;
}

interface MenuOptions {
  connection: Connection;
  words: Messages["card"];
  acts: MenuActs;
  /** Stripe's form is open already. */
  isOpen: boolean;
  isFramed: boolean;
}

/** What the three dots offer; nothing for those who may only look, and nothing before there is an account. */
export function menuGroups({
  connection,
  words: { menu: words, newTab },
  acts,
  isOpen,
  isFramed,
}: MenuOptions): MenuAction[][] {
  const { can, account } = connection;
  const mayOnlyLook = can.update === "role" && can.disconnect === "role";
  if (!account || mayOnlyLook) return [];
  const first: MenuAction[] = [
    ...(can.update === true && !isOpen ? [{ id: "update", label: words.update, onSelect: acts.update }] : []),
    // What it fails with is shown in the form's place.
    ...(acts.dashboard && !isOpen
      ? [{ id: "dashboard", label: words.dashboard, hint: newTab, onSelect: acts.dashboard }]
      : []),
    { id: "check", label: words.check, onSelect: acts.check },
    { id: "account", label: words.copyAccount, onSelect: acts.copyAccount },
    { id: "support", label: words.copySupport, onSelect: acts.copySupport },
  ];
  if (can.disconnect !== true) return [first];
  const disconnect: MenuAction = {
    id: "disconnect",
    label: connection.connectedAt ? words.disconnect : words.startOver,
    tone: "danger",
    blocked: isFramed ? words.framed : undefined,
    onSelect: acts.disconnect,
  };
  return [first, [disconnect]];
}
