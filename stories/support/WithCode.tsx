import { Fragment } from "react";

/** A sentence in which names of code stand between backquotes. */
export function WithCode({ text }: { text: string }) {
  return text.split("`").map((part, index) =>
    // Every second part stood between two of them; parts have no other name than their place.
    // oxlint-disable-next-line react/no-array-index-key
    index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
  );
}
