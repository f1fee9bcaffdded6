import { retryableImport } from "../retryableImport.js";
import type { Messages } from "../messages.js";
import { card } from "../pt-BR/card.js";
import { connection } from "../pt-BR/connection.js";
import { errors } from "../pt-BR/errors.js";
import { onboarding } from "../pt-BR/onboarding.js";
import { status } from "../pt-BR/status.js";

const requirements = retryableImport(() => import("../pt-BR/requirements.js"), "requirements");
const sections = retryableImport(() => import("../pt-BR/sections.js"), "sections");

/** Portuguese of Brazil, with "você". */
export const ptBR = {
  code: "pt-BR",
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
