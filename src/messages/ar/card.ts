import { isolated } from "./isolated.js";
import type { Messages } from "../messages.js";

export const card = {
  title: "Stripe",
  subtitle: "الفوترة والتحويلات",
  testMode: "وضع الاختبار",
  simulated: "محاكاة",
  loading: "جارٍ تحميل الربط مع Stripe",
  stillLoading: "ما زال التحقق لدى Stripe جاريًا…",
  loadsOnline: "لا يوجد اتصال بالإنترنت. ستظهر الحالة عند عودة الاتصال.",
  loadFailedTitle: "يتعذّر عرض الربط مع Stripe.",
  tryAgain: "إعادة المحاولة",
  brokenTitle: "حدث خطأ هنا.",
  brokenText: "تحقق من الحالة لمعرفة وضع ربط حسابك مع Stripe.",

  connect: {
    label: "ربط حساب Stripe",
    pending: "جارٍ الربط…",
    haveReady: "ما يلزم تحضيره",
    needs: ["بيانات النشاط التجاري", "حساب مصرفي", "هوية تحمل صورة"],
    reuse: "إذا كنت تستخدم Stripe من قبل، يمكنك إعادة استخدام بيانات ذلك الحساب في نموذج Stripe.",
    country: "بلد نشاطك التجاري",
    countryPlaceholder: "اختيار البلد",
    countryHint: "لا يمكن تغييره لاحقًا.",
    countryMissing: "يُرجى اختيار البلد أولًا.",
  },

  checklist: {
    label: "ما تحتاج إليه Stripe",
    // The number stands in brackets, where no noun has to agree with it.
    showMore: (count) => `عرض المزيد (${count})`,
    showLess: "عرض أقل",
    detail: "ما تقوله Stripe",
  },

  facts: {
    payments: "المدفوعات",
    payouts: "التحويلات",
    account: "الحساب",
    lastChecked: "آخر تحقق",
    never: "ليس بعد",
    justNow: "الآن",
  },

  menu: {
    label: "إجراءات أخرى",
    update: "تحديث معلومات Stripe",
    dashboard: "فتح لوحة تحكم Stripe",
    check: "التحقق من الحالة الآن",
    copyAccount: "نسخ معرّف الحساب",
    copySupport: "نسخ بيانات الدعم",
    disconnect: "إلغاء الربط",
    startOver: "البدء من جديد",
    framed: "لاستخدام ذلك، يُرجى فتح هذه الصفحة بمفردها.",
  },

  newTab: "(يُفتح في علامة تبويب جديدة)",
  tabBlocked: "حظر متصفحك علامة التبويب الجديدة. يُرجى فتح لوحة التحكم في هذه العلامة:",
  copy: "نسخ",
  copied: "تم النسخ.",
  copyRefused: "لم يسمح متصفحك بالنسخ.",
  copyFailed: "لم يسمح متصفحك بالنسخ. إليك النص لنسخه يدويًا:",
  reference: (id) => `الرقم المرجعي ${isolated(id)}`,
  contact: (platformName) => `التواصل مع ${isolated(platformName)}`,
  copyReference: "نسخ الرقم المرجعي",
  dismiss: "إغلاق",

  stale: {
    unreachable: (platformName, time) => `تعذّر الوصول إلى ${isolated(platformName)}. الحالة المعروضة تعود إلى ${time}.`,
    offline: (time) => `لا يوجد اتصال بالإنترنت. الحالة المعروضة تعود إلى ${time}.`,
  },
  startedBy: (name, date) =>
    date ? `تم البدء بواسطة ${isolated(name)} في ${date}.` : `تم البدء بواسطة ${isolated(name)}.`,
  checkedAt: (time) => `آخر تحقق: ${time}.`,
  checked: "تم التحقق لدى Stripe الآن.",
  announcement: (label, sentence) => `حالة Stripe: ${label}. ${sentence}`,

  dialog: {
    loading: "جارٍ التحقق مما سيوقفه إلغاء الربط…",
    cancel: "إلغاء",
    disconnect: {
      title: "إلغاء ربط Stripe؟",
      lead: "لا يمكن التراجع عن هذا الإجراء.",
      confirm: "إلغاء ربط الفوترة",
      pending: "جارٍ إلغاء الربط…",
      stops: {
        plans: ["لن تعود خططك متاحة للعملاء."],
        billing: ["لن تُصدر فواتير لعملائك بعد ذلك."],
        payouts: ["لن تحوّل Stripe الأموال إلى حسابك المصرفي بعد ذلك."],
      },
      payments: "لن يتم قبول مدفوعات جديدة.",
      again: "لإعادة الربط، يلزم إعداد حساب Stripe جديد.",
    },
    startOver: {
      title: "البدء من جديد مع Stripe؟",
      lead: "لا يمكن التراجع عن هذا الإجراء.",
      confirm: "البدء من جديد",
      pending: "جارٍ البدء من جديد…",
      stops: ["ستُفقد البيانات التي أُدخلت لدى Stripe حتى الآن."],
      again: "ستكون البداية بعد ذلك بحساب Stripe جديد، لبلد آخر مثلًا.",
    },
    deletes: "سيُغلق حساب Stripe نهائيًا.",
    detaches: "سيبقى حساب Stripe لدى Stripe، لكن هذه الصفحة لن تستخدمه بعد ذلك.",
    blocked: "لا يمكن إلغاء الربط بعد",
    warnings: "من المفيد معرفته",
    balance: {
      available: (amount) => `يوجد ${amount} في الحساب. يجب تحويل هذا المبلغ أولًا.`,
      pending: (amount) => `المبلغ ${amount} في الطريق. يُرجى الانتظار حتى يتم تحويله.`,
      reserved: (amount) => `تحتجز Stripe مبلغ ${amount} كاحتياطي.`,
    },
    framed: "هذه الصفحة معروضة داخل موقع آخر. يُرجى فتحها بمفردها لإلغاء الربط.",
  },

  troubleshoot: {
    question: "لماذا لا يزال ذلك قيد التنفيذ؟",
    label: "ما يؤخر ذلك",
    fix: "حل المشكلة",
    fixThis: (title) => `حل المشكلة: ${title}`,
    forPerson: (person) => `بخصوص ${isolated(person)}`,
    checking: "قيد المراجعة لدى Stripe",
    alreadySent: "هل سبق إرسال ذلك؟ قد تستغرق مراجعته لدى Stripe ما يصل إلى يومَي عمل.",
    check: "التحقق مجددًا",
    general: [
      {
        title: "معلومات ناقصة عن النشاط التجاري",
        text: "بيانات الاتصال أو المعلومات الضريبية أو بيانات أخرى عن نشاطك التجاري ناقصة.",
      },
      {
        title: "إثبات الهوية",
        text: "تحتاج Stripe إلى التأكد من هويتك. قد يُطلب منك رفع صورة من هويتك.",
      },
    ],
    browser: "في هذا المتصفح:",
  },
} satisfies Messages["card"];
