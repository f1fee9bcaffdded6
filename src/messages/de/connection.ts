import { plural } from "../format.js";
import type { Messages } from "../messages.js";

type Words = Messages["connection"];
type Told = Parameters<Words["willNeed"]>[0];

/** Nominative and accusative alike. */
const details = (count: number) =>
  count === 0
    ? "weitere Angaben"
    : plural("de", count, { one: `${count} weitere Angabe`, other: `${count} weitere Angaben` });

const needsBefore =
  (goal: string) =>
  ({ count }: { count: number }) =>
    `Stripe benötigt noch ${details(count)}, bevor Sie ${goal} können.`;

const addToKeep =
  (goal: string) =>
  ({ thing, count, date, isPast }: Told) => {
    const what = thing ?? details(count);
    if (date === null) return `Ergänzen Sie ${what}, um weiter ${goal}.`;
    return isPast
      ? `Ergänzen Sie jetzt ${what}, um weiter ${goal}. Die Frist endete am ${date}.`
      : `Ergänzen Sie bis zum ${date} ${what}, um weiter ${goal}.`;
  };

export const connection = {
  actions: {
    connect: "Stripe-Konto verbinden",
    update: "Stripe-Angaben aktualisieren",
    check: "Erneut prüfen",
  },
  flows: {
    active: "Aktiv",
    pending: "Ausstehend",
    paused: "Pausiert",
    inactive: "Nicht aktiv",
  },

  notConnected: {
    plans: "Verbinden Sie Stripe, um Ihrer Kundschaft Rechnungen zu stellen.",
    billing: "Verbinden Sie Stripe, um Ihrer Kundschaft Rechnungen zu stellen.",
    payouts: "Verbinden Sie Stripe, um Auszahlungen zu erhalten.",
  },
  notConnectedDetail:
    "Für Sie wird ein neues Stripe-Konto erstellt. Ein bestehendes Stripe-Konto kann nicht verbunden werden.",
  removed: ({ date }) =>
    date === null ? "Dieses Konto wurde bei Stripe entfernt." : `Dieses Konto wurde am ${date} bei Stripe entfernt.`,

  connecting: "Stripe übermittelt noch Ihre Kontodaten.",
  connectingDetail: "Das dauert meist weniger als eine Minute. Sie können diese Seite verlassen.",
  connectingSlow: "Stripe übermittelt noch Ihre Kontodaten. Das dauert länger als üblich.",
  connectingSlowDetail: "Sie können diese Seite verlassen und später wiederkommen.",
  disconnecting: "Die Verbindung mit Stripe wird getrennt…",

  needs: {
    plans: needsBefore("Tarife veröffentlichen"),
    billing: needsBefore("Ihrer Kundschaft Rechnungen stellen"),
    payouts: needsBefore("Auszahlungen erhalten"),
  },
  checking: "Stripe prüft Ihre Angaben. Sie müssen nichts tun.",
  reviewing: "Stripe überprüft dieses Konto. Sie müssen nichts tun.",
  reviewingAsks: "Stripe überprüft dieses Konto. Fehlende Angaben können Sie inzwischen ergänzen.",
  beingChecked: ({ things }) => `In Prüfung: ${things.join(", ")}.`,

  connected: {
    plans: "Stripe wird synchronisiert. Sie können jetzt Tarife veröffentlichen.",
    billing: "Stripe wird synchronisiert. Sie können Ihrer Kundschaft jetzt Rechnungen stellen.",
    payouts: "Stripe wird synchronisiert. Sie können jetzt Auszahlungen erhalten.",
  },
  connectedNotReady: ({ platformName }) =>
    `Stripe wird synchronisiert. ${platformName} muss auf der eigenen Seite noch etwas abschließen.`,

  dueSoon: {
    plans: addToKeep("Zahlungen anzunehmen"),
    billing: addToKeep("Zahlungen anzunehmen"),
    payouts: addToKeep("Auszahlungen zu erhalten"),
  },
  willNeed: ({ thing, count, date }) =>
    date === null
      ? `Stripe benötigt demnächst ${thing ?? details(count)}.`
      : `Stripe benötigt bis zum ${date} ${thing ?? details(count)}.`,

  paused: {
    both: "Zahlungen und Auszahlungen sind pausiert.",
    payments: "Zahlungen sind pausiert.",
    payouts: "Auszahlungen sind pausiert.",
  },
  off: {
    both: "Zahlungen und Auszahlungen sind aus.",
    payments: "Zahlungen sind aus.",
    payouts: "Auszahlungen sind aus.",
  },
  offMeans: {
    both: "Ihre Kundschaft kann nicht bezahlen und Stripe behält Ihr Guthaben ein.",
    payments: "Ihre Kundschaft kann bis dahin nicht bezahlen.",
    payouts: "Stripe behält Ihr Guthaben bis dahin ein.",
  },
  afterCheck: "Sie werden fortgesetzt, sobald Stripe die Prüfung abgeschlossen hat.",
  fix: {
    both: "Aktualisieren Sie Ihre Stripe-Angaben, damit Zahlungen und Auszahlungen wieder möglich sind.",
    payments: "Aktualisieren Sie Ihre Stripe-Angaben, damit Zahlungen wieder möglich sind.",
    payouts: "Aktualisieren Sie Ihre Stripe-Angaben, damit Auszahlungen wieder möglich sind.",
  },
  fixInTime: "Aktualisieren Sie Ihre Stripe-Angaben, damit alles weiterläuft.",
  needsNow: ({ count }) => `Stripe benötigt ${details(count)} von Ihnen.`,

  rejected: "Stripe kann dieses Konto nicht unterstützen.",
  rejectedByPlatform: ({ platformName }) => `${platformName} kann dieses Konto nicht unterstützen.`,
  appeal: "Wenn Sie das für einen Irrtum halten, können Sie im Stripe-Formular Einspruch einlegen.",
  platformPaused: ({ platformName }) => `${platformName} hat dieses Konto pausiert.`,
  requestedCapabilities: ({ platformName }) => `${platformName} muss die Einrichtung dieses Kontos noch abschließen.`,
  restricted: "Stripe hat dieses Konto eingeschränkt.",
  why: {
    platform: ({ platformName }) => `${platformName} hat das ausgeschaltet.`,
    unconfirmed: "Die Angaben wurden nicht rechtzeitig bestätigt.",
    unused: "Stripe schaltet aus, was lange nicht genutzt wurde.",
    business: "Stripe bietet das für Ihre Branche nicht an.",
    country: "Stripe bietet das in Ihrem Land nicht an.",
    legalForm: "Stripe bietet das für die Rechtsform Ihres Unternehmens nicht an.",
    restricted: "Stripe hat das ausgeschaltet.",
    details: "Stripe benötigt noch Angaben, bevor das eingeschaltet wird.",
    checking: "Stripe prüft das noch.",
  },
  unknown: "Bei diesem Konto ist etwas zu klären.",
  contactStripe: "Wenden Sie sich an den Stripe-Support, um mehr zu erfahren.",
  contactPlatform: ({ platformName }) => `Wenden Sie sich an ${platformName}, um mehr zu erfahren.`,

  readOnly: "Bitten Sie die Administration darum.",
  due: ({ date }) => `Fällig am ${date}`,
  wasDue: ({ date }) => `War fällig am ${date}`,

  groups: {
    contact: "Kontaktdaten",
    business: "Unternehmensangaben",
    tax: "Steuerangaben",
    representative: "Kontovertretung",
    owners: "Eigentümer und Geschäftsführung",
    identity_document: "Identitätsnachweis",
    bank_account: "Bankkonto",
    terms: "Nutzungsbedingungen",
    other: "Weitere Angaben",
  },
  people: {
    representative: "Kontovertretung",
    owner: "Eigentümer/in",
    director: "Geschäftsführung",
    executive: "Führungskraft",
    authorizer: "Zeichnungsberechtigte Person",
    legal_guardian: "Sorgeberechtigte Person",
    person: "Person in Ihrem Unternehmen",
  },
  /** In the accusative: they stand after „für“. */
  roles: {
    representative: "die Kontovertretung",
    owner: "eine/n Eigentümer/in",
    director: "die Geschäftsführung",
    executive: "eine Führungskraft",
    authorizer: "die zeichnungsberechtigte Person",
    legal_guardian: "die sorgeberechtigte Person",
    person: "eine Person in Ihrem Unternehmen",
  },
} satisfies Words;
