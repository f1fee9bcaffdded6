import { retryableImport } from "../retryableImport.js";
import { card } from "../de/card.js";
import { connection } from "../de/connection.js";
import { errors } from "../de/errors.js";
import { onboarding } from "../de/onboarding.js";
import { status } from "../de/status.js";
import type { Messages } from "../messages.js";

const requirements = retryableImport(() => import("../de/requirements.js"), "requirements");
const sections = retryableImport(() => import("../de/sections.js"), "sections");

/** German, with the formal address. */
export const de = {
  code: "de",
  status,
  connection,
  card,
  onboarding,
  errors,
  requirements: () => requirements().then((module) => module.requirements),
  sections: () => sections().then((module) => module.sections),
} satisfies Messages;
