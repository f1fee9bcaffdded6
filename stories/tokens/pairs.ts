import type { TokenName } from "react-stripe-connection";

/** One colour that stands on another, and what it is there for. */
export interface Pair {
  front: TokenName;
  back: TokenName;
  kind: "text" | "edge";
}

const GROUNDS = ["surface", "surface-2", "page"] as const;

/** Every colour that has to be told from another one. */
export const PAIRS: readonly Pair[] = [
  ...(["text", "muted", "accent", "accent-hover"] as const).flatMap((front) => on(front, GROUNDS)),
  ...on("on-accent", ["accent", "accent-hover"]),
  ...on("on-danger", ["danger", "danger-hover"]),
  ...(["ok", "warn", "bad", "info", "idle"] as const).flatMap((tone) => on(`${tone}-fg`, [`${tone}-bg`])),
  ...(["ok-fg", "warn-fg", "bad-fg"] as const).flatMap((front) => on(front, ["surface", "surface-2"])),
  ...on("on-mark", ["mark"]),
  ...GROUNDS.map((back): Pair => ({ front: "focus", back, kind: "edge" })),
  { front: "border-input", back: "surface", kind: "edge" },
];

/** Those that high contrast adds: there every line is to be seen. */
export const MORE_PAIRS: readonly Pair[] = [
  ...PAIRS,
  ...(["border", "border-strong", "danger"] as const).flatMap((front) =>
    GROUNDS.map((back): Pair => ({ front, back, kind: "edge" })),
  ),
];

/** What a pair needs. The mark beside Stripe's name is a drawing, which WCAG asks 3 of. */
export function least({ front, kind }: Pair, isMore: boolean): number {
  return kind === "edge" || front === "on-mark" ? 3 : isMore ? 7 : 4.5;
}

function on(front: TokenName, backs: readonly TokenName[]): Pair[] {
  return backs.map((back) => ({ front, back, kind: "text" }));
}
