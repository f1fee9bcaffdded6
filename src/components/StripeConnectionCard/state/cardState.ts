import type { Connection, DisconnectPreview, FormPurpose } from "../../../core/connection.js";
import type { ConnectionError } from "../../../core/errors.js";
import type { Operation } from "../../../core/events.js";

/** Stripe's form in the card. */
export interface OpenedForm {
  purpose: FormPurpose;
  /** Just these; null for everything that is due. */
  keys: string[] | null;
  from: "menu" | "body";
  generation: number;
  /** Each opening is a new form. */
  number: number;
}

export interface FailedOperation {
  operation: Operation;
  error: ConnectionError;
  /** What the card showed when it failed. */
  shown: Connection;
}

/** The dialog, from the menu's Disconnect to the end of it. */
export interface DisconnectState {
  isOpen: boolean;
  preview: DisconnectPreview | null;
  pending: boolean;
  error: ConnectionError | null;
}

/** What a person did on one card, and what came of it. */
export interface CardState {
  form: OpenedForm | null;
  /** Kept until the next try, or until a newer answer ends it. */
  failed: FailedOperation | null;
  disconnect: DisconnectState;
  /** The browser blocked the tab that the dashboard was to open in. */
  isTabBlocked: boolean;
  /** The text that the browser refused to copy. */
  refusedCopy: string | null;
  /** A word of success, shown for a moment. */
  flash: string | null;
}

/** The state that every card starts with, and that most keep. */
export const UNTOUCHED: CardState = {
  form: null,
  failed: null,
  disconnect: { isOpen: false, preview: null, pending: false, error: null },
  isTabBlocked: false,
  refusedCopy: null,
  flash: null,
};

/** The state without a form or a failure that no longer applies to `connection`. */
export function currentState(state: CardState, connection: Connection): CardState {
  if (state === UNTOUCHED) return state;
  const { form, failed } = state;
  // A form for an account that is gone would ask for the wrong one.
  const isAbout = connection.account !== null && form?.generation === connection.generation;
  return Object.assign({}, state, {
    form: isAbout ? form : null,
    failed: failed && isOver(failed, connection) ? null : failed,
  });
}

/** Codes that say the server itself was not reached; any later answer of it ends them. */
const NO_ANSWER = new Set(["network", "timeout", "invalid_response", "session_expired"]);

function isOver({ operation, error, shown: before }: FailedOperation, now: Connection): boolean {
  // Reading the account again says nothing about Stripe's hosted page: that failure stays until the next try.
  if (operation === "open_hosted") return false;
  if (NO_ANSWER.has(error.code) && before.serverTime !== now.serverTime) return true;
  // Stripe refuses the dashboard of an account for as long as it is what it is.
  if (error.code === "dashboard_unavailable") return before.reason !== now.reason;
  return before.checkedAt !== now.checkedAt;
}
