import type { AccountRecord } from "../account/accountRecord.js";
import type { Cause } from "../account/accounts.js";
import type { Rendered } from "../account/renderRequirements.js";
import { INCLUDES, renderAccountV2 } from "./renderAccountV2.js";
import { renderPersonV2 } from "./renderPersonV2.js";

/** What happened to a v2 account, before it is put in an envelope. */
export interface ThinHappening {
  type: string;
  related: { id: string; type: string; url: string };
  /** Of the capability that changed, for whoever fetches the event. */
  data?: Rendered;
}

export const accountEvent = (id: string, part: string, data?: Rendered): ThinHappening => ({
  type: `v2.core.account${part}`,
  related: { id, type: "v2.core.account", url: `/v2/core/accounts/${id}` },
  ...(data ? { data } : {}),
});

/** The events that lead from one state of the account to the other. */
export function thinHappenings(before: AccountRecord, after: AccountRecord): ThinHappening[] {
  const { id } = after;
  if (after.gone !== null) return before.gone === null ? [accountEvent(id, ".closed")] : [];
  const [was, is] = [renderAccountV2(before, INCLUDES, false), renderAccountV2(after, INCLUDES, false)];
  const found = persons(before, after);
  for (const part of ["requirements", "future_requirements", "identity", "defaults"] as const) {
    if (!same(was[part], is[part])) found.push(accountEvent(id, `[${part}].updated`));
  }
  for (const name of after.v2?.configurations ?? [])
    found.push(...configuration(id, name, at(was, name), at(is, name)));
  const rest = (shown: Rendered) => [shown["contact_email"], shown["display_name"], shown["metadata"]];
  if (!same(rest(was), rest(is))) found.push(accountEvent(id, ".updated"));
  return found;
}

function at(account: Rendered, name: string): Rendered {
  return (account["configuration"] as Record<string, Rendered> | undefined)?.[name] ?? {};
}

function configuration(id: string, name: string, was: Rendered, is: Rendered): ThinHappening[] {
  const { capabilities: had = {}, ...before } = was;
  const { capabilities: has = {}, ...after } = is;
  const [old, now] = [statuses(had, ""), statuses(has, "")];
  const changed = Object.keys(now).filter((capability) => now[capability] !== old[capability]);
  return [
    ...changed.map((updated_capability) =>
      accountEvent(id, `[configuration.${name}].capability_status_updated`, { updated_capability }),
    ),
    ...(same(before, after) ? [] : [accountEvent(id, `[configuration.${name}].updated`)]),
  ];
}

/** `stripe_balance.payouts` for the nested ones. */
function statuses(node: unknown, path: string): Record<string, string> {
  const parts = typeof node === "object" && node !== null ? Object.entries(node as Rendered) : [];
  const flat: Record<string, string> = {};
  for (const [name, value] of parts) {
    const status = (value as Rendered)["status"];
    if (typeof status === "string") flat[path + name] = status;
    else Object.assign(flat, statuses(value, `${path}${name}.`));
  }
  return flat;
}

function persons(before: AccountRecord, after: AccountRecord): ThinHappening[] {
  return after.persons.flatMap((person) => {
    const old = before.persons.find(({ id }) => id === person.id);
    const is = renderPersonV2(after, person);
    if (old && same(renderPersonV2(before, old), is)) return [];
    const url = `/v2/core/accounts/${after.id}/persons/${person.id}`;
    return [
      {
        type: `v2.core.account_person.${old ? "updated" : "created"}`,
        related: { id: person.id, type: "v2.core.account_person", url },
        data: { account_id: after.id },
      },
    ];
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The whole event, as `GET /v2/core/events/{id}` gives it. */
export function thinEvent(
  { type, related, data }: ThinHappening,
  about: { id: string; at: number; livemode: boolean; request: Cause },
): Rendered {
  const { id, idempotencyKey } = about.request;
  return {
    id: about.id,
    object: "v2.core.event",
    created: new Date(about.at).toISOString(),
    ...(data ? { data } : {}),
    livemode: about.livemode,
    ...(id === null ? {} : { reason: { type: "request", request: { id, idempotency_key: idempotencyKey ?? "" } } }),
    related_object: related,
    type,
  };
}

/** What is delivered: thin, so that nobody takes it for the truth. */
export function notification(event: Rendered): Rendered {
  return Object.fromEntries(Object.entries(event).filter(([name]) => name !== "data"));
}
