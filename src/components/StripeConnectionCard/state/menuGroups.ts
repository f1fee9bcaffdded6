import type { Connection } from "../../../core/connection.js";
import type { Messages } from "../../../messages/messages.js";
import type { MenuAction } from "../../primitives/HostComponents.js";
import type { CardController } from "./CardController.js";

interface MenuOptions {
  connection: Connection;
  words: Messages["card"];
  card: CardController;
  /** Null where there is none to open. */
  onDashboard: (() => void) | null;
  /** Stripe's form is open already. */
  isOpen: boolean;
  isFramed: boolean;
}

/** Whether there are three dots: not for those who may only look, and not before there is an account. */
export const hasMenu = ({ account, can }: Connection): boolean =>
  account !== null && !(can.update === "role" && can.disconnect === "role");

/** What the three dots offer. */
export function menuGroups({
  connection,
  words: { menu: words, newTab },
  card,
  onDashboard,
  isOpen,
  isFramed,
}: MenuOptions): MenuAction[][] {
  const { can } = connection;
  const first: MenuAction[] = [
    ...(can.update === true && !isOpen
      ? [{ id: "update", label: words.update, onSelect: () => card.openForm(null, "menu") }]
      : []),
    // What it fails with is shown in the form's place.
    ...(onDashboard && !isOpen
      ? [{ id: "dashboard", label: words.dashboard, hint: newTab, onSelect: onDashboard }]
      : []),
    { id: "check", label: words.check, onSelect: () => card.check() },
    { id: "account", label: words.copyAccount, onSelect: () => card.copyAccount() },
    { id: "support", label: words.copySupport, onSelect: () => card.copySupport() },
  ];
  if (can.disconnect !== true) return [first];
  const disconnect: MenuAction = {
    id: "disconnect",
    label: connection.connectedAt ? words.disconnect : words.startOver,
    tone: "danger",
    blocked: isFramed ? words.framed : undefined,
    onSelect: () => card.disconnect.open(),
  };
  return [first, [disconnect]];
}
