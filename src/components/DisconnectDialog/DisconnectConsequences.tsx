"use client";
import type { DisconnectNotice, DisconnectPreview } from "../../core/connection.js";
import { minorUnits } from "../../core/minorUnits.js";
import type { Messages, Purpose } from "../../messages/messages.js";
import { knownPurpose } from "../../messages/purpose.js";
import { useStripeConnection } from "../../react/useStripeConnection.js";
import { Notice } from "../primitives/Notice.js";

interface DisconnectConsequencesProps {
  preview: DisconnectPreview;
  purpose: Purpose;
  locale: string;
  words: Messages["card"]["dialog"];
}

/** Intl takes currencies of three letters, and throws for a stablecoin's four (`usdc`). */
function money(amount: number, currency: string, locale: string): string {
  const decimals = minorUnits(currency);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const value = amount / 10 ** decimals;
  return currency.length === 3
    ? value.toLocaleString(locale, { ...digits, style: "currency", currency })
    : `${value.toLocaleString(locale, digits)} ${currency.toUpperCase()}`;
}

/** What a disconnect ends, whose account it is, and what stands in its way. */
export function DisconnectConsequences({ preview, purpose, locale, words }: DisconnectConsequencesProps) {
  const { account, blockers, warnings, policy, startOver } = preview;
  const isPaidOutOnly = useStripeConnection(({ connection }) => connection?.payments === "not_requested");
  const { stops, payments } = words.disconnect;
  const kind = startOver ? words.startOver : words.disconnect;
  const ends = startOver
    ? words.startOver.stops
    : [...stops[knownPurpose(purpose)], ...(isPaidOutOnly ? [] : [payments])];
  const say = (notice: DisconnectNotice) =>
    notice.kind === "host" ? notice.text : words.balance[notice.balance](money(notice.amount, notice.currency, locale));

  return (
    <>
      <span>{kind.lead}</span>
      <ul data-part="stops">
        {[...ends, kind.again].map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
      <p data-part="account">
        {account.displayName ? (
          <b>
            <bdi translate="no">{account.displayName}</bdi>
          </b>
        ) : null}
        <code translate="no">{account.id}</code>
        <small>{policy === "delete" ? words.deletes : words.detaches}</small>
      </p>
      <Listed tone="danger" title={words.blocked} texts={blockers.map(say)} />
      <Listed tone="warning" title={words.warnings} texts={warnings.map(say)} />
    </>
  );
}

function Listed({ tone, title, texts }: { tone: "danger" | "warning"; title: string; texts: string[] }) {
  if (texts.length === 0) return null;
  return (
    <Notice tone={tone} title={title}>
      <ul>
        {texts.map((text, index) => (
          <li key={index}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
