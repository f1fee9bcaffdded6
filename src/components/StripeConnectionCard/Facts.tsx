import type { ReactNode } from "react";
import type { Connection } from "../../core/connection.js";
import type { Description } from "../../messages/describe/description.js";
import type { Messages } from "../../messages/messages.js";
import { Button } from "../primitives/Button.js";
import { NewTabText } from "../primitives/NewTabText.js";

interface FactsProps {
  connection: Connection;
  description: Description;
  words: Messages["card"];
  /** When the account was last read, for the reader. */
  lastChecked: string;
  /** The dashboard's link is on its way. */
  isOpening: boolean;
  /** Null where there is none to open. */
  onDashboard: (() => void) | null;
}

/** Payments and payouts as two facts, the account, and when it was read. */
export function Facts({ connection, description, words, lastChecked, isOpening, onDashboard }: FactsProps) {
  return (
    <div data-part="foot">
      <dl data-part="facts">
        <Fact name={words.facts.payments} value={description.payments} />
        <Fact name={words.facts.payouts} value={description.payouts} />
        <Fact name={words.facts.account} value={connection.account && shortId(connection.account.id)} isCode>
          {onDashboard ? (
            <Button variant="link" busy={isOpening} onClick={onDashboard}>
              <NewTabText text={words.menu.dashboard} hint={words.newTab} />
            </Button>
          ) : null}
        </Fact>
        <Fact name={words.facts.lastChecked} value={lastChecked} />
      </dl>
    </div>
  );
}

interface FactProps {
  name: string;
  value: string | null;
  /** A translator must leave it as it is. */
  isCode?: boolean;
  /** What can be done about it. */
  children?: ReactNode;
}

/** Nothing without a value. */
const Fact = ({ name, value, isCode, children }: FactProps) =>
  value && (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi translate={isCode ? "no" : undefined}>{value}</bdi>
        {children}
      </dd>
    </div>
  );

/** Enough to tell two accounts apart; the menu copies the whole. */
function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 5)}…${id.slice(-4)}` : id;
}
