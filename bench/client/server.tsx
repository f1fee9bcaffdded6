import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { ServerStyleSheet } from "styled-components";
import { StripeConnectionCard, StripeConnectionProvider } from "../../src/index.js";
import type { StripeConnectionAdapter } from "../../src/core/adapter.js";
import { benchConnection } from "./benchConnection.js";
import { createPlainStore, PlainCard } from "./PlainCard.js";

const never = () => new Promise<never>(() => {});
const adapter: StripeConnectionAdapter = {
  key: "server",
  getConnection: never,
  connect: never,
  refresh: never,
  createAccountSession: never,
  createOnboardingLink: never,
  previewDisconnect: never,
  disconnect: never,
};

/** ms of this process for `count` cards, styles included. */
export function renderOnServer(kind: "ours" | "plain", count: number): number {
  const start = process.cpuUsage();
  const indices = Array.from({ length: count }, (_, index) => index);
  if (kind === "plain") {
    const store = createPlainStore(benchConnection);
    renderToString(indices.map((index) => createElement(PlainCard, { key: index, store })));
  } else {
    const sheet = new ServerStyleSheet();
    renderToString(sheet.collectStyles(oursOf(indices)));
    sheet.getStyleTags();
    sheet.seal();
  }
  return process.cpuUsage(start).user / 1000;
}

const oursOf = (indices: number[]) => (
  <StripeConnectionProvider adapter={adapter} initialConnection={benchConnection} platformName="Acme Cloud">
    {indices.map((index) => (
      <StripeConnectionCard key={index} />
    ))}
  </StripeConnectionProvider>
);

/** Our rules as a style sheet written by hand would have them: parts are classes. */
export function plainStyles(): string {
  const sheet = new ServerStyleSheet();
  renderToString(sheet.collectStyles(oursOf([0])));
  const css = sheet.getStyleTags().replace(/<\/?style[^>]*>/g, "");
  sheet.seal();
  // Each component has a class of its own, beside the one that names it.
  const own = { card: ownClass(css, "row-text"), "status-badge": ownClass(css, "dot") };
  return Object.entries(own)
    .reduce((text, [name, found]) => text.replaceAll(`.${found}`, `.${name}`), css)
    .replace(/\[data-(?:part|rsc)="?([\w-]+)"?\]/g, ".$1");
}

const ownClass = (css: string, part: string): string => {
  const found = new RegExp(`\\.([\\w-]+) \\[data-part="?${part}"?\\]`).exec(css)?.[1];
  if (!found) throw new Error(`The card's style sheet has no rule for [data-part=${part}]. Name a part that has one.`);
  return found;
};
