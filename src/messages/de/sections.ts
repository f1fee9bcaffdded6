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
    not_connected: "Dies erscheint hier, sobald Stripe verbunden ist.",
    role: "Dafür fehlt Ihnen die Berechtigung. Bitten Sie die Administration darum.",
    busy: "Stripe richtet dieses Konto noch ein, oder es wird gerade getrennt. Warten Sie kurz.",
    terminal: "Für ein abgelehntes Konto ist das nicht verfügbar.",
    unsupported: "Stripe bietet das für Ihr Konto nicht an.",
  },
};
