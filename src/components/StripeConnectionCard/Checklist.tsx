"use client";
import { memo, useState } from "react";
import type { RequirementGroup } from "../../core/connection.js";
import type { DescribedNotice, DescribedRequirement } from "../../messages/describe/description.js";
import type { Messages } from "../../messages/messages.js";
import { Button } from "../primitives/Button.js";
import { Icon, type IconName } from "../primitives/Icon.js";
import { type ShownRows, useDoneRows } from "./state/useDoneRows.js";

const ICONS: Record<RequirementGroup, IconName> = {
  contact: "contact",
  business: "store",
  tax: "receipt",
  representative: "user",
  owners: "users",
  identity_document: "id",
  bank_account: "bank",
  terms: "document",
  other: "list",
};

/** More than these are folded away: a wall of forms stops people. */
const FIRST = 5;

interface ChecklistProps {
  rows: DescribedRequirement[];
  shown: ShownRows;
  words: Messages["card"];
  /** What these say already is not said again. */
  notices: readonly DescribedNotice[];
  /** Opens Stripe's form for just these keys; null where this person can't. */
  onOpen: ((keys: string[]) => void) | null;
}

/** What Stripe needs, each row a way to just that. The larger part of a card, and drawn again with other rows only. */
export const Checklist = memo(function Checklist({ rows, shown, words, notices, onOpen }: ChecklistProps) {
  const [showsAll, setShowsAll] = useState(false);
  const { list, all } = useDoneRows(rows, shown);
  return (
    <>
      <ul ref={list} data-part="rows" aria-label={words.checklist.label}>
        {all.map((row, index) => {
          const isDone = !rows.includes(row) || undefined;
          const keys = row.keys.join(" ");
          const press = onOpen &&
            !isDone && { type: "button" as const, "data-keys": keys, onClick: () => onOpen(row.keys) };
          const Row = press ? "button" : "div";
          return (
            // On paper all of them stand.
            <li key={row.id} hidden={!showsAll && index >= FIRST} aria-hidden={isDone}>
              <Row data-part="row" data-state={row.state} {...press}>
                <RowContent
                  row={row}
                  icon={isDone ? "check" : ICONS[row.group]}
                  isSaid={notices.some(({ text }) => text === row.text)}
                  words={words}
                />
                {press ? <Icon name="chevron" size={16} /> : null}
              </Row>
            </li>
          );
        })}
      </ul>
      {rows.length > FIRST ? (
        <div data-part="more">
          <Button variant="link" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll ? words.checklist.showLess : words.checklist.showMore(rows.length - FIRST)}
          </Button>
        </div>
      ) : null}
    </>
  );
});

interface RowContentProps {
  row: DescribedRequirement;
  icon: IconName;
  isSaid: boolean;
  words: Messages["card"];
}

function RowContent({ row, icon, isSaid, words }: RowContentProps) {
  const { title, person } = row;
  const text = isSaid ? "" : row.text;
  // Two owners with the same gaps are told apart. A text that names the person does it by itself.
  const forWhom = person && !title.includes(person) && !text.includes(person) ? person : null;
  return (
    <>
      <Icon name={icon} />
      <span data-part="row-text" data-waits={row.text ? undefined : true}>
        <b>
          <bdi>{title}</bdi>
          {forWhom ? " " : null}
          {forWhom ? <bdi data-part="for-whom">{words.troubleshoot.forPerson(forWhom)}</bdi> : null}
        </b>
        {text ? (
          <span>
            <bdi>{text}</bdi>
          </span>
        ) : null}
      </span>
      {row.due ? (
        <time data-part="due" data-tone={row.due.tone} dateTime={row.due.iso}>
          <bdi>{row.due.text}</bdi>
          {/* Kept free before the page knows the reader's zone, so that nothing moves. */}
          <small>
            <bdi>{row.due.hint}</bdi>
          </small>
        </time>
      ) : null}
    </>
  );
}
