/** What was wrong with what was sent, and what to do: by Stripe's code, at most 140 characters. */
export const requirementErrors: Record<string, string> = {
  external_request:
    "銀行など、Stripe以外の機関が求めています。Stripeのフォームを開いて、必要な内容を確認してください。",
  information_missing: "送信された内容に重要な情報が不足しています。Stripeのフォームを開いて追加してください。",

  invalid_address_city_state_postal_code:
    "市区町村、都道府県または州、郵便番号が一致しません。住所を確認してください。",
  invalid_address_cmra_address:
    "私書箱の代行サービスまたはバーチャルオフィスのようです。実際に事業を行っている住所を入力してください。",
  invalid_address_highway_contract_box: "郵便ルート上の私書箱は使用できません。事業の住所を番地まで入力してください。",
  invalid_address_private_mailbox: "民間の私書箱は使用できません。事業の住所を番地まで入力してください。",
  invalid_address_registered_agent_address:
    "登録代理人の住所のようです。事業の住所を入力するか、正しいことを示す証明書類をアップロードしてください。",
  invalid_business_profile_name:
    "事業名を実際の言葉として認識できませんでした。顧客に知られている名称を入力してください。",
  invalid_business_profile_name_denylisted:
    "事業名が一般的すぎるか、有名ブランドの名称です。ご自身の事業名を入力してください。",
  invalid_company_name_denylisted:
    "法人名が一般的すぎるか、有名ブランドの名称です。登記されている名称を入力してください。",
  invalid_dob_age_over_maximum: "生年月日が120年以上前になっています。年を確認してください。",
  invalid_dob_age_under_18: "18歳以上である必要があります。生年月日を確認するか、別の方を指定してください。",
  invalid_dob_age_under_minimum: "13歳以上である必要があります。生年月日を確認するか、別の方を指定してください。",
  invalid_product_description_length: "商品の説明が短すぎます。10文字以上で入力してください。",
  invalid_product_description_url_match:
    "商品の説明がウェブサイトのURLの繰り返しになっています。販売内容を文章で説明してください。",
  invalid_representative_country:
    "代表者の住所は、会社と同じ国にある必要があります。住所を修正するか、別の方を指定してください。",
  invalid_signator: "書類の認証者を確認できませんでした。公認の専門家が認証した書類をアップロードしてください。",
  invalid_statement_descriptor_business_mismatch:
    "明細書表記は、事業名、正式な法人名、ウェブサイトのいずれかに近い名称にしてください。",
  invalid_statement_descriptor_denylisted:
    "明細書表記が一般的すぎるか、有名ブランドの名称です。事業固有の名称を選択してください。",
  invalid_statement_descriptor_length: "明細書表記が短すぎます。5文字以上にしてください。",
  invalid_statement_descriptor_prefix_denylisted:
    "短縮版の明細書表記が一般的すぎるか、有名ブランドの名称です。事業固有の名称を選択してください。",
  invalid_statement_descriptor_prefix_mismatch:
    "短縮版の明細書表記は、事業名、通常の明細書表記、ウェブサイトのいずれかに近い名称にしてください。",
  invalid_street_address: "この町名または番地が見つかりませんでした。住所の表記を確認してください。",
  invalid_tax_id: "納税者番号は9桁である必要があります。税務当局からの書類と照らし合わせて確認してください。",
  invalid_tax_id_format: "納税者番号を、ハイフンやスペースを入れずに9桁の数字で入力してください。",
  invalid_tos_acceptance: "納税者番号が変更されたため、Stripeの利用規約にもう一度同意する必要があります。",
  invalid_url_denylisted: "一般的なウェブサイトのURLです。ご自身の事業のURLを入力してください。",
  invalid_url_format: "ウェブサイトのURLを読み取れません。https://example.comのように入力してください。",
  invalid_url_length: "ウェブサイトのURLが長すぎます。トップページのURLを入力してください。",
  invalid_url_web_presence_detected:
    "オンラインで販売しているようです。販売に使用しているウェブサイト、アプリ、プロフィールのURLを入力してください。",
  invalid_url_website_business_information_mismatch:
    "ウェブサイトの事業者情報がStripeの登録内容と異なります。両方の内容を一致させてください。",
  invalid_url_website_empty:
    "ウェブサイトに内容がありません。販売内容と連絡先を掲載してから、もう一度確認してください。",
  invalid_url_website_inaccessible:
    "ウェブサイトを開けませんでした。正常に表示されるかを確認するか、URLを修正してください。",
  invalid_url_website_inaccessible_geoblocked:
    "ウェブサイトが一部の地域からの閲覧を制限しています。米国からの閲覧を許可するか、代わりに商品を説明してください。",
  invalid_url_website_inaccessible_password_protected:
    "ウェブサイトにパスワードが設定されています。誰でも閲覧できるようにするか、代わりに商品を説明してください。",
  invalid_url_website_incomplete:
    "ウェブサイトに、事業名や販売内容などの情報が不足しています。追加してから、もう一度確認してください。",
  invalid_url_website_incomplete_cancellation_policy:
    "ウェブサイトにキャンセル方法の記載がありません。追加してから、もう一度確認してください。",
  invalid_url_website_incomplete_customer_service_details:
    "ウェブサイトに問い合わせ先の記載がありません。電話番号またはメールアドレスを追加してから、もう一度確認してください。",
  invalid_url_website_incomplete_legal_restrictions:
    "ウェブサイトに販売に関する法的制限の記載がありません。追加してから、もう一度確認してください。",
  invalid_url_website_incomplete_refund_policy:
    "ウェブサイトに返金についての記載がありません。追加してから、もう一度確認してください。",
  invalid_url_website_incomplete_return_policy:
    "ウェブサイトに返品についての記載がありません。追加してから、もう一度確認してください。",
  invalid_url_website_incomplete_terms_and_conditions:
    "ウェブサイトに利用規約がありません。追加してから、もう一度確認してください。",
  invalid_url_website_incomplete_under_construction:
    "ウェブサイトがまだ準備中です。完成させるか、代わりに商品を説明してください。",
  invalid_url_website_other:
    "このウェブサイトでは事業を確認できませんでした。URLを確認するか、商品を説明してください。",
  invalid_value_other: "入力内容に無効なものがあります。Stripeのフォームを開いて内容を確認し、修正してください。",
  unresolvable_ip_address:
    "利用規約への同意が行われた場所を特定できませんでした。Stripeのフォームでもう一度同意してください。",
  unresolvable_postal_code: "この郵便番号が見つかりませんでした。住所と照らし合わせて確認してください。",
  unsupported_business_type: "この事業形態はお客様の国では利用できません。別の形態を選択してください。",

  verification_directors_mismatch:
    "取締役が公的な登記の内容と異なります。一覧を修正し、取締役を証明する最新の書類をアップロードしてください。",
  verification_document_address_mismatch:
    "書類の住所が入力内容と異なります。住所を修正するか、別の書類をアップロードしてください。",
  verification_document_address_missing:
    "書類に会社の住所がありません。住所が記載された書類をアップロードしてください。",
  verification_document_corrupt:
    "ファイルが破損しています。書類を保存し直して、新しいファイルをアップロードしてください。",
  verification_document_country_not_supported:
    "この国が発行したこの書類は使用できません。パスポートなど、別の書類をアップロードしてください。",
  verification_document_directors_mismatch:
    "取締役が書類の内容と異なります。一覧を修正するか、別の書類をアップロードしてください。",
  verification_document_dob_mismatch:
    "書類の生年月日が入力内容と異なります。生年月日を修正するか、別の書類をアップロードしてください。",
  verification_document_duplicate_type:
    "種類の異なる2つの書類が必要です。2つ目は別の種類の書類をアップロードしてください。",
  verification_document_expired: "書類の有効期限が切れているか、古すぎます。最新の書類をアップロードしてください。",
  verification_document_failed_copy:
    "コピーの写真またはスクリーンショットのようです。書類の原本の写真をアップロードしてください。",
  verification_document_failed_greyscale: "画像が白黒です。カラーの画像をアップロードしてください。",
  verification_document_failed_other: "この書類を確認できませんでした。別の書類をアップロードしてください。",
  verification_document_failed_test_mode:
    "テストモード：このテストファイルは必ず失敗します。別のテストファイルをアップロードしてください。",
  verification_document_fraudulent:
    "この書類は受け付けられませんでした。手続きを続けるには、Stripeのサポートにお問い合わせください。",
  verification_document_id_number_mismatch:
    "書類の識別番号が入力内容と異なります。番号を修正するか、別の書類をアップロードしてください。",
  verification_document_id_number_missing:
    "書類に会社の識別番号がありません。番号が記載された書類をアップロードしてください。",
  verification_document_incomplete: "書類のページまたは一部が欠けています。書類全体をアップロードしてください。",
  verification_document_invalid:
    "この身分証は使用できません。パスポート、身分証カード、運転免許証のいずれかをアップロードしてください。",
  verification_document_issue_or_expiry_date_missing:
    "書類に発行日または有効期限がありません。記載のある書類をアップロードしてください。",
  verification_document_manipulated:
    "書類が変更されているようです。手続きを続けるには、Stripeのサポートにお問い合わせください。",
  verification_document_missing_back: "書類の裏面がありません。両面をアップロードしてください。",
  verification_document_missing_front: "書類の表面がありません。両面をアップロードしてください。",
  verification_document_name_mismatch:
    "書類の名前が入力内容と異なります。名前を修正するか、別の書類をアップロードしてください。",
  verification_document_name_missing: "書類に会社の名称がありません。名称が記載された書類をアップロードしてください。",
  verification_document_nationality_mismatch:
    "書類の国籍が入力内容と異なります。国籍を修正するか、別の書類をアップロードしてください。",
  verification_document_not_readable:
    "写真がぼやけているか暗いため、読み取れませんでした。明るい場所で撮り直し、カラーでアップロードしてください。",
  verification_document_not_signed: "書類に署名がありません。署名してから、もう一度アップロードしてください。",
  verification_document_not_uploaded:
    "ファイルの問題でアップロードできませんでした。別のファイルをアップロードしてください。",
  verification_document_photo_mismatch:
    "身分証の写真が自撮り写真と一致しません。正しい身分証をアップロードしてください。",
  verification_document_too_large: "ファイルが10MBを超えています。より小さいファイルをアップロードしてください。",
  verification_document_type_not_supported:
    "この種類の書類は使用できません。別の種類の書類をアップロードしてください。",
  verification_extraneous_directors:
    "取締役ではない方が含まれています。一覧を修正し、最新の登記事項証明書をアップロードしてください。",
  verification_failed_address_match:
    "住所を確認できませんでした。住所を修正するか、住所が記載された書類をアップロードしてください。",
  verification_failed_authorizer_authority:
    "署名権限者が事業の代理人として登記されていません。登記されている方を指定してください。",
  verification_failed_business_iec_number:
    "輸出入業者コード（IEC）を確認できませんでした。証明書と照らし合わせて確認してください。",
  verification_failed_document_match:
    "書類には会社の名称、識別番号、住所が必要です。すべてが記載された書類をアップロードしてください。",
  verification_failed_id_number_match:
    "識別番号が書類と一致しません。番号を修正するか、正しい書類をアップロードしてください。",
  verification_failed_keyed_identity:
    "この方の情報を確認できませんでした。情報を修正するか、情報と一致する身分証をアップロードしてください。",
  verification_failed_keyed_match:
    "会社の名称、番号、住所を確認できませんでした。修正するか、それらが記載された書類をアップロードしてください。",
  verification_failed_name_match:
    "会社の名称を確認できませんでした。名称を修正するか、名称が記載された書類をアップロードしてください。",
  verification_failed_other: "内容を確認できませんでした。入力内容を見直し、修正してもう一度送信してください。",
  verification_failed_representative_authority:
    "代表者に事業を代理する権限があることを確認できませんでした。登記されている方を指定してください。",
  verification_failed_residential_address:
    "自宅の住所を確認できませんでした。番地まで入力してください。私書箱は使用できません。",
  verification_failed_tax_id_match:
    "納税者番号を確認できませんでした。番号と会社の名称を確認するか、税務当局からの書類をアップロードしてください。",
  verification_failed_tax_id_not_issued:
    "この納税者番号は税務当局でまだ確認できません。番号を見直すか、発行時の書類をアップロードしてください。",
  verification_legal_entity_structure_mismatch:
    "事業形態または法人形態が正しくないようです。登録されている形態を選択してください。",
  verification_missing_directors: "一覧に含まれていない取締役がいます。登記されている方を全員追加してください。",
  verification_missing_executives: "一覧に含まれていない経営幹部がいます。経営を担う方を追加してください。",
  verification_missing_owners: "一覧に含まれていない所有者がいます。25%以上を所有する方を全員追加してください。",
  verification_rejected_ownership_exemption_reason:
    "所有者を申告しない理由が認められませんでした。別の理由を選択するか、所有者の証明書類をアップロードしてください。",
  verification_requires_additional_memorandum_of_associations:
    "お客様の会社の大きな持分を所有する各会社の定款もアップロードしてください。",
  verification_requires_additional_proof_of_registration:
    "お客様の会社の大きな持分を所有する各会社の登記事項証明書もアップロードしてください。",
  verification_selfie_document_missing_photo:
    "身分証に、自撮り写真と照合できる写真がありません。写真付きの身分証をアップロードしてください。",
  verification_selfie_face_mismatch: "自撮り写真が身分証の写真と一致しません。明るい場所で撮り直してください。",
  verification_selfie_manipulated:
    "この自撮り写真は受け付けられませんでした。手続きを続けるには、Stripeのサポートにお問い合わせください。",
  verification_selfie_unverified_other: "自撮り写真を確認できませんでした。明るい場所で撮り直してください。",
  verification_supportability:
    "お客様の事業に対応できるかをStripeが確認する必要があります。Stripeのフォームで質問にお答えください。",
  verification_token_stale: "送信された情報は古いため使用できません。Stripeのフォームからもう一度送信してください。",

  // In Stripe's documentation, not in its list of codes.
  invalid_phone_number: "この電話番号を確認できませんでした。国番号を含めて、番号を確認してください。",
};
