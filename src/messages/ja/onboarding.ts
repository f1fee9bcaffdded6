import type { Messages } from "../messages.js";

export const onboarding = {
  title: "Stripeの情報を更新",
  returnTo: (platform) => `${platform}に戻る`,
  loading: "Stripeのフォームを読み込んでいます…",
  signIn:
    "サインインのため、Stripeが小さなウィンドウを開くことがあります。何も開かない場合は、このサイトのポップアップを許可してください。",
  tryAgain: "もう一度試す",
  openHosted: "Stripeを新しいページで開く",
  openingHosted: "Stripeを開いています…",
  copyDetails: "サポート用の情報をコピー",
  copied: "コピーしました",
  notCopied: "ブラウザーがコピーを許可しませんでした。次の情報を手動でコピーしてください：",
  reference: (reference) => `参照番号：${reference}`,
  anotherBrowser: (platform) =>
    `問題が続く場合は、別のブラウザーを使用するか、サポート用の情報を${platform}にお送りください。`,

  failures: {
    script_blocked: {
      title: "Stripeを読み込めませんでした。",
      text: "コンテンツブロッカーまたはネットワークが原因の可能性があります。このページでブロッカーをオフにして、もう一度お試しください。",
    },
    script_timeout: {
      title: "Stripeの読み込みに時間がかかりすぎています。",
      text: "接続が遅いか、何かが読み込みを妨げている可能性があります。しばらくしてからもう一度お試しください。",
    },
    script_broken: {
      title: "Stripeを開始できませんでした。",
      text: "このページの別の部分やブラウザーの拡張機能が妨げている可能性があります。もう一度試すか、別のブラウザーをご利用ください。",
    },
    session_failed: {
      title: "Stripeを開けませんでした。",
      text: "変更された内容はありません。しばらくしてからもう一度お試しください。",
    },
    bad_publishable_key: {
      title: "Stripeがここでは正しく設定されていません。",
      text: "このページの運営チームによる修正が必要です。お手数ですが、運営チームにお知らせください。",
    },
    chunk_failed: {
      title: "このページの一部を読み込めませんでした。",
      text: "オフラインになっているか、ページが更新された可能性があります。もう一度試すか、ページを再読み込みしてください。",
    },
    api_connection_error: {
      title: "Stripeに接続できません。",
      text: "インターネット接続を確認して、もう一度お試しください。",
    },
    authentication_error: {
      title: "Stripeにサインインできませんでした。",
      text: "このサイトのポップアップを許可してからもう一度試し、Stripeのウィンドウでサインインを完了してください。",
    },
    account_session_create_error: {
      title: "Stripeを開けませんでした。",
      text: "キーがStripeに受け付けられませんでした。もう一度試して、新しいキーを取得してください。",
    },
    invalid_request_error: {
      title: "Stripeがリクエストを受け付けませんでした。",
      text: "もう一度お試しください。このページのアドレスがhttpsで始まっていない場合は、先にhttpsで開いてください。",
    },
    rate_limit_error: {
      title: "短時間に操作が繰り返されました。",
      text: "1分ほど待ってから、もう一度お試しください。",
    },
    render_error: {
      title: "Stripeの内容を表示できませんでした。",
      text: "ブラウザーの拡張機能やネットワークが妨げている可能性があります。拡張機能をオフにして、もう一度お試しください。",
    },
    api_error: {
      title: "Stripeで問題が発生しました。",
      text: "失われた情報はありません。数分後にもう一度お試しください。",
    },
  },

  slow: { title: "Stripeの表示に時間がかかっています。", text: "読み込みが終わると、ここに表示されます。" },

  ended: {
    signed_out: {
      title: "サインアウトされました。",
      text: "続けるには、もう一度サインインしてください。Stripeに送信した内容は保存されています。",
    },
    not_allowed: {
      title: "この連携を変更する権限がありません。",
      text: "管理者に変更を依頼するか、権限の付与を依頼してください。",
    },
    no_account: {
      title: "このStripeアカウントはすでに連携されていません。",
      text: "前のページに戻り、次に必要な操作を確認してください。",
    },
  },

  findings: {
    offline: "オフラインです。インターネットに再接続してもう一度試すと、Stripeが開きます。",
    insecure: "このページはhttpsで配信されていません。本番環境のStripeにはhttpsが必要です。",
    isolated:
      "このページはポップアップウィンドウから分離されているため、Stripeのサインイン画面がブロックされたように見えることがあります。",
    in_app_browser: "Stripeは他のアプリ内では動作しません。このページをスマートフォンのブラウザーで開いてください。",
    framed: "このページは別のサイトの中に表示されているため、Stripeのウィンドウが開かないことがあります。",
  },

  comeBack: {
    title: "Stripeから戻りました",
    checking: "Stripeに確認しています…",
    renewing: "Stripeをもう一度開いています…",
    done: "ありがとうございます。連携は最新の状態です。",
    failed: "Stripeに確認できませんでした。",
    notRenewed: "Stripeをもう一度開けませんでした。",
    safe: "Stripeに送信した内容は保存されています。",
  },
} satisfies Messages["onboarding"];
