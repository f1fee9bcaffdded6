import { retryableImport } from "../retryableImport.js";
import { card } from "../ja/card.js";
import { connection } from "../ja/connection.js";
import { errors } from "../ja/errors.js";
import { onboarding } from "../ja/onboarding.js";
import { status } from "../ja/status.js";
import type { Messages } from "../messages.js";

const requirements = retryableImport(() => import("../ja/requirements.js"), "requirements");
const sections = retryableImport(() => import("../ja/sections.js"), "sections");

/** Japanese, in the polite form. */
export const ja = {
  code: "ja",
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
