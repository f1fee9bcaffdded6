import { requirements as english } from "./en/requirements.js";
import {
  type ExplainedRequirement,
  explainRequirementWith,
  type RequirementToExplain,
} from "./explainRequirementWith.js";
import type { RequirementMessages } from "./messages.js";
import { warnOnce } from "./warnOnce.js";

export interface ExplainOptions {
  /** BCP 47. Default: English, which also stands in for a language that `words` are not given for. */
  locale?: string;
  /** The words of that language: `await messages.requirements()`. */
  words?: RequirementMessages;
}

/** Says what one requirement of Stripe means, why it is asked for and what to do, for a person. */
export function explainRequirement(input: RequirementToExplain, options: ExplainOptions = {}): ExplainedRequirement {
  if (!options.words && options.locale !== undefined && !/^en\b/i.test(options.locale)) {
    warnOnce(`explainRequirement has English words only; give it \`words\` for "${options.locale}".`);
  }
  return explainRequirementWith(options.words ?? english, input);
}
