import type { Messages } from "../messages.js";

export const status = {
  not_connected: "Non connecté",
  connecting: "Connexion en cours",
  in_progress: "En cours",
  connected: "Connecté",
  error: "Action requise",
} satisfies Messages["status"];
