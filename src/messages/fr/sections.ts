import type { SectionMessages } from "../messages.js";

export const sections: SectionMessages = {
  names: {
    payments: "Paiements",
    payouts: "Virements",
    payouts_list: "Liste des virements",
    balances: "Solde",
    disputes_list: "Litiges",
    documents: "Documents",
    tax_settings: "Paramètres fiscaux",
    tax_registrations: "Immatriculations fiscales",
    instant_payouts_promotion: "Virements instantanés",
    balance_report: "Rapport sur le solde",
    payout_reconciliation_report: "Rapport de rapprochement des virements",
    notification_banner: "Messages de Stripe",
  },

  loading: "Chargement depuis Stripe…",

  notShown: {
    not_connected: "Ces informations s'affichent ici une fois Stripe connecté.",
    role: "Vous n'avez pas accès à ces informations. Demandez l'accès à un admin.",
    busy: "Stripe configure encore ce compte, ou sa déconnexion est en cours. Patientez un instant.",
    terminal: "Ces informations ne sont pas disponibles pour un compte refusé.",
    unsupported: "Stripe ne propose pas cette fonction pour votre compte.",
  },
};
