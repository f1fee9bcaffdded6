/** Where the focus was in what stood in the onboarding's place before its code was there. */
export type FocusPlace = "title" | "return" | "elsewhere";
