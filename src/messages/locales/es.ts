import { retryableImport } from "../retryableImport.js";
import { card } from "../es/card.js";
import { connection } from "../es/connection.js";
import { errors } from "../es/errors.js";
import { onboarding } from "../es/onboarding.js";
import { status } from "../es/status.js";
import type { Messages } from "../messages.js";

const requirements = retryableImport(() => import("../es/requirements.js"), "requirements");
const sections = retryableImport(() => import("../es/sections.js"), "sections");

/** Spanish, with the formal address. */
export const es = {
  code: "es",
  status,
  connection,
  card,
  onboarding,
  errors,
  requirements: () => requirements().then((module) => module.requirements),
  sections: () => sections().then((module) => module.sections),
} satisfies Messages;
