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
    not_connected: "Esta información aparecerá aquí cuando Stripe esté conectado.",
    role: "No tiene acceso a esta información. Pídalo a quien administre la cuenta.",
    busy: "Stripe todavía está configurando esta cuenta, o se está desconectando. Espere un momento.",
    terminal: "Esta información no está disponible para una cuenta rechazada.",
    unsupported: "Stripe no ofrece esta función para su cuenta.",
  },
};
