import type { Messages } from "../messages.js";

export const status = {
  not_connected: "Nicht verbunden",
  connecting: "Wird verbunden",
  in_progress: "In Bearbeitung",
  connected: "Verbunden",
  error: "Handlungsbedarf",
} satisfies Messages["status"];
