import type { SectionMessages } from "../messages.js";

export const sections: SectionMessages = {
  names: {
    payments: "決済",
    payouts: "入金",
    payouts_list: "入金の一覧",
    balances: "残高",
    disputes_list: "不審請求の申請",
    documents: "書類",
    tax_settings: "税金の設定",
    tax_registrations: "税務登録",
    instant_payouts_promotion: "即時入金",
    balance_report: "残高レポート",
    payout_reconciliation_report: "入金照合レポート",
    notification_banner: "Stripeからのお知らせ",
  },

  loading: "Stripeから読み込んでいます…",

  notShown: {
    not_connected: "Stripeと連携すると、ここに表示されます。",
    role: "表示する権限がありません。管理者に権限の付与を依頼してください。",
    busy: "Stripeがこのアカウントを設定しているか、連携の解除が進行中です。しばらくお待ちください。",
    terminal: "承認されなかったアカウントでは利用できません。",
    unsupported: "このアカウントでは、この機能を利用できません。",
  },
};
