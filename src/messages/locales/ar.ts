import { retryableImport } from "../retryableImport.js";
import { card } from "../ar/card.js";
import { connection } from "../ar/connection.js";
import { errors } from "../ar/errors.js";
import { onboarding } from "../ar/onboarding.js";
import { status } from "../ar/status.js";
import type { Messages } from "../messages.js";

const requirements = retryableImport(() => import("../ar/requirements.js"), "requirements");
const sections = retryableImport(() => import("../ar/sections.js"), "sections");

/** Modern Standard Arabic, in words that are of no gender. */
export const ar = {
  code: "ar",
  status,
  connection,
  card,
  onboarding,
  errors,
  /** The explainer's words are a chunk of their own. */
  requirements: () => requirements().then((module) => module.requirements),
  /** So are those of `StripeSection`. */
  sections: () => sections().then((module) => module.sections),
} satisfies Messages;
