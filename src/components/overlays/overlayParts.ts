/** Menu and dialog, with the library they stand on: one chunk. */
export { ActionsMenu } from "../ActionsMenu/ActionsMenu.js";
export { DisconnectAlert } from "../DisconnectDialog/NativeDialog.js";
