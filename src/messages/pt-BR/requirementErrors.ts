/** What was wrong with what was sent, and what to do: by Stripe's code, at most 140 characters. */
export const requirementErrors: Record<string, string> = {
  external_request: "Um terceiro, como um banco, pediu isto. Abra o formulário da Stripe para ver o que é necessário.",
  information_missing:
    "Falta uma informação importante no que foi enviado. Abra o formulário da Stripe para adicioná-la.",

  invalid_address_city_state_postal_code: "Cidade, estado e CEP não combinam entre si. Confira o endereço.",
  invalid_address_cmra_address:
    "Este endereço parece ser de caixa postal alugada ou escritório virtual. Informe o local onde a empresa funciona.",
  invalid_address_highway_contract_box:
    "Caixas de rota postal não são aceitas. Informe o endereço da empresa com rua e número.",
  invalid_address_private_mailbox:
    "Caixas postais particulares não são aceitas. Informe o endereço da empresa com rua e número.",
  invalid_address_registered_agent_address:
    "O endereço parece ser de um agente registrado. Informe o da própria empresa ou envie um comprovante de que está certo.",
  invalid_business_profile_name:
    "A Stripe não reconheceu palavras reais no nome da empresa. Informe o nome que os clientes conhecem.",
  invalid_business_profile_name_denylisted:
    "O nome da empresa é genérico demais ou pertence a uma marca conhecida. Informe o seu.",
  invalid_company_name_denylisted:
    "A razão social é genérica demais ou pertence a uma marca conhecida. Informe o nome registrado.",
  invalid_dob_age_over_maximum: "A data de nascimento é de mais de 120 anos atrás. Confira o ano.",
  invalid_dob_age_under_18:
    "Esta pessoa precisa ter pelo menos 18 anos. Confira a data de nascimento ou indique outra pessoa.",
  invalid_dob_age_under_minimum:
    "Esta pessoa precisa ter pelo menos 13 anos. Confira a data de nascimento ou indique outra pessoa.",
  invalid_product_description_length: "A descrição dos produtos é curta demais. Escreva pelo menos 10 caracteres.",
  invalid_product_description_url_match:
    "A descrição dos produtos só repete o endereço do site. Descreva com palavras o que você vende.",
  invalid_representative_country:
    "Representantes precisam ter endereço no país da empresa. Corrija o endereço ou indique outra pessoa.",
  invalid_signator:
    "A Stripe não conseguiu confirmar quem certificou o documento. Envie um com certificação de profissional reconhecido.",
  invalid_statement_descriptor_business_mismatch:
    "O nome na fatura e no extrato deve lembrar o nome fantasia, a razão social ou o site da sua empresa.",
  invalid_statement_descriptor_denylisted:
    "O nome na fatura e no extrato é genérico demais ou pertence a uma marca conhecida. Escolha o seu.",
  invalid_statement_descriptor_length: "O nome na fatura e no extrato é curto demais. Use pelo menos 5 caracteres.",
  invalid_statement_descriptor_prefix_denylisted:
    "O nome curto na fatura e no extrato é genérico demais ou pertence a uma marca conhecida. Escolha o seu.",
  invalid_statement_descriptor_prefix_mismatch:
    "O nome curto na fatura e no extrato deve lembrar o nome da sua empresa, a forma longa dele ou seu site.",
  invalid_street_address:
    "A Stripe não encontrou esta rua ou este número. Confira se o endereço está escrito corretamente.",
  invalid_tax_id: "O número fiscal precisa ter 9 dígitos. Confira no documento da autoridade fiscal.",
  invalid_tax_id_format: "Informe o número fiscal com 9 dígitos, sem traços nem espaços.",
  invalid_tos_acceptance: "O número fiscal mudou. Por isso, é preciso aceitar novamente os termos da Stripe.",
  invalid_url_denylisted: "Este endereço de site é genérico. Informe o endereço da sua própria empresa.",
  invalid_url_format: "Não foi possível ler o endereço do site. Escreva assim: https://example.com.",
  invalid_url_length: "O endereço do site é longo demais. Informe o endereço da sua página inicial.",
  invalid_url_web_presence_detected:
    "Sua empresa parece vender on-line. Informe o endereço do site, app ou perfil em que ela vende.",
  invalid_url_website_business_information_mismatch:
    "Seu site mostra dados da empresa diferentes dos que estão na Stripe. Deixe-os iguais nos dois lugares.",
  invalid_url_website_empty:
    "Seu site está vazio. Inclua o que você vende e como falar com você e verifique novamente.",
  invalid_url_website_inaccessible:
    "A Stripe não conseguiu abrir seu site. Veja se ele está funcionando ou corrija o endereço.",
  invalid_url_website_inaccessible_geoblocked:
    "Seu site bloqueia visitantes de certas regiões. Permita visitantes dos EUA ou descreva seus produtos.",
  invalid_url_website_inaccessible_password_protected:
    "Seu site pede uma senha. Abra-o para visitantes ou descreva seus produtos.",
  invalid_url_website_incomplete:
    "Falta algo no seu site, como o nome da empresa ou o que você vende. Inclua isso e verifique novamente.",
  invalid_url_website_incomplete_cancellation_policy:
    "Seu site não explica como cancelar. Inclua essa informação e verifique novamente.",
  invalid_url_website_incomplete_customer_service_details:
    "Seu site não diz como os clientes falam com você. Inclua um telefone ou e-mail e verifique novamente.",
  invalid_url_website_incomplete_legal_restrictions:
    "Seu site não informa as restrições legais do que você vende. Inclua essas restrições e verifique novamente.",
  invalid_url_website_incomplete_refund_policy:
    "Seu site não explica como funcionam os reembolsos. Inclua essa informação e verifique novamente.",
  invalid_url_website_incomplete_return_policy:
    "Seu site não explica como funcionam as devoluções. Inclua essa informação e verifique novamente.",
  invalid_url_website_incomplete_terms_and_conditions:
    "Seu site não tem termos e condições. Inclua os termos e verifique novamente.",
  invalid_url_website_incomplete_under_construction:
    "Seu site ainda está em construção. Conclua o site ou descreva seus produtos.",
  invalid_url_website_other:
    "A Stripe não conseguiu confirmar sua empresa com este site. Confira o endereço ou descreva seus produtos.",
  invalid_value_other: "Algum dado preenchido não é válido. Abra o formulário da Stripe para ver qual é e corrigi-lo.",
  unresolvable_ip_address:
    "A Stripe não identificou de onde os termos foram aceitos. Aceite-os novamente no formulário da Stripe.",
  unresolvable_postal_code: "A Stripe não encontrou este CEP. Confira se ele corresponde ao endereço.",
  unsupported_business_type: "Este tipo de empresa não está disponível no seu país. Escolha outro.",

  verification_directors_mismatch:
    "A diretoria é diferente da que está no registro público. Corrija a lista e envie um comprovante atual da diretoria.",
  verification_document_address_mismatch:
    "O endereço no documento não é o informado. Corrija o endereço ou envie outro documento.",
  verification_document_address_missing: "O documento não mostra o endereço da empresa. Envie um que mostre.",
  verification_document_corrupt: "O arquivo está danificado. Salve o documento outra vez e envie o novo arquivo.",
  verification_document_country_not_supported:
    "A Stripe não aceita este documento desse país. Envie outro, como um passaporte.",
  verification_document_directors_mismatch:
    "A diretoria informada não é a que está no documento. Corrija a lista ou envie outro documento.",
  verification_document_dob_mismatch:
    "A data de nascimento no documento não é a informada. Corrija a data ou envie outro documento.",
  verification_document_duplicate_type:
    "São necessários dois tipos diferentes de documento. Envie um segundo, de outro tipo.",
  verification_document_expired: "O documento venceu ou é antigo demais. Envie um atual.",
  verification_document_failed_copy:
    "Esta é uma foto de uma cópia ou uma captura de tela. Envie uma foto do documento original.",
  verification_document_failed_greyscale: "A imagem está em preto e branco. Envie uma colorida.",
  verification_document_failed_other: "A Stripe não conseguiu confirmar este documento. Envie outro.",
  verification_document_failed_test_mode:
    "Modo de teste: este arquivo de teste sempre falha. Envie outro arquivo de teste.",
  verification_document_fraudulent:
    "A Stripe não pôde aceitar este documento. Fale com o suporte da Stripe para continuar.",
  verification_document_id_number_mismatch:
    "O número de identificação no documento não é o informado. Corrija o número ou envie outro documento.",
  verification_document_id_number_missing:
    "O documento não mostra o número de identificação da empresa. Envie um que mostre.",
  verification_document_incomplete: "Faltam páginas ou partes do documento. Envie o documento completo.",
  verification_document_invalid:
    "A Stripe não aceita este tipo de identificação. Envie um passaporte, identidade ou carteira de motorista.",
  verification_document_issue_or_expiry_date_missing:
    "O documento não mostra a data de emissão nem a de validade. Envie um que mostre.",
  verification_document_manipulated:
    "O documento parece ter sido alterado. Fale com o suporte da Stripe para continuar.",
  verification_document_missing_back: "Falta o verso do documento. Envie os dois lados.",
  verification_document_missing_front: "Falta a frente do documento. Envie os dois lados.",
  verification_document_name_mismatch:
    "O nome no documento não é o informado. Corrija o nome ou envie outro documento.",
  verification_document_name_missing: "O documento não mostra o nome da empresa. Envie um que mostre.",
  verification_document_nationality_mismatch:
    "A nacionalidade no documento não é a informada. Corrija a nacionalidade ou envie outro documento.",
  verification_document_not_readable:
    "A Stripe não conseguiu ler a foto, que está borrada ou escura. Tire outra com boa iluminação e envie em cores.",
  verification_document_not_signed: "O documento não está assinado. Assine e envie novamente.",
  verification_document_not_uploaded: "O envio falhou por um problema no arquivo. Envie outro arquivo.",
  verification_document_photo_mismatch:
    "A foto do documento não corresponde à selfie. Envie o documento da pessoa certa.",
  verification_document_too_large: "O arquivo tem mais de 10 MB. Envie um menor.",
  verification_document_type_not_supported: "Este tipo de documento não é aceito. Envie um de outro tipo.",
  verification_extraneous_directors:
    "Alguém consta na diretoria sem fazer parte dela. Corrija a lista e envie uma certidão atual da junta comercial.",
  verification_failed_address_match:
    "A Stripe não conseguiu confirmar o endereço. Corrija-o ou envie um documento em que ele apareça.",
  verification_failed_authorizer_authority:
    "A pessoa autorizada a assinar não tem registro para agir pela empresa. Indique alguém que tenha.",
  verification_failed_business_iec_number:
    "A Stripe não conseguiu confirmar o código de importador e exportador (IEC). Confira no certificado.",
  verification_failed_document_match:
    "O documento precisa mostrar nome, número de identificação e endereço da empresa. Envie um que mostre os três.",
  verification_failed_id_number_match:
    "O número de identificação não corresponde ao documento. Corrija o número ou envie o documento certo.",
  verification_failed_keyed_identity:
    "A Stripe não conseguiu confirmar os dados desta pessoa. Corrija-os ou envie um documento com os mesmos dados.",
  verification_failed_keyed_match:
    "A Stripe não conseguiu confirmar nome, número ou endereço da empresa. Corrija-os ou envie um documento com eles.",
  verification_failed_name_match:
    "A Stripe não conseguiu confirmar o nome da empresa. Corrija-o ou envie um documento em que ele apareça.",
  verification_failed_other: "A Stripe não conseguiu confirmar isto. Confira os dados, corrija e envie novamente.",
  verification_failed_representative_authority:
    "A Stripe não confirmou que quem representa a conta pode agir pela empresa. Indique alguém com registro para isso.",
  verification_failed_residential_address:
    "A Stripe não conseguiu confirmar a residência. Informe um endereço com rua e número, sem caixa postal.",
  verification_failed_tax_id_match:
    "A Stripe não confirmou sua identificação fiscal. Confira o número e o nome da empresa ou envie o documento fiscal.",
  verification_failed_tax_id_not_issued:
    "A autoridade fiscal ainda não conhece este número. Confira-o ou envie o documento em que você o recebeu.",
  verification_legal_entity_structure_mismatch:
    "O tipo ou a natureza jurídica da empresa parece incorreto. Escolha o que está no registro.",
  verification_missing_directors: "Falta alguém na lista da diretoria. Adicione todas as pessoas registradas nela.",
  verification_missing_executives: "Falta alguém na lista da gestão. Adicione as pessoas que comandam a empresa.",
  verification_missing_owners:
    "Falta alguém na lista de proprietários. Adicione todas as pessoas com 25% ou mais da empresa.",
  verification_rejected_ownership_exemption_reason:
    "A Stripe não aceitou o motivo para não indicar proprietários. Escolha outro ou envie um comprovante de propriedade.",
  verification_requires_additional_memorandum_of_associations:
    "Envie também o contrato social de cada empresa que tenha uma grande participação na sua.",
  verification_requires_additional_proof_of_registration:
    "Envie também a certidão da junta comercial de cada empresa que tenha uma grande participação na sua.",
  verification_selfie_document_missing_photo:
    "O documento não tem foto para comparar com a selfie. Envie um documento com foto.",
  verification_selfie_face_mismatch: "A selfie não corresponde à foto do documento. Tire outra com boa iluminação.",
  verification_selfie_manipulated:
    "A Stripe não pôde aceitar esta selfie. Fale com o suporte da Stripe para continuar.",
  verification_selfie_unverified_other: "A Stripe não conseguiu confirmar a selfie. Tire outra com boa iluminação.",
  verification_supportability:
    "A Stripe precisa avaliar se pode atender sua empresa. Responda às perguntas no formulário da Stripe.",
  verification_token_stale:
    "O que foi enviado é antigo demais para ser usado. Envie novamente no formulário da Stripe.",

  // In Stripe's documentation, not in its list of codes.
  invalid_phone_number: "A Stripe não conseguiu contato por este telefone. Confira o número, com o código do país.",
};
