import type { Connection } from "react-stripe-connection";
import { describeConnection } from "react-stripe-connection";
import { ar } from "react-stripe-connection/locales/ar";
import { de } from "react-stripe-connection/locales/de";
import { en } from "../../src/messages/en.js";
import { es } from "react-stripe-connection/locales/es";
import { fr } from "react-stripe-connection/locales/fr";
import { ja } from "react-stripe-connection/locales/ja";
import { ptBR } from "react-stripe-connection/locales/pt-BR";
import { fixtures } from "react-stripe-connection/testing";
import { describe, expect, test } from "vitest";

/** Every text of a description. */
const texts = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

/** The fixtures as they are for an account that is only paid out. */
const paidOut = Object.entries(fixtures).map(([name, connection]): [string, Connection] => [
  name,
  {
    ...connection,
    payments: "not_requested",
    capabilities: connection.capabilities.filter(({ name: one }) => !one.endsWith("_payments")),
  },
]);

describe.each([en, de, fr, es, ptBR, ja, ar])("ST-1 in $code, of an account that is only paid out", (messages) => {
  const { paused, off, offMeans, fix } = messages.connection;
  const aboutPayments = [paused, off, offMeans, fix].flatMap(({ both, payments }) => [both, payments]);

  test.each(paidOut)("%s says nothing of payments", (_name, connection) => {
    const said = describeConnection(connection, { platformName: "Acme Cloud", messages, purpose: "payouts" });
    expect(said.payments).toBeNull();
    expect(texts(said).filter((text) => aboutPayments.includes(text))).toEqual([]);
  });

  test("the dialog says only that payouts end", () => {
    expect(messages.card.dialog.disconnect.stops.payouts).toHaveLength(1);
  });
});
