"use client";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { DescribedRequirement } from "../../../messages/describe/description.js";

/** On a server, and where a page has no media queries, nothing moves. A mock of `matchMedia` may give nothing. */
const mayMove = () => globalThis.matchMedia?.("(prefers-reduced-motion: no-preference)")?.matches;

/** What was shown of an account last: Stripe's form stands in the checklist's place while details are given. */
export type ShownRows = RefObject<readonly DescribedRequirement[]>;

/** The rows, and in their old places those that have just been done: there until their animation is over. */
export function useDoneRows(rows: readonly DescribedRequirement[], shown: ShownRows) {
  const list = useRef<HTMLUListElement>(null);
  const [known, setKnown] = useState({ rows: shown.current, all: shown.current });
  let { all } = known;
  if (known.rows !== rows) {
    const asked = new Set(rows.flatMap(({ keys }) => keys));
    // What is asked for in part is still a row.
    const isDone = (row: DescribedRequirement) => !row.keys.some((key) => asked.has(key));
    const next = [...rows];
    if (mayMove()) for (const [index, row] of all.entries()) if (isDone(row)) next.splice(index, 0, row);
    all = next;
    setKnown({ rows, all });
  }
  useEffect(() => {
    if (all.length === rows.length) return;
    // A page that lets nothing move has none, jsdom not even the method. What is hidden half-way is cancelled, which ends it too.
    const moving = list.current?.getAnimations?.({ subtree: true }).map(({ finished }) => finished);
    void Promise.allSettled(moving ?? []).then(() => setKnown((now) => (now.all === all ? { rows, all: rows } : now)));
  }, [all, rows]);
  return { list, all };
}
