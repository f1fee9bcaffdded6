import { retryableImport } from "./retryableImport.js";
import { card } from "./en/card.js";
import { connection } from "./en/connection.js";
import { errors } from "./en/errors.js";
import { onboarding } from "./en/onboarding.js";
import { status } from "./en/status.js";

const requirements = retryableImport(() => import("./en/requirements.js"), "requirements");
const sections = retryableImport(() => import("./en/sections.js"), "sections");

/** English is the type: every other locale `satisfies` it. */
export const en = {
  /** BCP 47 */
  code: "en",
  status,
  connection,
  card,
  onboarding,
  errors,
  /** The explainer's words are a chunk of their own. */
  requirements: () => requirements().then((module) => module.requirements),
  /** So are those of `StripeSection`. */
  sections: () => sections().then((module) => module.sections),
};
