/** What was wrong with what was sent, and what to do: by Stripe's code, at most 140 characters. */
export const requirementErrors: Record<string, string> = {
  external_request: "هذا الطلب من جهة خارج Stripe، مثل أحد البنوك. يُرجى فتح نموذج Stripe لمعرفة المطلوب.",
  information_missing: "هناك معلومة مهمة ناقصة في البيانات المرسلة. يُرجى فتح نموذج Stripe لإضافتها.",

  invalid_address_city_state_postal_code:
    "المدينة والولاية أو المنطقة والرمز البريدي غير متوافقة. يُرجى التحقق من العنوان.",
  invalid_address_cmra_address:
    "يبدو أن هذا صندوق بريد مستأجر أو مكتب افتراضي. يُرجى إدخال العنوان الفعلي لمكان عمل النشاط التجاري.",
  invalid_address_highway_contract_box:
    "لا يمكن استخدام صندوق على مسار بريدي. يُرجى إدخال عنوان النشاط التجاري مع اسم الشارع.",
  invalid_address_private_mailbox: "لا يمكن استخدام صندوق بريد خاص. يُرجى إدخال عنوان النشاط التجاري مع اسم الشارع.",
  invalid_address_registered_agent_address:
    "يبدو أن هذا عنوان وكيل مسجّل. يُرجى إدخال عنوان النشاط التجاري نفسه أو رفع مستند يثبت صحة العنوان.",
  invalid_business_profile_name:
    "لم تتعرّف Stripe على كلمات حقيقية في اسم النشاط التجاري. يُرجى إدخال الاسم الذي يعرفه العملاء.",
  invalid_business_profile_name_denylisted:
    "اسم النشاط التجاري عام جدًا أو يخص علامة تجارية معروفة. يُرجى إدخال اسم نشاطك.",
  invalid_company_name_denylisted: "اسم الشركة عام جدًا أو يخص علامة تجارية معروفة. يُرجى إدخال الاسم المسجّل.",
  invalid_dob_age_over_maximum: "تاريخ الميلاد قبل أكثر من 120 عامًا. يُرجى التحقق من السنة.",
  invalid_dob_age_under_18: "يجب ألا يقل عمر هذا الشخص عن 18 عامًا. يُرجى التحقق من تاريخ الميلاد أو تسمية شخص آخر.",
  invalid_dob_age_under_minimum: "يجب ألا يقل عمر هذا الشخص عن 13 عامًا. يُرجى التحقق من تاريخ الميلاد أو تسمية شخص آخر.",
  invalid_product_description_length: "وصف المنتجات قصير جدًا. يُرجى كتابة 10 أحرف على الأقل.",
  invalid_product_description_url_match: "وصف المنتجات يكرر عنوان موقعك فقط. يُرجى وصف ما يبيعه نشاطك بالكلمات.",
  invalid_representative_country: "يجب أن يكون عنوان الممثل في بلد الشركة. يُرجى تصحيحه أو تسمية شخص آخر.",
  invalid_signator: "تعذّر على Stripe التأكد ممن صادق على المستند. يُرجى رفع مستند صادقت عليه جهة مهنية معتمدة.",
  invalid_statement_descriptor_business_mismatch:
    "يجب أن يشبه الاسم في كشوف الحساب اسم نشاطك التجاري أو اسمك القانوني أو موقعك الإلكتروني.",
  invalid_statement_descriptor_denylisted:
    "الاسم في كشوف الحساب عام جدًا أو يخص علامة تجارية معروفة. يُرجى اختيار اسم يخصك.",
  invalid_statement_descriptor_length: "الاسم في كشوف الحساب قصير جدًا. يُرجى استخدام 5 أحرف على الأقل.",
  invalid_statement_descriptor_prefix_denylisted:
    "الاسم المختصر في كشوف الحساب عام جدًا أو يخص علامة تجارية معروفة. يُرجى اختيار اسم يخصك.",
  invalid_statement_descriptor_prefix_mismatch:
    "يجب أن يشبه الاسم المختصر في كشوف الحساب اسم نشاطك التجاري أو صيغته الكاملة أو موقعك الإلكتروني.",
  invalid_street_address: "لم تعثر Stripe على هذا الشارع أو رقم المبنى. يُرجى التحقق من كتابة العنوان.",
  invalid_tax_id: "يجب أن يتكون الرقم الضريبي من 9 أرقام. يُرجى مطابقته مع خطاب مصلحة الضرائب.",
  invalid_tax_id_format: "يُرجى إدخال الرقم الضريبي مكوّنًا من 9 أرقام، بلا شرطات أو مسافات.",
  invalid_tos_acceptance: "تغيّر الرقم الضريبي، لذا يجب قبول شروط Stripe من جديد.",
  invalid_url_denylisted: "عنوان الموقع هذا عام. يُرجى إدخال عنوان موقع نشاطك التجاري.",
  invalid_url_format: "تتعذّر قراءة عنوان الموقع. يُرجى كتابته بهذا الشكل: https://example.com.",
  invalid_url_length: "عنوان الموقع طويل جدًا. يُرجى إدخال عنوان صفحتك الرئيسية.",
  invalid_url_web_presence_detected:
    "يبدو أن نشاطك التجاري يبيع عبر الإنترنت. يُرجى إدخال عنوان الموقع أو التطبيق أو الحساب المستخدم للبيع.",
  invalid_url_website_business_information_mismatch:
    "تختلف بيانات النشاط التجاري في موقعك عن بياناته لدى Stripe. يُرجى توحيدها في المكانين.",
  invalid_url_website_empty: "موقعك الإلكتروني فارغ. يُرجى إضافة ما يبيعه نشاطك وطرق التواصل معك، ثم التحقق مجددًا.",
  invalid_url_website_inaccessible: "تعذّر على Stripe فتح موقعك. يُرجى التأكد من أنه يعمل أو تصحيح العنوان.",
  invalid_url_website_inaccessible_geoblocked:
    "يحجب موقعك الزوار من بعض المناطق. يُرجى السماح بالزيارة من الولايات المتحدة أو وصف منتجاتك بدلًا من ذلك.",
  invalid_url_website_inaccessible_password_protected:
    "يطلب موقعك كلمة مرور. يُرجى إتاحته للزوار أو وصف منتجاتك بدلًا من ذلك.",
  invalid_url_website_incomplete: "ينقص موقعك شيء، مثل اسم نشاطك التجاري أو ما يبيعه. يُرجى إضافته ثم التحقق مجددًا.",
  invalid_url_website_incomplete_cancellation_policy: "لا يوضح موقعك كيف يلغي العملاء. يُرجى إضافة ذلك ثم التحقق مجددًا.",
  invalid_url_website_incomplete_customer_service_details:
    "لا يوضح موقعك كيف يتواصل العملاء معك. يُرجى إضافة رقم هاتف أو بريد إلكتروني، ثم التحقق مجددًا.",
  invalid_url_website_incomplete_legal_restrictions:
    "لا يذكر موقعك القيود القانونية على ما يبيعه نشاطك. يُرجى إضافتها ثم التحقق مجددًا.",
  invalid_url_website_incomplete_refund_policy: "لا يوضح موقعك كيف تُردّ الأموال. يُرجى إضافة ذلك ثم التحقق مجددًا.",
  invalid_url_website_incomplete_return_policy: "لا يوضح موقعك كيف تُرجع المشتريات. يُرجى إضافة ذلك ثم التحقق مجددًا.",
  invalid_url_website_incomplete_terms_and_conditions: "لا يتضمن موقعك الشروط والأحكام. يُرجى إضافتها ثم التحقق مجددًا.",
  invalid_url_website_incomplete_under_construction:
    "لا يزال موقعك قيد الإنشاء. يُرجى إكماله أو وصف منتجاتك بدلًا من ذلك.",
  invalid_url_website_other:
    "تعذّر على Stripe التحقق من نشاطك التجاري عبر هذا الموقع. يُرجى التحقق من العنوان أو وصف منتجاتك.",
  invalid_value_other: "هناك قيمة غير صالحة في البيانات المدخلة. يُرجى فتح نموذج Stripe لمعرفتها وتصحيحها.",
  unresolvable_ip_address: "لم تتمكن Stripe من تحديد مكان قبول الشروط. يُرجى قبولها مجددًا في نموذج Stripe.",
  unresolvable_postal_code: "لم تعثر Stripe على هذا الرمز البريدي. يُرجى مطابقته مع العنوان.",
  unsupported_business_type: "نوع النشاط التجاري هذا غير متوفر في بلدك. يُرجى اختيار نوع آخر.",

  verification_directors_mismatch:
    "يختلف أعضاء مجلس الإدارة عن السجل العام. يُرجى تصحيح القائمة ورفع إثبات حديث للأعضاء.",
  verification_document_address_mismatch:
    "العنوان في المستند يختلف عن العنوان المُدخل. يُرجى تصحيح العنوان أو رفع مستند آخر.",
  verification_document_address_missing: "لا يظهر عنوان الشركة في المستند. يُرجى رفع مستند يظهر فيه.",
  verification_document_corrupt: "الملف تالف. يُرجى حفظ المستند مجددًا ثم رفع الملف الجديد.",
  verification_document_country_not_supported:
    "لا يمكن لشركة Stripe قبول هذا المستند من ذلك البلد. يُرجى رفع مستند آخر، مثل جواز السفر.",
  verification_document_directors_mismatch:
    "يختلف أعضاء مجلس الإدارة عن المذكورين في المستند. يُرجى تصحيح القائمة أو رفع مستند آخر.",
  verification_document_dob_mismatch: "تاريخ الميلاد في المستند يختلف عن التاريخ المُدخل. يُرجى تصحيحه أو رفع مستند آخر.",
  verification_document_duplicate_type: "يلزم مستندان من نوعين مختلفين. يُرجى رفع مستند ثانٍ من نوع آخر.",
  verification_document_expired: "المستند منتهي الصلاحية أو قديم جدًا. يُرجى رفع مستند حديث.",
  verification_document_failed_copy: "هذه صورة لنسخة أو لقطة شاشة. يُرجى رفع صورة للمستند الأصلي.",
  verification_document_failed_greyscale: "الصورة بالأبيض والأسود. يُرجى رفع صورة ملوّنة.",
  verification_document_failed_other: "تعذّر على Stripe التحقق من هذا المستند. يُرجى رفع مستند آخر.",
  verification_document_failed_test_mode: "وضع الاختبار: ملف الاختبار هذا يفشل دائمًا. يُرجى رفع ملف اختبار آخر.",
  verification_document_fraudulent: "تعذّر على Stripe قبول هذا المستند. يُرجى التواصل مع دعم Stripe للمتابعة.",
  verification_document_id_number_mismatch:
    "رقم الهوية في المستند يختلف عن الرقم المُدخل. يُرجى تصحيحه أو رفع مستند آخر.",
  verification_document_id_number_missing: "لا يظهر رقم تعريف الشركة في المستند. يُرجى رفع مستند يظهر فيه.",
  verification_document_incomplete: "هناك صفحات أو أجزاء ناقصة من المستند. يُرجى رفع المستند كاملًا.",
  verification_document_invalid:
    "هذه الهوية ليست من الأنواع التي تقبلها Stripe. يُرجى رفع جواز سفر أو بطاقة هوية أو رخصة قيادة.",
  verification_document_issue_or_expiry_date_missing:
    "لا يظهر تاريخ إصدار المستند أو انتهائه. يُرجى رفع مستند يظهر فيه ذلك.",
  verification_document_manipulated: "يبدو أن المستند قد عُدّل. يُرجى التواصل مع دعم Stripe للمتابعة.",
  verification_document_missing_back: "الوجه الخلفي للمستند ناقص. يُرجى رفع الوجهين.",
  verification_document_missing_front: "الوجه الأمامي للمستند ناقص. يُرجى رفع الوجهين.",
  verification_document_name_mismatch: "الاسم في المستند يختلف عن الاسم المُدخل. يُرجى تصحيح الاسم أو رفع مستند آخر.",
  verification_document_name_missing: "لا يظهر اسم الشركة في المستند. يُرجى رفع مستند يظهر فيه.",
  verification_document_nationality_mismatch:
    "الجنسية في المستند تختلف عن الجنسية المُدخلة. يُرجى تصحيحها أو رفع مستند آخر.",
  verification_document_not_readable:
    "تعذّرت على Stripe قراءة الصورة لأنها غير واضحة أو معتمة. يُرجى التقاط صورة ملوّنة جديدة في إضاءة جيدة ورفعها.",
  verification_document_not_signed: "المستند غير موقّع. يُرجى توقيعه ثم رفعه مجددًا.",
  verification_document_not_uploaded: "تعذّر الرفع بسبب مشكلة في الملف. يُرجى رفع ملف آخر.",
  verification_document_photo_mismatch: "الصورة في الهوية لا تطابق الصورة الذاتية. يُرجى رفع الهوية الصحيحة.",
  verification_document_too_large: "حجم الملف أكبر من 10 ميغابايت. يُرجى رفع ملف أصغر.",
  verification_document_type_not_supported: "هذا النوع من المستندات غير مقبول. يُرجى رفع نوع آخر.",
  verification_extraneous_directors:
    "في القائمة شخص ليس عضوًا في مجلس الإدارة. يُرجى تصحيح القائمة ورفع مستخرج حديث من السجل التجاري.",
  verification_failed_address_match: "تعذّر على Stripe التحقق من العنوان. يُرجى تصحيحه أو رفع مستند يظهر فيه.",
  verification_failed_authorizer_authority:
    "المفوّض بالتوقيع غير مسجّل للتصرف نيابةً عن النشاط التجاري. يُرجى تسمية شخص مسجّل.",
  verification_failed_business_iec_number:
    "تعذّر على Stripe التحقق من رمز المستورد والمصدّر (IEC). يُرجى مطابقته مع الشهادة.",
  verification_failed_document_match:
    "يجب أن يظهر في المستند اسم الشركة ورقم تعريفها وعنوانها. يُرجى رفع مستند تظهر فيه جميعها.",
  verification_failed_id_number_match: "رقم الهوية لا يطابق المستند. يُرجى تصحيح الرقم أو رفع المستند الصحيح.",
  verification_failed_keyed_identity:
    "تعذّر على Stripe التحقق من بيانات هذا الشخص. يُرجى تصحيحها أو رفع هوية مطابقة لها.",
  verification_failed_keyed_match:
    "تعذّر على Stripe التحقق من اسم الشركة أو رقمها أو عنوانها. يُرجى تصحيحها أو رفع مستند تظهر فيه.",
  verification_failed_name_match: "تعذّر على Stripe التحقق من اسم الشركة. يُرجى تصحيحه أو رفع مستند يظهر فيه.",
  verification_failed_other: "تعذّر على Stripe التحقق من ذلك. يُرجى مراجعة البيانات المدخلة وتصحيحها وإرسالها مجددًا.",
  verification_failed_representative_authority:
    "تعذّر على Stripe التأكد من صلاحية الممثل للتصرف نيابةً عن النشاط التجاري. يُرجى تسمية شخص مسجّل.",
  verification_failed_residential_address:
    "تعذّر على Stripe التحقق من عنوان السكن. يُرجى إدخال عنوان مع اسم الشارع، وليس صندوق بريد.",
  verification_failed_tax_id_match:
    "تعذّر على Stripe التحقق من رقمك الضريبي. يُرجى مراجعة الرقم واسم الشركة أو رفع خطاب مصلحة الضرائب.",
  verification_failed_tax_id_not_issued:
    "لا تعرف مصلحة الضرائب هذا الرقم الضريبي بعد. يُرجى التحقق منه أو رفع الخطاب الذي ورد فيه.",
  verification_legal_entity_structure_mismatch:
    "يبدو أن نوع النشاط التجاري أو شكله القانوني غير صحيح. يُرجى اختيار ما هو مسجّل.",
  verification_missing_directors: "هناك عضو مجلس إدارة غير مذكور في القائمة. يُرجى إضافة جميع الأعضاء المسجّلين.",
  verification_missing_executives: "هناك مسؤول تنفيذي غير مذكور في القائمة. يُرجى إضافة من يديرون النشاط التجاري.",
  verification_missing_owners: "هناك مالك غير مذكور في القائمة. يُرجى إضافة كل من يملك 25% أو أكثر.",
  verification_rejected_ownership_exemption_reason:
    "لم تقبل Stripe سبب عدم ذكر المالكين. يُرجى اختيار سبب آخر أو رفع إثبات للملكية.",
  verification_requires_additional_memorandum_of_associations:
    "يُرجى أيضًا رفع عقد التأسيس لكل شركة تملك حصة كبيرة من شركتك.",
  verification_requires_additional_proof_of_registration:
    "يُرجى أيضًا رفع مستخرج من السجل التجاري لكل شركة تملك حصة كبيرة من شركتك.",
  verification_selfie_document_missing_photo:
    "لا توجد في الهوية صورة لمقارنة الصورة الذاتية بها. يُرجى رفع هوية تحمل صورة.",
  verification_selfie_face_mismatch: "الصورة الذاتية لا تطابق الصورة في الهوية. يُرجى التقاط صورة جديدة في إضاءة جيدة.",
  verification_selfie_manipulated: "تعذّر على Stripe قبول هذه الصورة الذاتية. يُرجى التواصل مع دعم Stripe للمتابعة.",
  verification_selfie_unverified_other:
    "تعذّر على Stripe التحقق من الصورة الذاتية. يُرجى التقاط صورة جديدة في إضاءة جيدة.",
  verification_supportability:
    "يجب أن تراجع Stripe إمكانية دعم نشاطك التجاري. يُرجى الإجابة عن أسئلتها في نموذج Stripe.",
  verification_token_stale: "البيانات المرسلة أقدم من أن تُستخدم. يُرجى إرسالها مجددًا في نموذج Stripe.",

  // In Stripe's documentation, not in its list of codes.
  invalid_phone_number: "لم تتمكن Stripe من الوصول إلى رقم الهاتف هذا. يُرجى التحقق منه مع رمز البلد.",
};
