import type { Messages } from "../messages.js";

export const status = {
  not_connected: "Sin conectar",
  connecting: "Conectando",
  in_progress: "En curso",
  connected: "Conectado",
  error: "Acción necesaria",
} satisfies Messages["status"];
