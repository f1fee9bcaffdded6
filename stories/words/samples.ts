/** What a sentence is called with, to be shown. Texts stand as their own names, as translators know it. */
export interface Sample {
  /** What is special about it: "count 3", or nothing. */
  given: string;
  params: readonly unknown[];
}

/** Each makes a form of its own in Arabic; 0 is shown as a number that Stripe has not told. */
const COUNTS = [0, 1, 2, 3, 11, 100];

const common = {
  platformName: "{platformName}",
  things: ["{thing}", "{another}"],
  thing: null,
  count: 3,
  date: "{date}",
  isPast: false,
};

/** All sentences about a connection take one object, and pick from it what they need. */
const ABOUT_A_CONNECTION: readonly Sample[] = [
  ...COUNTS.map((count) => ({ given: count ? `count ${count}` : "", params: [{ ...common, count }] })),
  { given: "past", params: [{ ...common, isPast: true }] },
  { given: "no date", params: [{ ...common, date: null }] },
  { given: "a thing", params: [{ ...common, thing: "{thing}" }] },
  { given: "a thing, past", params: [{ ...common, thing: "{thing}", isPast: true }] },
  { given: "a thing, no date", params: [{ ...common, thing: "{thing}", date: null }] },
];

const OTHERS: Record<string, readonly (readonly unknown[])[]> = {
  "card.checklist.showMore": [[1], [3], [11], [100]],
  "card.contact": [["Acme Cloud"], ["Stripe"]],
  "card.reference": [["{id}"]],
  "card.stale.unreachable": [["{platformName}", "{time}"]],
  "card.stale.offline": [["{time}"]],
  "card.startedBy": [
    ["{name}", "{date}"],
    ["{name}", null],
  ],
  "card.checkedAt": [["{time}"]],
  "card.announcement": [["{label}", "{sentence}"]],
  "card.dialog.balance.available": [["{amount}"]],
  "card.dialog.balance.pending": [["{amount}"]],
  "card.dialog.balance.reserved": [["{amount}"]],
  "card.troubleshoot.fixThis": [["{title}"]],
  "card.troubleshoot.forPerson": [["{person}"]],
  "onboarding.returnTo": [["{platform}"]],
  "onboarding.reference": [["{reference}"]],
  "onboarding.anotherBrowser": [["{platform}"]],
  "requirements.list": [
    [["{one}", "{two}"], 0],
    [["{one}", "{two}", "{three}"], 0],
    ...[1, 2, 3, 11, 100].map((more) => [["{one}", "{two}"], more]),
    [["{one}"], 4],
  ],
};

/** Samples for the sentence at a path: "card.stale.offline". */
export function samplesFor(path: string): readonly Sample[] {
  if (path === "connection.due" || path === "connection.wasDue") return [{ given: "", params: [common] }];
  if (path.startsWith("connection.")) return ABOUT_A_CONNECTION;
  const params = OTHERS[path];
  if (!params) throw new Error(`Say in stories/words/samples.ts what ${path} is called with.`);
  return params.map((some) => ({ given: some.map(special).filter(Boolean).join(", "), params: some }));
}

function special(param: unknown): string {
  if (param === null) return "not known";
  if (Array.isArray(param)) return `${param.length} titles`;
  if (typeof param === "number") return `count ${param}`;
  return typeof param === "string" && !param.startsWith("{") ? param : "";
}
