"use client";
import { type ContextType, type ReactNode, version } from "react";
import type { StyleSheetContext } from "styled-components";

type SheetContext = ContextType<typeof StyleSheetContext>;
type Stylis = SheetContext["stylis"];
export type Sheet = SheetContext["styleSheet"];

/** A component of `styled`, by what makes its class and its rules. */
export interface StyledRoot {
  componentStyle: {
    componentId: string;
    /** Returns the class. Writes its rules into the sheet, unless the sheet has them. */
    generateAndInjectStyles(props: { theme: object }, sheet: Sheet, stylis: Stylis): string;
  };
}

/** The group of styles in the head that is ours. */
const PRECEDENCE = "rsc";

/** On a server: compiled rules, by their class. */
const compiled = new Map<string, string>();

const collector: Pick<Sheet, "hasNameForId" | "insertRules"> = {
  hasNameForId: (_id, name) => compiled.has(name),
  insertRules: (_id, name, rules) => compiled.set(name, rules.join("")),
};

/**
 * The rules of `root` for a server's HTML: React 19 moves them into the head, once for any number of components.
 * Null in a browser, under React 18, and where a `ServerStyleSheet` collects.
 *
 * @param props What the rules depend on. They are compiled in each render.
 */
export function rootStyles(
  { componentStyle }: StyledRoot,
  sheet: Sheet,
  stylis: Stylis,
  nonce: string | undefined,
  props?: object,
): ReactNode {
  if (typeof document !== "undefined" || sheet.server || Number.parseInt(version, 10) < 19) return null;
  const { componentId } = componentStyle;
  // It calls no other method of the sheet.
  const name = componentStyle.generateAndInjectStyles({ theme: {}, ...props }, collector as Sheet, stylis);
  const css = compiled.get(name) ?? "";
  if (props) compiled.delete(name);
  // The sheet is the process's own: it would keep the class of every theme, and its rules reach no page.
  sheet.clearNames(componentId);
  sheet.registerName(componentId, name);
  const id = `${componentId}.${name}`;
  if (!nonce) {
    return (
      <style key={id} href={id} precedence={PRECEDENCE}>
        {css}
      </style>
    );
  }
  // React takes the nonce of a style from its own options, which Next.js does not set. That of a link it writes.
  const href = `data:text/css;charset=utf-8,${encodeURI(css).replaceAll("#", "%23")}`;
  return <link key={id} rel="stylesheet" data-href={id} precedence={PRECEDENCE} href={href} nonce={nonce} />;
}

/** In a browser: tells the sheet which rules came with the server's HTML, so that it does not write them again. */
export function adoptRootStyles(sheet: Sheet): void {
  // A sheet with a target writes into another document or shadow root.
  if (typeof document === "undefined" || sheet.options.target) return;
  // A style that the page's policy blocks is not in this list.
  for (const { ownerNode } of document.styleSheets) {
    if (!(ownerNode instanceof HTMLElement)) continue;
    const { precedence, href = "" } = ownerNode.dataset;
    // Until its Suspense boundary is shown, a streamed style applies to no medium.
    if (precedence !== PRECEDENCE || ownerNode.hasAttribute("media")) continue;
    for (const [, componentId = "", name = ""] of href.matchAll(/(\S+)\.(\S+)/g)) sheet.registerName(componentId, name);
  }
}
