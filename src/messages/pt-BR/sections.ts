import type { SectionMessages } from "../messages.js";

export const sections: SectionMessages = {
  names: {
    payments: "Pagamentos",
    payouts: "Repasses",
    payouts_list: "Lista de repasses",
    balances: "Saldo",
    disputes_list: "Contestações",
    documents: "Documentos",
    tax_settings: "Configurações fiscais",
    tax_registrations: "Registros fiscais",
    instant_payouts_promotion: "Repasses instantâneos",
    balance_report: "Relatório de saldo",
    payout_reconciliation_report: "Relatório de conciliação de repasses",
    notification_banner: "Avisos da Stripe",
  },

  loading: "Carregando da Stripe…",

  notShown: {
    not_connected: "Isto aparece aqui quando a Stripe está conectada.",
    role: "Você não tem acesso a isto. Peça o acesso à administração.",
    busy: "A Stripe ainda está configurando esta conta, ou ela está sendo desconectada. Aguarde um momento.",
    terminal: "Isto não está disponível para uma conta recusada.",
    unsupported: "A Stripe não oferece isto para a sua conta.",
  },
};
