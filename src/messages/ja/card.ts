import type { Messages } from "../messages.js";

export const card = {
  title: "Stripe",
  subtitle: "請求と入金",
  testMode: "テストモード",
  simulated: "シミュレーション",
  loading: "Stripeとの連携を読み込んでいます",
  stillLoading: "引き続きStripeに確認しています…",
  loadsOnline: "オフラインです。オンラインに戻ると状態が表示されます。",
  loadFailedTitle: "Stripeとの連携を表示できません。",
  tryAgain: "もう一度試す",
  brokenTitle: "ここで問題が発生しました。",
  brokenText: "Stripeとの連携の状態を確認してください。",

  connect: {
    label: "Stripeアカウントを連携",
    pending: "連携しています…",
    haveReady: "ご用意いただくもの",
    needs: ["事業者情報", "銀行口座", "写真付き本人確認書類"],
    reuse: "すでにStripeをお使いの場合は、Stripeのフォームでそのアカウントの情報を再利用できます。",
    country: "事業を行う国",
    countryPlaceholder: "国を選択",
    countryHint: "後から変更することはできません。",
    countryMissing: "先に国を選択してください。",
  },

  checklist: {
    label: "Stripeに必要な情報",
    showMore: (count) => `さらに${count}件を表示`,
    showLess: "表示を減らす",
    detail: "Stripeからの説明",
  },

  facts: {
    payments: "決済",
    payouts: "入金",
    account: "アカウント",
    lastChecked: "最終確認",
    never: "未確認",
    justNow: "たった今",
  },

  menu: {
    label: "その他の操作",
    update: "Stripeの情報を更新",
    dashboard: "Stripeダッシュボードを開く",
    check: "今すぐ状態を確認",
    copyAccount: "アカウントIDをコピー",
    copySupport: "サポート用の情報をコピー",
    disconnect: "連携を解除",
    startOver: "最初からやり直す",
    framed: "この操作を行うには、このページを単独で開いてください。",
  },

  newTab: "（新しいタブで開きます）",
  tabBlocked: "ブラウザーが新しいタブをブロックしました。このタブでダッシュボードを開いてください：",
  copy: "コピー",
  copied: "コピーしました。",
  copyRefused: "ブラウザーがコピーを許可しませんでした。",
  copyFailed: "ブラウザーがコピーを許可しませんでした。こちらを手動でコピーしてください：",
  reference: (id) => `参照番号${id}`,
  contact: (platformName) => `${platformName}に問い合わせる`,
  copyReference: "参照番号をコピー",
  dismiss: "閉じる",

  stale: {
    unreachable: (platformName, time) => `${platformName}に接続できませんでした。${time}時点の状態を表示しています。`,
    offline: (time) => `オフラインです。${time}時点の状態を表示しています。`,
  },
  startedBy: (name, date) =>
    date ? `${name}さんが${date}に手続きを開始しました。` : `${name}さんが手続きを開始しました。`,
  checkedAt: (time) => `最終確認：${time}。`,
  checked: "たった今、Stripeに確認しました。",
  announcement: (label, sentence) => `Stripe：${label}。${sentence}`,

  dialog: {
    loading: "連携の解除による影響を確認しています…",
    cancel: "キャンセル",
    disconnect: {
      title: "Stripeとの連携を解除しますか？",
      lead: "この操作は取り消せません。",
      confirm: "請求の連携を解除",
      pending: "連携を解除しています…",
      stops: {
        plans: ["顧客がプランを利用できなくなります。"],
        billing: ["顧客への請求が行われなくなります。"],
        payouts: ["Stripeから銀行口座への入金が行われなくなります。"],
      },
      payments: "新しい決済は受け付けられなくなります。",
      again: "再び連携するには、新しいStripeアカウントの設定が必要です。",
    },
    startOver: {
      title: "Stripeの手続きを最初からやり直しますか？",
      lead: "この操作は取り消せません。",
      confirm: "最初からやり直す",
      pending: "やり直しています…",
      stops: ["これまでにStripeで入力した内容は失われます。"],
      again: "その後、新しいStripeアカウントで手続きを始めます。別の国を選ぶこともできます。",
    },
    deletes: "Stripeアカウントは完全に閉鎖されます。",
    detaches: "StripeアカウントはStripeに残ります。このページで使用されなくなるだけです。",
    blocked: "まだ連携を解除できません",
    warnings: "ご確認ください",
    balance: {
      available: (amount) => `アカウントに${amount}の残高があります。先に入金を完了する必要があります。`,
      pending: (amount) => `${amount}が処理中です。入金が完了するまでお待ちください。`,
      reserved: (amount) => `Stripeが${amount}を留保しています。`,
    },
    framed: "このページは別のサイトの中に表示されています。連携を解除するには、単独で開いてください。",
  },

  troubleshoot: {
    question: "まだ手続き中なのはなぜですか？",
    label: "手続きが完了していない理由",
    fix: "解決する",
    fixThis: (title) => `解決する：${title}`,
    forPerson: (person) => `対象者：${person}`,
    checking: "Stripeが確認中",
    alreadySent: "すでに送信済みですか？Stripeの確認には最大2営業日かかることがあります。",
    check: "もう一度確認",
    general: [
      {
        title: "事業者情報の不足",
        text: "連絡先、税務情報など、事業に関する情報が不足しています。",
      },
      {
        title: "本人確認",
        text: "Stripeによるご本人の確認が必要です。本人確認書類の写しの提出を求められることがあります。",
      },
    ],
    browser: "このブラウザーについて：",
  },
} satisfies Messages["card"];
