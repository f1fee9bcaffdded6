import type { Connection } from "../../core/connection.js";
import type { Description } from "../../messages/describe/description.js";
import type { Messages } from "../../messages/messages.js";

interface FactsProps {
  connection: Connection;
  description: Description;
  words: Messages["card"];
  /** When the account was last read, for the reader. */
  lastChecked: string;
}

/** Payments and payouts as two facts, the account, and when it was read. */
export function Facts({ connection, description, words, lastChecked }: FactsProps) {
  return (
    <div data-part="foot">
      <dl data-part="facts">
        <Fact name={words.facts.payments} value={description.payments} />
        <Fact name={words.facts.payouts} value={description.payouts} />
        <Fact name={words.facts.account} value={connection.account && shortId(connection.account.id)} isCode />
        <Fact name={words.facts.lastChecked} value={lastChecked} />
      </dl>
    </div>
  );
}

/** Nothing without a value. `isCode`: a translator must leave it as it is. */
const Fact = ({ name, value, isCode }: { name: string; value: string | null; isCode?: boolean }) =>
  value && (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi translate={isCode ? "no" : undefined}>{value}</bdi>
      </dd>
    </div>
  );

/** Enough to tell two accounts apart; the menu copies the whole. */
function shortId(id: string): string {
  return id.length > 12 ? `${id.slice(0, 5)}…${id.slice(-4)}` : id;
}
