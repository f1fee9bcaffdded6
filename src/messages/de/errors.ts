import type { Messages } from "../messages.js";

export const errors = {
  network: "Der Server ist nicht erreichbar. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.",
  timeout: "Der Server hat zu lange nicht geantwortet. Versuchen Sie es erneut.",
  invalid_response:
    "Die Antwort des Servers ist nicht lesbar. Versuchen Sie es erneut und wenden Sie sich sonst an den Support.",
  session_expired: "Sie wurden abgemeldet. Melden Sie sich wieder an, um fortzufahren.",
  forbidden: "Dafür fehlt Ihnen die Berechtigung. Wenden Sie sich an die Administration Ihrer Organisation.",
  csrf: "Diese Anfrage wurde zu Ihrer Sicherheit gestoppt. Laden Sie die Seite neu und versuchen Sie es erneut.",
  rate_limited: "Das war zu oft. Warten Sie kurz und versuchen Sie es dann erneut.",
  invalid_request: "Das ist mit diesen Angaben nicht möglich. Laden Sie die Seite neu und versuchen Sie es erneut.",
  in_progress: "Das läuft bereits. Warten Sie kurz.",
  conflict: "Die Verbindung hat sich inzwischen geändert. Sehen Sie sie sich noch einmal an und entscheiden Sie dann.",
  disconnect_blocked: "Stripe kann noch nicht getrennt werden. Erledigen Sie zuerst die aufgeführten Punkte.",
  country_unsupported: "Stripe gibt es für Unternehmen in diesem Land nicht. Wählen Sie ein anderes Land.",
  platform_not_ready: "Die Verbindung mit Stripe ist hier noch nicht freigeschaltet. Wenden Sie sich an den Support.",
  hosted_unavailable:
    "Stripe hat für dieses Konto keine eigene Seite. Versuchen Sie es hier erneut oder in einem anderen Browser.",
  dashboard_unavailable:
    "Stripe kann dieses Dashboard gerade nicht öffnen. Falls Angaben fehlen, ergänzen Sie sie zuerst. Wenden Sie sich sonst an den Support.",
  store_unavailable:
    "Der Server kann gerade nichts speichern. Es wurde nichts geändert. Versuchen Sie es in einigen Minuten erneut.",
  stripe_unavailable:
    "Stripe ist gerade nicht erreichbar. Es geht nichts verloren. Versuchen Sie es in einigen Minuten erneut.",
  chunk_failed:
    "Ein Teil dieser Seite wurde nicht geladen. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.",
  internal:
    "Auf dem Server ist etwas schiefgelaufen. Versuchen Sie es erneut und wenden Sie sich sonst an den Support.",
} satisfies Messages["errors"];
