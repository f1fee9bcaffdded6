/** What stands in a dialog of the host's: a chunk without the library of ours. */
export { HostAlert as DisconnectAlert } from "../DisconnectDialog/HostDialog.js";
