import type { Messages } from "../messages.js";

export const status = {
  not_connected: "Não conectada",
  connecting: "Conectando",
  in_progress: "Em andamento",
  connected: "Conectada",
  error: "Ação necessária",
} satisfies Messages["status"];
