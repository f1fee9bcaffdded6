import type { Messages } from "../messages.js";

type Words = Messages["connection"];
type Told = Parameters<Words["willNeed"]>[0];

const details = (count: number) => (count === 0 ? "追加の情報" : `あと${count}件の情報`);

const needsBefore =
  (goal: string) =>
  ({ count }: { count: number }) =>
    `${goal}には、Stripeに${details(count)}を提出する必要があります。`;

const addToKeep =
  (goal: string) =>
  ({ thing, count, date, isPast }: Told) => {
    const what = thing ?? details(count);
    if (date === null) return `引き続き${goal}には、${what}が必要です。`;
    return isPast
      ? `引き続き${goal}には、${what}が早急に必要です。期限は${date}でした。`
      : `引き続き${goal}には、${date}までに${what}が必要です。`;
  };

export const connection = {
  actions: {
    connect: "Stripeアカウントを連携",
    update: "Stripeの情報を更新",
    check: "もう一度確認",
  },
  flows: {
    active: "有効",
    pending: "保留中",
    paused: "一時停止中",
    inactive: "無効",
  },

  notConnected: {
    plans: "Stripeと連携して、顧客への請求を始めましょう。",
    billing: "Stripeと連携して、顧客への請求を始めましょう。",
    payouts: "Stripeと連携して、入金の受け取りを始めましょう。",
  },
  notConnectedDetail: "新しいStripeアカウントが作成されます。既存のStripeアカウントは連携できません。",
  removed: ({ date }) =>
    date === null ? "このアカウントはStripeで削除されました。" : `このアカウントは${date}にStripeで削除されました。`,

  connecting: "Stripeからアカウント情報を受信しています。",
  connectingDetail: "通常は1分もかかりません。このページを離れても問題ありません。",
  connectingSlow: "Stripeからアカウント情報を受信しています。通常より時間がかかっています。",
  connectingSlowDetail: "このページを離れて、後で戻ってきても問題ありません。",
  disconnecting: "Stripeとの連携を解除しています…",

  needs: {
    plans: needsBefore("プランを公開する"),
    billing: needsBefore("顧客に請求する"),
    payouts: needsBefore("入金を受け取る"),
  },
  checking: "Stripeが情報を確認しています。必要な操作はありません。",
  reviewing: "Stripeがこのアカウントを審査しています。必要な操作はありません。",
  reviewingAsks: "Stripeがこのアカウントを審査しています。その間に、不足している情報を追加できます。",
  beingChecked: ({ things }) => `確認中：${things.join("、")}。`,

  connected: {
    plans: "Stripeと同期しています。プランを公開できます。",
    billing: "Stripeと同期しています。顧客に請求できます。",
    payouts: "Stripeと同期しています。入金を受け取れます。",
  },
  connectedNotReady: ({ platformName }) =>
    `Stripeと同期しています。${platformName}側で完了が必要な作業が残っています。`,

  dueSoon: {
    plans: addToKeep("決済を受け付ける"),
    billing: addToKeep("決済を受け付ける"),
    payouts: addToKeep("入金を受け取る"),
  },
  willNeed: ({ thing, count, date }) =>
    date === null
      ? `近いうちに、Stripeで${thing ?? details(count)}が必要になります。`
      : `${date}までに、Stripeで${thing ?? details(count)}が必要になります。`,

  paused: {
    both: "決済と入金が一時停止されています。",
    payments: "決済が一時停止されています。",
    payouts: "入金が一時停止されています。",
  },
  off: {
    both: "決済と入金が無効になっています。",
    payments: "決済が無効になっています。",
    payouts: "入金が無効になっています。",
  },
  offMeans: {
    both: "顧客は支払いができず、売上金はStripeに留め置かれます。",
    payments: "決済が有効になるまで、顧客は支払いができません。",
    payouts: "入金が有効になるまで、売上金はStripeに留め置かれます。",
  },
  afterCheck: "Stripeの確認が完了すると再開されます。",
  fix: {
    both: "決済と入金を再開するには、Stripeの情報を更新してください。",
    payments: "決済を再開するには、Stripeの情報を更新してください。",
    payouts: "入金を再開するには、Stripeの情報を更新してください。",
  },
  fixInTime: "停止を避けるため、Stripeの情報を更新してください。",
  needsNow: ({ count }) => `Stripeに${details(count)}を提出してください。`,

  rejected: "Stripeはこのアカウントに対応できません。",
  rejectedByPlatform: ({ platformName }) => `${platformName}はこのアカウントに対応できません。`,
  appeal: "誤りだと思われる場合は、Stripeのフォームから異議を申し立てることができます。",
  platformPaused: ({ platformName }) => `${platformName}がこのアカウントを一時停止しました。`,
  requestedCapabilities: ({ platformName }) => `${platformName}によるこのアカウントの設定完了が必要です。`,
  restricted: "Stripeがこのアカウントを制限しています。",
  why: {
    platform: ({ platformName }) => `${platformName}が無効にしました。`,
    unconfirmed: "期限までに情報を確認できませんでした。",
    unused: "長期間使用されていない機能は、Stripeによって無効になります。",
    business: "お客様の事業の種類では、この機能を利用できません。",
    country: "お客様の国では、この機能を利用できません。",
    legalForm: "お客様の事業の法人形態では、この機能を利用できません。",
    restricted: "Stripeが無効にしました。",
    details: "有効にするには、Stripeへの情報の提出がまだ必要です。",
    checking: "Stripeがまだ確認しています。",
  },
  unknown: "このアカウントに確認が必要な点があります。",
  contactStripe: "詳しくは、Stripeのサポートにお問い合わせください。",
  contactPlatform: ({ platformName }) => `詳しくは、${platformName}にお問い合わせください。`,

  readOnly: "変更するには、管理者に依頼してください。",
  due: ({ date }) => `期限：${date}`,
  wasDue: ({ date }) => `期限切れ：${date}`,

  groups: {
    contact: "連絡先情報",
    business: "事業者情報",
    tax: "税務情報",
    representative: "アカウントの代表者",
    owners: "所有者と取締役",
    identity_document: "本人確認書類",
    bank_account: "銀行口座",
    terms: "利用規約",
    other: "その他の情報",
  },
  people: {
    representative: "アカウントの代表者",
    owner: "所有者",
    director: "取締役",
    executive: "経営幹部",
    authorizer: "署名権限者",
    legal_guardian: "法定代理人",
    person: "事業の関係者",
  },
  roles: {
    representative: "アカウントの代表者",
    owner: "所有者",
    director: "取締役",
    executive: "経営幹部",
    authorizer: "署名権限者",
    legal_guardian: "法定代理人",
    person: "事業の関係者",
  },
} satisfies Words;
