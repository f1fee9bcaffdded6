import type { SectionMessages } from "../messages.js";

export const sections: SectionMessages = {
  names: {
    payments: "Pagos",
    payouts: "Transferencias",
    payouts_list: "Lista de transferencias",
    balances: "Saldo",
    disputes_list: "Disputas",
    documents: "Documentos",
    tax_settings: "Ajustes fiscales",
    tax_registrations: "Registros fiscales",
    instant_payouts_promotion: "Transferencias instantáneas",
    balance_report: "Informe del saldo",
    payout_reconciliation_report: "Informe de conciliación de transferencias",
    notification_banner: "Avisos de Stripe",
  },

  loading: "Cargando desde Stripe…",

  notShown: {
    not_connected: "Conecte Stripe para ver esta información aquí.",
    role: "No tiene acceso a esta información. Pídalo a quien administre la cuenta.",
    busy: "Hay otra operación en marcha en esta cuenta. Espere un momento.",
    terminal: "Stripe no puede admitir esta cuenta. Consulte al equipo de soporte de Stripe para saber más.",
    unsupported: "Stripe no ofrece esta función para su cuenta.",
  },
};
