const WORD_LIST = "A list of words. The union type made from it is exported.";
const PART = "A part of an exported type, of no use by itself.";
const OF_A_WORD = "What a word's function takes or returns.";

const WORD_LISTS = [
  "ACTIONS",
  "DENIALS",
  "ERROR_CODES",
  "FLOWS",
  "MODES",
  "PERSON_ROLES",
  "REASONS",
  "REQUIREMENT_GROUPS",
  "REQUIREMENT_STATES",
  "SECTIONS",
  "STATUSES",
  "WAITING_ON",
];
const OF_WORDS = ["Count", "Due", "Explanation", "Platform"];

/**
 * What a public signature may name although its entry does not export it, by the entry's report. Any other such name
 * fails `npm run api`: a host could not write the type down.
 *
 * `besides`: reports of entries that a host of this one imports too, so that it has their names.
 * `unexported`: names that stay private, by the reason.
 */
export const MAY_NAME = {
  index: {
    unexported: {
      [WORD_LIST]: [...WORD_LISTS, "COLOURS", "FORM_PURPOSES", "MEASURES", "SESSION_PURPOSES"],
      [PART]: ["BelowProvider", "DeepPartialText", "RootProps", "Standalone", "StateBase", "en"],
      [OF_A_WORD]: OF_WORDS,
      "styled-components does not export it either.": ["StylisPlugin"],
    },
  },
  headless: {
    unexported: {
      [WORD_LIST]: [...WORD_LISTS, "FORM_PURPOSES", "SESSION_PURPOSES"],
      [PART]: ["ClientProps", "StateBase"],
    },
  },
  server: { unexported: { [WORD_LIST]: WORD_LISTS } },
  next: { besides: ["server"] },
  node: { besides: ["server"] },
  postgres: { besides: ["server"] },
  simulator: {
    besides: ["headless", "server"],
    unexported: {
      [WORD_LIST]: ["REJECTIONS"],
      [PART]: ["Actions", "Faults", "Steps"],
      "Another name of Record<string, unknown>.": ["Rendered"],
    },
  },
  "simulator-node": { besides: ["simulator"] },
  testing: { besides: ["headless", "server", "simulator"] },
  "testing-react": { besides: ["index", "testing"] },
  "testing-msw": { besides: ["simulator", "testing"] },
  "testing-playwright": { besides: ["simulator", "testing"] },
  locales: { besides: ["index"], unexported: { [OF_A_WORD]: OF_WORDS } },
};
