import type { Messages } from "../messages.js";

export const onboarding = {
  title: "Stripe-Angaben aktualisieren",
  returnTo: (platform) => `Zurück zu ${platform}`,
  loading: "Das Stripe-Formular wird geladen…",
  signIn:
    "Stripe öffnet zur Anmeldung eventuell ein kleines Fenster. Falls nicht, erlauben Sie Pop-ups für diese Website.",
  tryAgain: "Erneut versuchen",
  openHosted: "Stripe auf einer neuen Seite öffnen",
  openingHosted: "Stripe wird geöffnet…",
  copyDetails: "Supportdetails kopieren",
  copied: "Kopiert",
  notCopied: "Ihr Browser hat das Kopieren nicht erlaubt. Hier die Details zum Kopieren von Hand:",
  reference: (reference) => `Referenz: ${reference}`,
  anotherBrowser: (platform) =>
    `Falls es weiter nicht klappt, nutzen Sie einen anderen Browser oder senden Sie die Supportdetails an ${platform}.`,

  failures: {
    script_blocked: {
      title: "Stripe wurde nicht geladen.",
      text: "Ein Werbeblocker oder Ihr Netzwerk blockiert es möglicherweise. Schalten Sie den Blocker für diese Seite aus und versuchen Sie es erneut.",
    },
    script_timeout: {
      title: "Stripe braucht zu lange.",
      text: "Ihre Verbindung ist eventuell langsam oder etwas hält sie auf. Versuchen Sie es gleich noch einmal.",
    },
    script_broken: {
      title: "Stripe konnte nicht starten.",
      text: "Ein anderer Teil dieser Seite oder eine Browsererweiterung stört eventuell. Versuchen Sie es erneut oder in einem anderen Browser.",
    },
    session_failed: {
      title: "Stripe ließ sich nicht öffnen.",
      text: "Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.",
    },
    bad_publishable_key: {
      title: "Stripe ist hier nicht richtig eingerichtet.",
      text: "Das kann nur das Team beheben, das diese Seite betreibt. Bitte geben Sie dort Bescheid.",
    },
    chunk_failed: {
      title: "Ein Teil dieser Seite wurde nicht geladen.",
      text: "Sie sind eventuell offline oder diese Seite wurde aktualisiert. Versuchen Sie es erneut oder laden Sie sie neu.",
    },
    api_connection_error: {
      title: "Stripe ist nicht erreichbar.",
      text: "Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.",
    },
    authentication_error: {
      title: "Stripe konnte Sie nicht anmelden.",
      text: "Erlauben Sie Pop-ups für diese Website, versuchen Sie es erneut und schließen Sie die Anmeldung im Stripe-Fenster ab.",
    },
    account_session_create_error: {
      title: "Stripe ließ sich nicht öffnen.",
      text: "Stripe hat den Schlüssel abgelehnt. Ein neuer Versuch holt einen neuen.",
    },
    invalid_request_error: {
      title: "Stripe hat die Anfrage nicht angenommen.",
      text: "Versuchen Sie es erneut. Beginnt die Adresse dieser Seite nicht mit https, öffnen Sie sie zuerst mit https.",
    },
    rate_limit_error: {
      title: "Zu viele Versuche in kurzer Zeit.",
      text: "Versuchen Sie es in einer Minute erneut.",
    },
    render_error: {
      title: "Stripe konnte das nicht anzeigen.",
      text: "Eine Browsererweiterung oder Ihr Netzwerk stört eventuell. Schalten Sie Erweiterungen aus und versuchen Sie es erneut.",
    },
    api_error: {
      title: "Bei Stripe ist etwas schiefgelaufen.",
      text: "Es geht nichts verloren. Versuchen Sie es in einigen Minuten erneut.",
    },
  },

  slow: { title: "Stripe braucht lange, um das anzuzeigen.", text: "Es erscheint hier, sobald es geladen ist." },

  ended: {
    signed_out: {
      title: "Sie wurden abgemeldet.",
      text: "Melden Sie sich wieder an, um fortzufahren. Was Sie an Stripe gesendet haben, bleibt erhalten.",
    },
    not_allowed: {
      title: "Sie können diese Verbindung nicht ändern.",
      text: "Bitten Sie die Administration darum oder um die nötige Berechtigung.",
    },
    no_account: {
      title: "Dieses Stripe-Konto ist nicht mehr verbunden.",
      text: "Gehen Sie zurück, um zu sehen, wie es weitergeht.",
    },
  },

  findings: {
    offline: "Sie sind offline. Stripe öffnet sich, sobald Sie wieder verbunden sind und es erneut versuchen.",
    insecure: "Diese Seite wird nicht über https geladen. Stripe setzt das im Live-Modus voraus.",
    isolated:
      "Diese Seite ist von ihren Pop-up-Fenstern getrennt. Stripes Anmeldefenster kann deshalb blockiert wirken.",
    in_app_browser: "Stripe funktioniert nicht in anderen Apps. Öffnen Sie diese Seite im Browser Ihres Telefons.",
    framed: "Diese Seite wird innerhalb einer anderen Website angezeigt. Das kann das Stripe-Fenster blockieren.",
  },

  comeBack: {
    title: "Zurück von Stripe",
    checking: "Stripe wird abgefragt…",
    renewing: "Stripe wird wieder geöffnet…",
    done: "Vielen Dank. Ihre Verbindung ist auf dem neuesten Stand.",
    failed: "Stripe konnte nicht abgefragt werden.",
    notRenewed: "Stripe ließ sich nicht wieder öffnen.",
    safe: "Was Sie an Stripe gesendet haben, bleibt erhalten.",
  },
} satisfies Messages["onboarding"];
