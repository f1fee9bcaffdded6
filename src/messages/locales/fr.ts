import { retryableImport } from "../retryableImport.js";
import { card } from "../fr/card.js";
import { connection } from "../fr/connection.js";
import { errors } from "../fr/errors.js";
import { onboarding } from "../fr/onboarding.js";
import { status } from "../fr/status.js";
import type { Messages } from "../messages.js";

const requirements = retryableImport(() => import("../fr/requirements.js"), "requirements");
const sections = retryableImport(() => import("../fr/sections.js"), "sections");

/** French, with the formal address. */
export const fr = {
  code: "fr",
  status,
  connection,
  card,
  onboarding,
  errors,
  requirements: () => requirements().then((module) => module.requirements),
  sections: () => sections().then((module) => module.sections),
} satisfies Messages;
