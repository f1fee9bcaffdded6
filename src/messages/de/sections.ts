import type { SectionMessages } from "../messages.js";

export const sections: SectionMessages = {
  names: {
    payments: "Zahlungen",
    payouts: "Auszahlungen",
    payouts_list: "Liste der Auszahlungen",
    balances: "Guthaben",
    disputes_list: "Zahlungsanfechtungen",
    documents: "Dokumente",
    tax_settings: "Steuereinstellungen",
    tax_registrations: "Steuerregistrierungen",
    instant_payouts_promotion: "Sofortauszahlungen",
    balance_report: "Guthabenbericht",
    payout_reconciliation_report: "Bericht zum Auszahlungsabgleich",
    notification_banner: "Hinweise von Stripe",
  },

  loading: "Wird von Stripe geladen…",

  notShown: {
    not_connected: "Verbinden Sie Stripe, um dies hier zu sehen.",
    role: "Dafür fehlt Ihnen die Berechtigung. Bitten Sie die Administration darum.",
    busy: "Mit diesem Konto läuft gerade etwas anderes. Warten Sie kurz.",
    terminal: "Stripe kann dieses Konto nicht unterstützen. Mehr erfahren Sie beim Stripe-Support.",
    unsupported: "Stripe bietet das für Ihr Konto nicht an.",
  },
};
