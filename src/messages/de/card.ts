import type { Messages } from "../messages.js";

export const card = {
  title: "Stripe",
  subtitle: "Abrechnung & Auszahlung",
  testMode: "Testmodus",
  simulated: "Simuliert",
  loading: "Die Verbindung mit Stripe wird geladen",
  stillLoading: "Stripe wird noch abgefragt…",
  loadsOnline: "Sie sind offline. Der Status erscheint, sobald Sie wieder online sind.",
  loadFailedTitle: "Die Verbindung mit Stripe kann nicht angezeigt werden.",
  tryAgain: "Erneut versuchen",
  brokenTitle: "Hier ist etwas schiefgelaufen.",
  brokenText: "Prüfen Sie den Status, um zu sehen, wie es um Ihre Verbindung mit Stripe steht.",

  connect: {
    label: "Stripe-Konto verbinden",
    pending: "Wird verbunden…",
    haveReady: "Bereithalten",
    needs: ["Unternehmensangaben", "Bankkonto", "Ausweis"],
    reuse: "Wenn Sie Stripe bereits nutzen, können Sie die Angaben dieses Kontos im Formular von Stripe übernehmen.",
    country: "Land Ihres Unternehmens",
    countryPlaceholder: "Land auswählen",
    countryHint: "Das lässt sich später nicht ändern.",
    countryMissing: "Wählen Sie zuerst das Land aus.",
  },

  checklist: {
    label: "Was Stripe benötigt",
    showMore: (count) => `${count} weitere anzeigen`,
    showLess: "Weniger anzeigen",
    detail: "Hinweis von Stripe",
  },

  facts: {
    payments: "Zahlungen",
    payouts: "Auszahlungen",
    account: "Konto",
    lastChecked: "Zuletzt geprüft",
    never: "Noch nicht",
    justNow: "Gerade eben",
  },

  menu: {
    label: "Weitere Aktionen",
    update: "Stripe-Angaben aktualisieren",
    dashboard: "Stripe-Dashboard öffnen",
    check: "Status jetzt prüfen",
    copyAccount: "Konto-ID kopieren",
    copySupport: "Supportdetails kopieren",
    disconnect: "Trennen",
    startOver: "Neu beginnen",
    framed: "Öffnen Sie dafür diese Seite für sich allein.",
  },

  newTab: "(wird in einem neuen Tab geöffnet)",
  tabBlocked: "Ihr Browser hat den neuen Tab blockiert. Öffnen Sie das Dashboard in diesem:",
  copy: "Kopieren",
  copied: "Kopiert.",
  copyRefused: "Ihr Browser hat das Kopieren nicht erlaubt.",
  copyFailed: "Ihr Browser hat das Kopieren nicht erlaubt. Hier zum Kopieren von Hand:",
  reference: (id) => `Referenz ${id}`,
  contact: (platformName) => `${platformName} kontaktieren`,
  copyReference: "Referenz kopieren",
  dismiss: "Schließen",

  stale: {
    unreachable: (platformName, time) => `${platformName} ist nicht erreichbar. Angezeigt wird der Stand: ${time}.`,
    offline: (time) => `Sie sind offline. Angezeigt wird der Stand: ${time}.`,
  },
  startedBy: (name, date) => (date ? `Begonnen von ${name} am ${date}.` : `Begonnen von ${name}.`),
  checkedAt: (time) => `Zuletzt geprüft: ${time}.`,
  checked: "Gerade eben bei Stripe geprüft.",
  announcement: (label, sentence) => `Stripe: ${label}. ${sentence}`,

  dialog: {
    loading: "Es wird geprüft, was durch das Trennen endet…",
    cancel: "Abbrechen",
    disconnect: {
      title: "Verbindung mit Stripe trennen?",
      lead: "Das ist endgültig.",
      confirm: "Abrechnungsverbindung trennen",
      pending: "Wird getrennt…",
      stops: {
        plans: ["Ihre Tarife sind für Ihre Kundschaft nicht mehr verfügbar."],
        billing: ["Ihrer Kundschaft wird nichts mehr berechnet."],
        payouts: ["Stripe zahlt nicht mehr auf Ihr Bankkonto aus."],
      },
      payments: "Neue Zahlungen sind nicht möglich.",
      again: "Um sich wieder zu verbinden, richten Sie ein neues Stripe-Konto ein.",
    },
    startOver: {
      title: "Mit Stripe neu beginnen?",
      lead: "Das ist endgültig.",
      confirm: "Neu beginnen",
      pending: "Wird neu begonnen…",
      stops: ["Was Sie bei Stripe bisher eingegeben haben, geht verloren."],
      again: "Danach beginnen Sie mit einem neuen Stripe-Konto, etwa für ein anderes Land.",
    },
    deletes: "Das Stripe-Konto wird endgültig geschlossen.",
    detaches: "Das Stripe-Konto bleibt bei Stripe bestehen. Diese Seite nutzt es nur nicht mehr.",
    blocked: "Noch nicht trennbar",
    warnings: "Gut zu wissen",
    balance: {
      available: (amount) => `Auf dem Konto sind noch ${amount}. Dieses Guthaben muss zuerst ausgezahlt werden.`,
      pending: (amount) => `${amount} sind unterwegs. Warten Sie, bis der Betrag ausgezahlt ist.`,
      reserved: (amount) => `Stripe hält ${amount} als Reserve zurück.`,
    },
    framed: "Diese Seite wird innerhalb einer anderen Website angezeigt. Öffnen Sie sie zum Trennen für sich allein.",
  },

  troubleshoot: {
    question: "Warum ist das noch in Bearbeitung?",
    label: "Was noch aufhält",
    fix: "Beheben",
    fixThis: (title) => `Beheben: ${title}`,
    forPerson: (person) => `für ${person}`,
    checking: "Wird von Stripe geprüft",
    alreadySent: "Schon gesendet? Die Prüfung durch Stripe kann bis zu zwei Werktage dauern.",
    check: "Erneut prüfen",
    general: [
      {
        title: "Unvollständige Unternehmensangaben",
        text: "Es fehlen Kontaktdaten, Steuerangaben oder andere Angaben zu Ihrem Unternehmen.",
      },
      {
        title: "Identitätsprüfung",
        text: "Stripe muss Ihre Identität bestätigen. Möglicherweise sollen Sie eine Kopie Ihres Ausweises hochladen.",
      },
    ],
    browser: "In diesem Browser:",
  },
} satisfies Messages["card"];
