/** Menu and dialog, with the library they stand on: one chunk. */
export { ActionsMenu } from "./ActionsMenu.js";
export { DisconnectAlert } from "./DisconnectAlert.js";
