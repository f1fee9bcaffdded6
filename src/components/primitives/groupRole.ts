/**
 * The role "group". The space changes nothing for a reader of roles, which are a list of words, and keeps the rules away
 * that a page has for `[role=group]` and what is in it: Pico lays it out as a row of joined buttons.
 */
export const GROUP_ROLE = "group ";
