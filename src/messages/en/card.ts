/** The words of card, menu, dialog and panel that are not about a certain connection. */
export const card = {};
