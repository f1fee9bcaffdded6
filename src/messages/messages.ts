import type { en } from "./en.js";

/** All words of one language. */
export type Messages = typeof en;

/** The words that explain requirements. */
export type RequirementMessages = Awaited<ReturnType<Messages["requirements"]>>;

/** The words around Stripe's sections. */
export type SectionMessages = Awaited<ReturnType<Messages["sections"]>>;

/** Single words of a host's own: a string, or a function with the same parameters. */
export type MessageOverrides = {
  [Area in Exclude<keyof Messages, "code" | "requirements" | "sections">]?: DeepPartialText<Messages[Area]>;
} & { sections?: DeepPartialText<SectionMessages> };

type DeepPartialText<T> = T extends string
  ? string
  : T extends (...params: infer P) => string
    ? string | ((...params: P) => string)
    : { [K in keyof T]?: DeepPartialText<T[K]> };

/** What the sentence "…before you can publish plans" is about. */
export type Purpose = "plans" | "billing" | "payouts";
