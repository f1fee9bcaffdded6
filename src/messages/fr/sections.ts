import type { SectionMessages } from "../messages.js";

export const sections: SectionMessages = {
  names: {
    payments: "Paiements",
    payouts: "Virements",
    payouts_list: "Liste des virements",
    balances: "Solde",
    disputes_list: "Litiges",
    documents: "Justificatifs",
    tax_settings: "Paramètres fiscaux",
    tax_registrations: "Immatriculations fiscales",
    instant_payouts_promotion: "Virements instantanés",
    balance_report: "Rapport sur le solde",
    payout_reconciliation_report: "Rapport de rapprochement des virements",
    notification_banner: "Messages de Stripe",
  },

  loading: "Chargement depuis Stripe…",

  notShown: {
    not_connected: "Connectez Stripe pour voir ces informations ici.",
    role: "Vous n'avez pas accès à ces informations. Demandez l'accès à un admin.",
    busy: "Une autre opération est en cours sur ce compte. Patientez un instant.",
    terminal: "Stripe ne peut pas prendre en charge ce compte. Contactez l'assistance de Stripe pour en savoir plus.",
    unsupported: "Stripe ne propose pas cette fonction pour votre compte.",
  },
};
