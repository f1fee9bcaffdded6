/** The reasons, as a file of their own. */
export { TroubleshootPanel } from "../TroubleshootPanel/TroubleshootPanel.js";
