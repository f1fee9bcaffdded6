import type { RequirementGroup, RequirementState } from "../../core/connection.js";

/** How loud something is. Never told by colour alone. */
export type Tone = "neutral" | "info" | "warning" | "success" | "danger";

/** A banner inside the card. */
export interface DescribedNotice {
  /** Which one, for styles and slots. */
  id: "paused" | "rejected" | "deadline" | "contact" | "removed" | "read_only";
  /** How loud it is. */
  tone: Tone;
  /** The bold first words, or null. */
  title: string | null;
  /** Whole sentences. */
  text: string;
  /** "in 12 days", for a date that no row has; null until the reader's day is known. */
  hint?: string | null;
}

/** One line of the checklist: one or more keys of the same thing for the same person. */
export interface DescribedRequirement {
  /** Tells rows apart: two persons may be asked for equal keys. */
  id: string;
  /** Every key that the row stands for; "fix just this" collects exactly these. */
  keys: string[];
  /** What it is about. */
  group: RequirementGroup;
  /** How urgent it is. */
  state: RequirementState;
  /** What: "Photo of Jenny Rosen's ID". Until the explainer's words are there: the name of the group. */
  title: string;
  /** What, why and how, at most 140 characters. Empty until the explainer's words are there. */
  text: string;
  /** "Jenny Rosen", or a role such as "an owner"; null where it is about the business. */
  person: string | null;
  /** Formatted for the reader, or null. `iso` goes into `<time dateTime>`. */
  due: { iso: string; text: string; hint: string | null; tone: Tone } | null;
  /** Stripe's own English words about what was wrong. Text only, in a disclosure. */
  detail: string | null;
}

/** What a person should read about a connection. The card and the panel show this and nothing else. */
export interface Description {
  /** The badge: "In progress". */
  label: string;
  /** The badge's colour and shape. */
  tone: Tone;
  /** How it stands and what it means, in one sentence. */
  sentence: string;
  /** The small line below the sentence, or null. */
  detail: string | null;
  /** Banners, the most pressing first. */
  notices: DescribedNotice[];
  /** What is asked for, folded, past due first. Without what Stripe is checking. */
  rows: DescribedRequirement[];
  /** What Stripe is checking, as rows. */
  checking: DescribedRequirement[];
  /** "Active", "Paused"…; null where the account neither takes payments nor has to. */
  payments: string | null;
  /** The same for payouts, a fact of its own. */
  payouts: string | null;
  /** The button that moves things on, or null where there is nothing to press. */
  primary: { action: "connect" | "update" | "check"; label: string; emphasis: "primary" | "secondary" } | null;
}
