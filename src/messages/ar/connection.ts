import { isolated } from "./isolated.js";
import { plural } from "../format.js";
import type { Messages } from "../messages.js";

type Words = Messages["connection"];
type Told = Parameters<Words["willNeed"]>[0];

/** In the genitive: it stands after a preposition or a verbal noun. Zero is a number that Stripe has not told. */
const details = (count: number) =>
  plural("ar", count, {
    zero: "معلومات إضافية",
    one: "معلومة إضافية واحدة",
    two: "معلومتين إضافيتين",
    few: `${count} معلومات إضافية`,
    many: `${count} معلومة إضافية`,
    other: `${count} معلومة إضافية`,
  });

const needsBefore =
  (goal: string) =>
  ({ count }: { count: number }) =>
    `تحتاج Stripe إلى ${details(count)} حتى يمكنك ${goal}.`;

const addToKeep =
  (goal: string) =>
  ({ thing, count, date, isPast }: Told) => {
    const what = thing ?? details(count);
    if (date === null) return `يُرجى تقديم ${what} لمواصلة ${goal}.`;
    return isPast
      ? `يُرجى تقديم ${what} الآن لمواصلة ${goal}. انتهت المهلة في ${date}.`
      : `يُرجى تقديم ${what} بحلول ${date} لمواصلة ${goal}.`;
  };

export const connection = {
  actions: {
    connect: "ربط حساب Stripe",
    update: "تحديث معلومات Stripe",
    check: "التحقق مجددًا",
  },
  /** They agree with "المدفوعات" and "التحويلات". */
  flows: {
    active: "مفعّلة",
    pending: "قيد الانتظار",
    paused: "متوقفة مؤقتًا",
    inactive: "غير مفعّلة",
  },

  notConnected: {
    plans: "يُرجى ربط Stripe لبدء إصدار الفواتير لعملائك.",
    billing: "يُرجى ربط Stripe لبدء إصدار الفواتير لعملائك.",
    payouts: "يُرجى ربط Stripe لبدء تلقي التحويلات إلى حسابك.",
  },
  notConnectedDetail: "سيتم إنشاء حساب Stripe جديد لك. لا يمكن ربط حساب Stripe موجود مسبقًا.",
  removed: ({ date }) =>
    date === null ? "تمت إزالة هذا الحساب لدى Stripe." : `تمت إزالة هذا الحساب لدى Stripe في ${date}.`,

  connecting: "ما زالت Stripe ترسل معلومات حسابك.",
  connectingDetail: "يستغرق ذلك عادةً أقل من دقيقة. يمكنك مغادرة هذه الصفحة.",
  connectingSlow: "ما زالت Stripe ترسل معلومات حسابك. يستغرق ذلك وقتًا أطول من المعتاد.",
  connectingSlowDetail: "يمكنك مغادرة هذه الصفحة والعودة لاحقًا.",
  disconnecting: "جارٍ إلغاء الربط مع Stripe…",

  needs: {
    plans: needsBefore("نشر الخطط"),
    billing: needsBefore("إصدار الفواتير لعملائك"),
    payouts: needsBefore("تلقي التحويلات إلى حسابك"),
  },
  checking: "تراجع Stripe معلوماتك. لا يلزمك أي إجراء.",
  reviewing: "تراجع Stripe هذا الحساب. لا يلزمك أي إجراء.",
  reviewingAsks: "تراجع Stripe هذا الحساب. يمكن في هذه الأثناء إضافة ما ينقص.",
  beingChecked: ({ things }) => `قيد المراجعة: ${things.join("، ")}.`,

  connected: {
    plans: "تجري مزامنة Stripe. يمكنك الآن نشر الخطط.",
    billing: "تجري مزامنة Stripe. يمكنك الآن إصدار الفواتير لعملائك.",
    payouts: "تجري مزامنة Stripe. يمكنك الآن تلقي التحويلات إلى حسابك.",
  },
  connectedNotReady: ({ platformName }) =>
    `تجري مزامنة Stripe. ما زال على ${isolated(platformName)} إنجاز خطوة من جانبها.`,

  dueSoon: {
    plans: addToKeep("قبول المدفوعات"),
    billing: addToKeep("قبول المدفوعات"),
    payouts: addToKeep("تلقي التحويلات"),
  },
  willNeed: ({ thing, count, date }) =>
    date === null
      ? `ستحتاج Stripe قريبًا إلى ${thing ?? details(count)}.`
      : `ستحتاج Stripe إلى ${thing ?? details(count)} بحلول ${date}.`,

  paused: {
    both: "المدفوعات والتحويلات إلى حسابك متوقفة مؤقتًا.",
    payments: "المدفوعات متوقفة مؤقتًا.",
    payouts: "التحويلات إلى حسابك متوقفة مؤقتًا.",
  },
  off: {
    both: "المدفوعات والتحويلات إلى حسابك غير مفعّلة.",
    payments: "المدفوعات غير مفعّلة.",
    payouts: "التحويلات إلى حسابك غير مفعّلة.",
  },
  offMeans: {
    both: "لا يمكن للعملاء الدفع لك، وتحتفظ Stripe بأموالك.",
    payments: "لا يمكن للعملاء الدفع لك حتى يتم تفعيلها.",
    payouts: "تحتفظ Stripe بأموالك حتى يتم تفعيلها.",
  },
  afterCheck: "ستُستأنف بعد أن تنهي Stripe المراجعة.",
  fix: {
    both: "يُرجى تحديث معلومات Stripe لاستئناف المدفوعات والتحويلات إلى حسابك.",
    payments: "يُرجى تحديث معلومات Stripe لاستئناف المدفوعات.",
    payouts: "يُرجى تحديث معلومات Stripe لاستئناف التحويلات إلى حسابك.",
  },
  fixInTime: "يُرجى تحديث معلومات Stripe حتى لا يتوقف شيء.",
  needsNow: ({ count }) => `تحتاج Stripe منك إلى ${details(count)}.`,

  rejected: "يتعذّر على Stripe دعم هذا الحساب.",
  rejectedByPlatform: ({ platformName }) => `يتعذّر على ${isolated(platformName)} دعم هذا الحساب.`,
  appeal: "إذا كان ذلك خطأً في رأيك، فيمكنك الاعتراض عبر نموذج Stripe.",
  platformPaused: ({ platformName }) => `أوقفت ${isolated(platformName)} هذا الحساب مؤقتًا.`,
  requestedCapabilities: ({ platformName }) => `يجب على ${isolated(platformName)} إكمال إعداد هذا الحساب.`,
  restricted: "قيّدت Stripe هذا الحساب.",
  why: {
    platform: ({ platformName }) => `أوقفت ${isolated(platformName)} هذه الخدمة.`,
    unconfirmed: "لم يتم تأكيد المعلومات في الوقت المحدد.",
    unused: "تُوقف Stripe ما لم يُستخدم منذ مدة طويلة.",
    business: "لا تقدّم Stripe هذه الخدمة لنوع نشاطك التجاري.",
    country: "لا تقدّم Stripe هذه الخدمة في بلدك.",
    legalForm: "لا تقدّم Stripe هذه الخدمة للشكل القانوني لنشاطك التجاري.",
    restricted: "أوقفت Stripe هذه الخدمة.",
    details: "ما زالت Stripe تحتاج إلى معلومات قبل تفعيل هذه الخدمة.",
    checking: "ما زالت Stripe تراجع ذلك.",
  },
  unknown: "هناك أمر في هذا الحساب يتطلب الانتباه.",
  contactStripe: "لمعرفة المزيد، يُرجى التواصل مع دعم Stripe.",
  contactPlatform: ({ platformName }) => `لمعرفة المزيد، يُرجى التواصل مع ${isolated(platformName)}.`,

  readOnly: "لتغيير ذلك، يُرجى الرجوع إلى أحد المشرفين.",
  due: ({ date }) => `المهلة حتى ${date}`,
  wasDue: ({ date }) => `انتهت المهلة في ${date}`,

  groups: {
    contact: "بيانات الاتصال",
    business: "بيانات النشاط التجاري",
    tax: "البيانات الضريبية",
    representative: "ممثل الحساب",
    owners: "المالكون وأعضاء مجلس الإدارة",
    identity_document: "إثبات الهوية",
    bank_account: "الحساب المصرفي",
    terms: "شروط الخدمة",
    other: "معلومات أخرى",
  },
  people: {
    representative: "ممثل الحساب",
    owner: "مالك",
    director: "عضو مجلس إدارة",
    executive: "مسؤول تنفيذي",
    authorizer: "المفوّض بالتوقيع",
    legal_guardian: "الوصي القانوني",
    person: "شخص في نشاطك التجاري",
  },
  /** They stand after "بخصوص". */
  roles: {
    representative: "ممثل الحساب",
    owner: "أحد المالكين",
    director: "أحد أعضاء مجلس الإدارة",
    executive: "أحد المسؤولين التنفيذيين",
    authorizer: "المفوّض بالتوقيع",
    legal_guardian: "الوصي القانوني",
    person: "شخص في نشاطك التجاري",
  },
} satisfies Words;
