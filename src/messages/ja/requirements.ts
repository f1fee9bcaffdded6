import { createExplainer, type RequirementWords, type ThingWords } from "../createExplainer.js";
import { requirementErrors } from "./requirementErrors.js";

/** Nouns stand before "が必要です". */
export const requirementWords: RequirementWords = {
  things: {
    person_name: detail("氏名", "公的な身分証に記載されている氏名を、そのとおりに入力してください。"),
    person_birth: detail("生年月日", "公的な身分証に記載されている生年月日を入力してください。"),
    person_address: detail("住所", "現在の自宅の住所を番地まで入力してください。私書箱は使用できません。"),
    person_email: detail("メールアドレス", "ご本人に連絡できるメールアドレスを入力してください。"),
    person_phone: detail("電話番号", "ご本人に連絡できる電話番号を入力してください。"),
    person_id_number: detail(
      "個人識別番号",
      "個人を識別する番号（米国では社会保障番号）を、発行されたとおりに入力してください。",
    ),
    person_nationality: detail("国籍", "パスポートまたは身分証に記載されている国籍を選択してください。"),
    person_gender: detail("性別", "公的な身分証に記載されている性別を選択してください。"),
    person_public_office: detail(
      "公職に関する情報",
      "ご本人または近親者が重要な公職に就いているかをお答えください。法律により、Stripeは確認が必要です。",
    ),
    person_role: detail(
      "事業での役割",
      "この方の事業での立場を入力してください。役職、所有者や取締役かどうか、持分の割合などです。",
    ),
    person_other: detail("個人情報", "公的な身分証に記載されているとおりに、この方の情報を入力してください。"),
    identity_document: {
      title: "本人確認書類",
      noun: "本人確認書類の写真",
      text: "パスポート、身分証カード、運転免許証のいずれかを、鮮明なカラー写真で両面アップロードしてください。",
      forPerson: (person) => ({
        noun: `${person}さんの本人確認書類の写真`,
        text: `${person}さんのパスポート、身分証カード、運転免許証のいずれかのカラー写真をアップロードしてください。`,
      }),
    },
    second_document: {
      title: "自宅住所の証明書類",
      noun: "自宅住所の証明書類",
      text: "公共料金の請求書など、過去6か月以内に発行された、自宅の住所がわかる2つ目の書類をアップロードしてください。",
      forPerson: (person) => ({
        noun: `${person}さんの自宅住所の証明書類`,
        text: `最近の公共料金の請求書など、${person}さんの自宅の住所がわかる書類をアップロードしてください。`,
      }),
    },
    liveness: {
      title: "自撮り写真による確認",
      noun: "自撮り写真",
      text: "Stripeが身分証の写真と照合できるように、Stripeのフォームで自撮り写真を撮影してください。",
      forPerson: (person) => ({
        noun: `${person}さんの自撮り写真`,
        text: `Stripeが身分証の写真と照合します。Stripeのフォームで${person}さんの自撮り写真を撮影してください。`,
      }),
    },
    passport: {
      title: "パスポート",
      noun: "パスポートの写真",
      text: "パスポートの顔写真のページを、カラー写真でアップロードしてください。",
      forPerson: (person) => ({
        noun: `${person}さんのパスポートの写真`,
        text: `${person}さんのパスポートの顔写真のページを、カラー写真でアップロードしてください。`,
      }),
    },
    visa: {
      title: "ビザ",
      noun: "ビザの写真",
      text: "ビザまたは在留許可証のカラー写真をアップロードしてください。",
      forPerson: (person) => ({
        noun: `${person}さんのビザの写真`,
        text: `${person}さんのビザまたは在留許可証のカラー写真をアップロードしてください。`,
      }),
    },
    authorization: {
      title: "委任状",
      noun: "委任状",
      text: "この方が事業を代理できることを認める、署名済みの委任状をアップロードしてください。",
      forPerson: (person) => ({
        noun: `${person}さんへの委任状`,
        text: `${person}さんが事業を代理できることを認める、署名済みの委任状をアップロードしてください。`,
      }),
    },

    business_type: {
      title: "事業形態",
      noun: "事業形態の情報",
      text: "個人、法人、非営利団体のいずれで事業を行っているかを選択してください。",
    },
    structure: {
      title: "法人形態",
      noun: "法人形態の情報",
      text: "株式会社や合同会社など、事業の法人形態を選択してください。",
    },
    country: {
      title: "事業の国",
      noun: "事業の国の情報",
      text: "事業が登録されている国を選択してください。",
    },
    company_name: {
      title: "正式な法人名",
      noun: "正式な法人名",
      text: "登記されている法人名を、省略せずそのとおりに入力してください。",
    },
    business_name: {
      title: "事業名",
      noun: "事業名",
      text: "店舗名やサービス名など、顧客に知られている名称を入力してください。",
    },
    website: {
      title: "事業のウェブサイト",
      short: "ウェブサイト",
      noun: "事業のウェブサイトの情報",
      text: "販売内容がわかる、閲覧可能なウェブサイトが必要です。お持ちでない場合は、代わりに商品の説明を入力してください。",
    },
    product_description: {
      title: "商品の説明",
      noun: "商品の説明",
      text: "販売する商品、販売先、顧客が支払う時期を、1～2文で説明してください。",
    },
    industry: {
      title: "業種",
      noun: "業種の情報",
      text: "販売内容に最も近い業種を選択してください。",
    },
    revenue: {
      title: "売上高",
      noun: "売上高",
      text: "事業のおおよその売上高を入力してください。概算でかまいません。",
    },
    worker_count: {
      title: "従業員数",
      noun: "従業員数",
      text: "事業で働いている人のおおよその人数を入力してください。",
    },
    minority_owned: {
      title: "事業の所有者の属性",
      noun: "事業の所有者の属性",
      text: "Stripeのフォームで、所有者に当てはまる説明、または回答しないことを選択してください。",
    },
    commerce_disclosure: {
      title: "特定商取引法に基づく表記",
      noun: "特定商取引法に基づく表記のページ",
      text: "特定商取引法に基づく表記を掲載しているページのURLを入力してください。",
    },
    statement_descriptor: {
      title: "明細書表記",
      noun: "明細書表記",
      text: "顧客のカードや銀行の利用明細に表示される名称を選択してください。事業名に近い名称にする必要があります。",
    },
    registration_number: {
      title: "会社の登記番号",
      noun: "会社の登記番号",
      text: "会社の登記に記載されている番号を入力してください。",
    },
    registration_date: {
      title: "登記日",
      noun: "会社の登記日",
      text: "会社が登記された日付を入力してください。",
    },
    export_license: {
      title: "輸出に関する情報",
      noun: "輸出に関する情報",
      text: "海外への販売に適用される輸出許可と輸出目的を入力してください。",
    },
    business_address: {
      title: "事業の住所",
      noun: "事業の住所",
      text: "登録されている事業の住所を番地まで入力してください。私書箱は使用できません。",
    },
    business_phone: {
      title: "事業の電話番号",
      noun: "事業の電話番号",
      text: "Stripeが事業者に連絡できる電話番号を入力してください。",
    },
    contact_email: {
      title: "連絡先メールアドレス",
      noun: "連絡先メールアドレス",
      text: "Stripeからの連絡を受け取れるメールアドレスを入力してください。",
    },
    support: {
      title: "カスタマーサポートの連絡先",
      short: "カスタマーサポート",
      noun: "カスタマーサポートの連絡先",
      text: "顧客からの問い合わせ先を入力してください。領収書に表示されます。",
    },
    tax_id: {
      title: "納税者番号",
      noun: "納税者番号",
      text: "税務当局からの書類に記載されている事業の納税者番号を、そのとおりに入力してください。",
    },
    vat_id: {
      title: "付加価値税番号",
      noun: "付加価値税番号",
      text: "請求書に記載している事業の付加価値税（VAT）番号を入力してください。",
    },
    tax_document: {
      title: "納税者番号の証明書類",
      noun: "納税者番号の証明書類",
      text: "事業名と納税者番号が記載された、税務当局からの書類をアップロードしてください。",
    },
    bank_account: {
      title: "銀行口座",
      short: "口座情報",
      noun: "銀行口座の情報",
      text: "Stripeからの入金を受け取る銀行口座を追加してください。",
      again: "銀行口座に入金できませんでした。口座情報を確認するか、別の口座を追加してください。",
    },
    bank_proof: {
      title: "銀行口座の証明書類",
      short: "口座の証明書類",
      noun: "銀行口座の証明書類",
      text: "名義と口座番号が記載された、銀行の取引明細書または銀行からの書面をアップロードしてください。",
    },
    owners: {
      title: "所有者",
      noun: "事業の所有者の情報",
      text: "事業の25%以上を所有する方を全員追加するか、該当者がいないことを確認してください。",
    },
    directors: {
      title: "取締役",
      noun: "取締役の情報",
      text: "取締役として登記されている方を全員追加してください。",
    },
    executives: {
      title: "経営幹部",
      noun: "経営幹部の情報",
      text: "最高経営責任者など、日々の経営を担う方を追加してください。",
    },
    ownership_declaration: {
      title: "所有者の確認",
      noun: "所有者の確認",
      text: "Stripeのフォームで所有者の一覧を見て、漏れがないことを確認してください。",
    },
    directorship_declaration: {
      title: "取締役の確認",
      noun: "取締役の確認",
      text: "Stripeのフォームで取締役の一覧を見て、漏れがないことを確認してください。",
    },
    ownership_exemption: {
      title: "所有者を申告しない理由",
      noun: "所有者を申告しない理由",
      text: "所有者の申告が不要な理由を、Stripeのフォームで選択してください。",
    },
    owners_proof: {
      title: "所有者の証明書類",
      noun: "所有者の証明書類",
      text: "登記事項証明書など、事業の最終的な所有者がわかる書類をアップロードしてください。",
    },
    license: {
      title: "営業許可証",
      noun: "営業許可証",
      text: "事業に必要な許可を受けていることを示す許可証をアップロードしてください。",
    },
    memorandum: {
      title: "定款",
      noun: "定款",
      text: "会社設立時の定款を、全ページアップロードしてください。",
    },
    decree: {
      title: "省庁の認可書",
      noun: "省庁の認可書",
      text: "会社または団体の設立を認可した文書をアップロードしてください。",
    },
    registration_document: {
      title: "登記の証明書類",
      noun: "登記の証明書類",
      text: "最新の登記事項証明書を、全ページアップロードしてください。",
    },
    address_document: {
      title: "事業の住所の証明書類",
      noun: "事業の住所の証明書類",
      text: "事業名と住所が記載された、過去6か月以内の請求書または郵便物をアップロードしてください。",
    },
    presence_document: {
      title: "事業の実在の証明書類",
      noun: "事業の実在の証明書類",
      text: "賃貸借契約書や店舗の写真など、事業を行っている場所がわかるものをアップロードしてください。",
    },
    company_document: {
      title: "会社の書類",
      noun: "会社の書類",
      text: "会社の名称、番号、住所が記載された公的な書類をアップロードしてください。",
    },
    representative_declaration: {
      title: "代表者による確認",
      noun: "代表者による確認",
      text: "この事業を代理する権限があることを、Stripeのフォームで確認してください。",
    },
    terms: {
      title: "利用規約",
      noun: "Stripeの利用規約への同意",
      text: "Stripeのフォームの最後で利用規約を読み、同意してください。",
    },

    business_model_verification: {
      title: "事業の仕組み",
      noun: "事業の仕組みについての説明",
      text: "販売内容と収益の仕組みについて、Stripeからの質問にお答えください。",
    },
    restricted_or_prohibited_industry_diligence: {
      title: "業種の確認",
      noun: "業種についての回答",
      text: "特別な規定がある業種があります。お客様の業種について、Stripeからの質問にお答えください。",
    },
    intellectual_property_usage: {
      title: "商品を販売する権利",
      noun: "商品を販売できることの証明",
      text: "請求書や契約書などで、このブランドの商品を販売できることをStripeに示してください。",
    },
    supportability_rejection_appeal: {
      title: "異議申し立て",
      noun: "異議申し立て",
      text: "Stripeはこの種類の事業に対応していません。誤りの場合は、Stripeのフォームで説明してください。",
    },
    other_supportability_inquiry: {
      title: "事業についての質問",
      noun: "事業についての回答",
      text: "Stripeが対応できるかを判断するため、詳しい情報が必要です。Stripeのフォームでお答えください。",
    },
    credit_review: {
      title: "財務情報",
      noun: "財務情報",
      text: "Stripeが返金のリスクを判断できるように、財務状況についての質問にお答えください。",
    },
    reserve_appeal: {
      title: "留保金",
      noun: "留保金についての回答",
      text: "現在、Stripeが資金の一部を留保しています。Stripeのフォームから再審査を依頼できます。",
    },
    identity_verification: {
      title: "本人確認書類と自撮り写真",
      noun: "本人確認書類と自撮り写真",
      text: "Stripeのフォームで、責任者の方が写真付き身分証をアップロードし、自撮り写真を撮影してください。",
    },
    url_inquiry: {
      title: "ウェブサイトの確認",
      noun: "ウェブサイトについての回答",
      text: "ウェブサイトには販売内容の掲載が必要です。更新してから、Stripeのフォームでお知らせください。",
    },
    address_verification: {
      title: "住所の確認",
      noun: "住所がわかる書類",
      text: "賃貸借契約書や公共料金の請求書など、事業の住所がわかる書類をアップロードしてください。",
    },
    domain_verification: {
      title: "ウェブサイトの管理権限",
      noun: "ウェブサイトの管理権限の証明",
      text: "ウェブサイトがお客様のものであることをStripeに示してください。方法はStripeのフォームに記載されています。",
    },
    bank_account_verification: {
      title: "銀行口座の確認",
      short: "口座の確認",
      noun: "銀行口座の証明書類",
      text: "銀行の取引明細書などで、銀行口座を確認してください。",
    },
    customer_service_contact: {
      title: "サポートの連絡先の確認",
      noun: "カスタマーサポートの連絡先",
      text: "顧客が問い合わせに使う電話番号またはメールアドレスを確認してください。",
    },
    fulfillment_policy: {
      title: "提供条件",
      noun: "提供条件",
      text: "商品の提供方法と時期、返金の仕組みをStripeに説明してください。",
    },
    capability_disable_appeal: {
      title: "決済手段についての異議申し立て",
      noun: "異議申し立て",
      text: "Stripeが決済手段の1つを無効にしました。誤りの場合は、Stripeのフォームで説明してください。",
    },
    rejection_appeal: {
      title: "異議申し立て",
      noun: "異議申し立て",
      text: "Stripeがこのアカウントでの決済を停止しました。誤りの場合は、Stripeのフォームで説明してください。",
    },
    platform_concern: {
      title: "アカウントについての質問",
      noun: "アカウントについての回答",
      text: "このアカウントの利用方法について質問があります。Stripeのフォームでお答えください。",
    },
    other_compliance_inquiry: {
      title: "法律上必要な情報",
      noun: "法律上必要な情報",
      text: "法律により、Stripeは事業について詳しく確認する必要があります。Stripeのフォームでお答えください。",
    },
    other_business_inquiry: {
      title: "事業の詳しい情報",
      noun: "Stripeが求めている情報",
      text: "Stripeには事業についての追加の情報が必要です。Stripeのフォームでお答えください。",
    },
    inquiry: {
      title: "Stripeからの質問",
      noun: "Stripeからの質問への回答",
      text: "このアカウントについてStripeから質問があります。Stripeのフォームを開いてお答えください。",
    },
    other: {
      title: "その他の情報",
      noun: "Stripeが求めている情報",
      text: "Stripeに別の情報が必要です。Stripeのフォームを開いて内容を確認し、追加してください。",
    },
  },
  list: (titles, more) => (more === 0 ? titles : [...titles, `ほか${more}件`]).join("、"),
  errors: requirementErrors,
};

/** The explainer's words: loaded on their own, with the first connection that has requirements. */
export const requirements = createExplainer(requirementWords);

/** A detail of a person. */
function detail(title: string, text: string): ThingWords {
  return {
    title,
    text,
    noun: `関係者の${title}`,
    forPerson: (person) => ({ noun: `${person}さんの${title}` }),
  };
}
