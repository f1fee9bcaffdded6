import type { SectionMessages } from "../messages.js";

export const sections: SectionMessages = {
  names: {
    payments: "المدفوعات",
    payouts: "التحويلات",
    payouts_list: "قائمة التحويلات",
    balances: "الرصيد",
    disputes_list: "النزاعات",
    documents: "المستندات",
    tax_settings: "إعدادات الضرائب",
    tax_registrations: "التسجيلات الضريبية",
    instant_payouts_promotion: "التحويلات الفورية",
    balance_report: "تقرير الرصيد",
    payout_reconciliation_report: "تقرير تسوية التحويلات",
    notification_banner: "إشعارات من Stripe",
  },

  loading: "جارٍ التحميل من Stripe…",

  notShown: {
    not_connected: "يظهر ذلك هنا بعد ربط Stripe.",
    role: "ليست لديك صلاحية لعرض ذلك. يُرجى طلبها من أحد المشرفين.",
    busy: "لا تزال Stripe تُعدّ هذا الحساب، أو يجري إلغاء ربطه. يُرجى الانتظار قليلًا.",
    terminal: "هذا غير متاح لحساب تم رفضه.",
    unsupported: "لا تقدّم Stripe هذه الخدمة لحسابك.",
  },
};
