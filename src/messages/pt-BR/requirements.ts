import { createExplainer, type RequirementWords, type ThingWords } from "../createExplainer.js";
import { formatList } from "../format.js";
import { insideSentence } from "./insideSentence.js";
import { requirementErrors } from "./requirementErrors.js";

/** Nouns have their article: they stand after "Forneça" and "precisará receber". */
export const requirementWords: RequirementWords = {
  things: {
    person_name: detail("Nome", "o nome", "Informe o nome completo exatamente como está no documento oficial."),
    person_birth: detail(
      "Data de nascimento",
      "a data de nascimento",
      "Informe a data de nascimento como está no documento oficial.",
    ),
    person_address: detail(
      "Endereço",
      "o endereço",
      "Informe o endereço residencial atual com rua e número, sem caixa postal.",
    ),
    person_email: detail("E-mail", "o e-mail", "Informe um e-mail em que seja possível falar com esta pessoa."),
    person_phone: detail("Telefone", "o telefone", "Informe um telefone em que seja possível falar com esta pessoa."),
    person_id_number: detail(
      "Número de identificação",
      "o número de identificação",
      "Informe o número de identificação pessoal (no Brasil, o CPF; nos EUA, o número do Seguro Social) como foi emitido.",
    ),
    person_nationality: detail(
      "Nacionalidade",
      "a nacionalidade",
      "Escolha a nacionalidade que consta no passaporte ou na identidade.",
    ),
    person_gender: detail("Gênero", "o gênero", "Escolha o gênero que consta no documento oficial."),
    person_public_office: detail(
      "Cargo público",
      "os dados do cargo público",
      "Diga se esta pessoa ou a família próxima ocupa um alto cargo público. A lei exige que a Stripe pergunte.",
    ),
    person_role: detail(
      "Função na empresa",
      "o cargo ou a função",
      "Informe o papel desta pessoa na empresa: cargo, se é proprietária ou da diretoria e qual a participação.",
    ),
    person_other: detail(
      "Dados pessoais",
      "os dados pessoais",
      "Informe os dados desta pessoa exatamente como estão no documento oficial.",
    ),
    identity_document: {
      title: "Comprovante de identidade",
      noun: "uma foto de um documento",
      text: "Envie uma foto colorida e nítida de passaporte, identidade ou carteira de motorista, frente e verso.",
      forPerson: (person) => ({
        noun: `uma foto do documento de ${person}`,
        text: `Envie uma foto colorida do documento de ${person}: passaporte, identidade ou carteira de motorista.`,
      }),
    },
    second_document: {
      title: "Comprovante de residência",
      noun: "um comprovante de residência",
      text: "Envie um segundo documento que mostre o endereço residencial, como uma conta de luz dos últimos seis meses.",
      forPerson: (person) => ({
        noun: `um comprovante de residência de ${person}`,
        text: `Envie um documento que mostre o endereço residencial de ${person}, como uma conta de luz recente.`,
      }),
    },
    liveness: {
      title: "Verificação por selfie",
      noun: "uma selfie",
      text: "Tire uma selfie no formulário da Stripe, para que ela seja comparada com a foto do documento.",
      forPerson: (person) => ({
        noun: `uma selfie de ${person}`,
        text: `A Stripe compara uma selfie de ${person} com a foto do documento. Tire a selfie no formulário da Stripe.`,
      }),
    },
    passport: {
      title: "Passaporte",
      noun: "uma foto de um passaporte",
      text: "Envie uma foto colorida da página do passaporte que mostra o retrato.",
      forPerson: (person) => ({
        noun: `uma foto do passaporte de ${person}`,
        text: `Envie uma foto colorida da página com o retrato no passaporte de ${person}.`,
      }),
    },
    visa: {
      title: "Visto",
      noun: "uma foto de um visto",
      text: "Envie uma foto colorida do visto ou da autorização de residência.",
      forPerson: (person) => ({
        noun: `uma foto do visto de ${person}`,
        text: `Envie uma foto colorida do visto ou da autorização de residência de ${person}.`,
      }),
    },
    authorization: {
      title: "Carta de autorização",
      noun: "uma carta de autorização",
      text: "Envie uma carta assinada que autorize esta pessoa a agir em nome da empresa.",
      forPerson: (person) => ({
        noun: `uma carta de autorização para ${person}`,
        text: `Envie uma carta assinada que autorize ${person} a agir em nome da empresa.`,
      }),
    },

    business_type: {
      title: "Tipo de empresa",
      noun: "o tipo da sua empresa",
      text: "Escolha entre pessoa física, empresa e entidade sem fins lucrativos.",
    },
    structure: {
      title: "Natureza jurídica",
      noun: "a natureza jurídica da sua empresa",
      text: "Escolha a natureza jurídica da sua empresa, como sociedade limitada ou sociedade simples.",
    },
    country: {
      title: "País da empresa",
      noun: "o país da sua empresa",
      text: "Escolha o país em que sua empresa está registrada.",
    },
    company_name: {
      title: "Razão social",
      noun: "a razão social da sua empresa",
      text: "Informe o nome completo da empresa exatamente como está no registro.",
    },
    business_name: {
      title: "Nome fantasia",
      noun: "o nome fantasia da sua empresa",
      text: "Informe o nome pelo qual seus clientes conhecem você.",
    },
    website: {
      title: "Site da empresa",
      short: "Site",
      noun: "o site da sua empresa",
      text: "A Stripe precisa de um site ativo que mostre o que você vende. Se não tiver site, descreva seus produtos.",
    },
    product_description: {
      title: "Descrição dos produtos",
      noun: "uma descrição do que você vende",
      text: "Descreva em uma ou duas frases o que você vende, para quem e quando os clientes pagam.",
    },
    industry: {
      title: "Setor de atuação",
      noun: "seu setor de atuação",
      text: "Escolha o setor que melhor descreve o que sua empresa vende.",
    },
    revenue: {
      title: "Faturamento",
      noun: "seu faturamento",
      text: "Informe quanto sua empresa fatura aproximadamente. Uma estimativa basta.",
    },
    worker_count: {
      title: "Número de trabalhadores",
      noun: "o número de trabalhadores",
      text: "Informe quantas pessoas, aproximadamente, trabalham na empresa.",
    },
    minority_owned: {
      title: "Perfil dos proprietários",
      noun: "o perfil dos proprietários",
      text: "No formulário da Stripe, escolha a opção que descreve os proprietários ou indique que prefere não responder.",
    },
    commerce_disclosure: {
      title: "Página de divulgação comercial",
      noun: "sua página de divulgação comercial",
      text: "Informe o endereço da página com a divulgação que a lei japonesa exige de lojas on-line.",
    },
    statement_descriptor: {
      title: "Nome na fatura e no extrato",
      noun: "o nome exibido na fatura e no extrato",
      text: "Escolha o nome que os clientes veem na fatura ou no extrato. Ele deve lembrar o nome da sua empresa.",
    },
    registration_number: {
      title: "Número de registro da empresa",
      noun: "o número de registro da sua empresa",
      text: "Informe o número com que sua empresa consta no registro comercial.",
    },
    registration_date: {
      title: "Data de registro",
      noun: "a data de registro da sua empresa",
      text: "Informe a data em que sua empresa foi registrada.",
    },
    export_license: {
      title: "Dados de exportação",
      noun: "seus dados de exportação",
      text: "Informe a licença e a finalidade de exportação que valem para vendas a outros países.",
    },
    business_address: {
      title: "Endereço da empresa",
      noun: "o endereço da sua empresa",
      text: "Informe o endereço da empresa com rua e número, como está no registro, sem caixa postal.",
    },
    business_phone: {
      title: "Telefone da empresa",
      noun: "o telefone da sua empresa",
      text: "Informe um telefone em que a Stripe possa falar com sua empresa.",
    },
    contact_email: {
      title: "E-mail de contato",
      noun: "seu e-mail de contato",
      text: "Informe um e-mail em que a Stripe possa falar com você.",
    },
    support: {
      title: "Contato de atendimento ao cliente",
      short: "Atendimento ao cliente",
      noun: "seu contato de atendimento ao cliente",
      text: "Informe como seus clientes falam com você. Esse contato aparece nos recibos.",
    },
    tax_id: {
      title: "Identificação fiscal",
      noun: "sua identificação fiscal",
      text: "Informe o número fiscal da empresa (no Brasil, o CNPJ) exatamente como está no documento da autoridade fiscal.",
    },
    vat_id: {
      title: "Número de IVA",
      noun: "seu número de IVA",
      text: "Informe o número de IVA da empresa como aparece nas suas faturas.",
    },
    tax_document: {
      title: "Comprovante fiscal",
      noun: "um comprovante fiscal",
      text: "Envie um documento da autoridade fiscal que mostre o nome e o número fiscal da empresa, como o cartão CNPJ.",
    },
    bank_account: {
      title: "Conta bancária",
      short: "Dados da conta",
      noun: "sua conta bancária",
      text: "Adicione a conta bancária em que a Stripe deposita seus repasses.",
      again:
        "A Stripe não conseguiu fazer o repasse para sua conta bancária. Confira os dados ou adicione outra conta.",
    },
    bank_proof: {
      title: "Comprovante de conta bancária",
      short: "Comprovante da conta",
      noun: "um comprovante da sua conta bancária",
      text: "Envie um extrato ou uma carta do banco que mostre seu nome e o número da conta.",
    },
    owners: {
      title: "Proprietários",
      noun: "os proprietários da sua empresa",
      text: "Adicione todas as pessoas com 25% ou mais da empresa ou confirme que não há nenhuma.",
    },
    directors: {
      title: "Diretoria",
      noun: "os membros da diretoria da sua empresa",
      text: "Adicione todas as pessoas registradas na diretoria da empresa.",
    },
    executives: {
      title: "Gestão executiva",
      noun: "os membros da gestão da sua empresa",
      text: "Adicione as pessoas que comandam a empresa no dia a dia, como a presidência.",
    },
    ownership_declaration: {
      title: "Confirmação dos proprietários",
      noun: "sua confirmação dos proprietários",
      text: "Confira a lista de proprietários no formulário da Stripe e confirme que está completa.",
    },
    directorship_declaration: {
      title: "Confirmação da diretoria",
      noun: "sua confirmação da diretoria",
      text: "Confira a lista da diretoria no formulário da Stripe e confirme que está completa.",
    },
    ownership_exemption: {
      title: "Motivo para não indicar proprietários",
      noun: "o motivo para não indicar proprietários",
      text: "No formulário da Stripe, escolha por que sua empresa não precisa indicar os proprietários.",
    },
    owners_proof: {
      title: "Comprovante de propriedade",
      noun: "um comprovante de propriedade",
      text: "Envie um documento que mostre os proprietários finais da empresa, como uma certidão da junta comercial.",
    },
    license: {
      title: "Licença da empresa",
      noun: "a licença da sua empresa",
      text: "Envie a licença que autoriza sua empresa a exercer a atividade.",
    },
    memorandum: {
      title: "Contrato social",
      noun: "o contrato social da sua empresa",
      text: "Envie todas as páginas do documento de constituição da empresa.",
    },
    decree: {
      title: "Decreto ministerial",
      noun: "o decreto ministerial",
      text: "Envie o decreto que aprovou sua empresa ou associação.",
    },
    registration_document: {
      title: "Comprovante de registro",
      noun: "um comprovante de registro",
      text: "Envie uma certidão atual da junta comercial, com todas as páginas.",
    },
    address_document: {
      title: "Comprovante de endereço da empresa",
      noun: "um comprovante de endereço da sua empresa",
      text: "Envie uma conta ou carta dos últimos seis meses que mostre o nome e o endereço da empresa.",
    },
    presence_document: {
      title: "Comprovante de que a empresa existe",
      noun: "um comprovante de que sua empresa existe",
      text: "Envie um documento que mostre onde a empresa funciona, como um contrato de aluguel ou uma foto da loja.",
    },
    company_document: {
      title: "Documento da empresa",
      noun: "um documento da empresa",
      text: "Envie um documento oficial que mostre o nome, o número e o endereço da empresa.",
    },
    representative_declaration: {
      title: "Confirmação de representante",
      noun: "a confirmação de representante",
      text: "Confirme no formulário da Stripe que você pode agir em nome desta empresa.",
    },
    terms: {
      title: "Termos de serviço",
      noun: "seu aceite dos termos da Stripe",
      text: "Leia e aceite os termos de serviço da Stripe no final do formulário.",
    },

    business_model_verification: {
      title: "Como sua empresa funciona",
      noun: "detalhes do seu modelo de negócio",
      text: "Responda às perguntas da Stripe sobre o que você vende e como ganha dinheiro.",
    },
    restricted_or_prohibited_industry_diligence: {
      title: "Verificação do seu setor",
      noun: "respostas sobre seu setor",
      text: "Alguns setores têm regras especiais. Responda às perguntas da Stripe sobre o seu.",
    },
    intellectual_property_usage: {
      title: "Direito de vender estes produtos",
      noun: "um comprovante de que você pode vender seus produtos",
      text: "Mostre à Stripe que você pode vender produtos desta marca, por exemplo, com uma nota fiscal ou um contrato.",
    },
    supportability_rejection_appeal: {
      title: "Contestação",
      noun: "sua contestação",
      text: "A Stripe não atende este tipo de empresa. Se for um engano, explique no formulário da Stripe.",
    },
    other_supportability_inquiry: {
      title: "Perguntas sobre sua empresa",
      noun: "respostas sobre sua empresa",
      text: "A Stripe precisa saber mais para avaliar se pode atender sua empresa. Responda no formulário da Stripe.",
    },
    credit_review: {
      title: "Dados financeiros",
      noun: "seus dados financeiros",
      text: "Responda às perguntas da Stripe sobre suas finanças, para que ela avalie o risco de reembolsos.",
    },
    reserve_appeal: {
      title: "Reserva retida",
      noun: "sua resposta sobre a reserva",
      text: "A Stripe está retendo uma parte do seu dinheiro. Você pode pedir uma nova decisão no formulário da Stripe.",
    },
    identity_verification: {
      title: "Documento e selfie",
      noun: "um documento e uma selfie",
      text: "A pessoa responsável envia um documento com foto e tira uma selfie no formulário da Stripe.",
    },
    url_inquiry: {
      title: "Verificação do site",
      noun: "uma resposta sobre seu site",
      text: "Seu site precisa mostrar o que você vende. Atualize o site e avise a Stripe pelo formulário.",
    },
    address_verification: {
      title: "Verificação do seu endereço",
      noun: "um documento que mostre seu endereço",
      text: "Envie um documento que mostre o endereço da empresa, como um contrato de aluguel ou uma conta de luz.",
    },
    domain_verification: {
      title: "Controle do seu site",
      noun: "um comprovante de que o site é seu",
      text: "Mostre à Stripe que o site é seu. O formulário da Stripe explica como.",
    },
    bank_account_verification: {
      title: "Verificação da sua conta bancária",
      short: "Verificação da conta",
      noun: "um comprovante da sua conta bancária",
      text: "Confirme sua conta bancária, por exemplo, com um extrato.",
    },
    customer_service_contact: {
      title: "Verificação do contato de atendimento",
      noun: "seu contato de atendimento ao cliente",
      text: "Confirme o telefone ou o e-mail em que os clientes falam com você.",
    },
    fulfillment_policy: {
      title: "Condições de entrega",
      noun: "suas condições de entrega",
      text: "Explique à Stripe como e quando os clientes recebem o que compram e como funcionam os reembolsos.",
    },
    capability_disable_appeal: {
      title: "Contestação sobre forma de pagamento",
      noun: "sua contestação",
      text: "A Stripe desativou uma forma de pagamento. Se for um engano, explique no formulário da Stripe.",
    },
    rejection_appeal: {
      title: "Contestação",
      noun: "sua contestação",
      text: "A Stripe encerrou os pagamentos desta conta. Se for um engano, explique no formulário da Stripe.",
    },
    platform_concern: {
      title: "Pergunta sobre sua conta",
      noun: "uma resposta sobre sua conta",
      text: "Há uma pergunta sobre como esta conta é usada. Responda no formulário da Stripe.",
    },
    other_compliance_inquiry: {
      title: "Informações legais",
      noun: "as informações legais que a Stripe pede",
      text: "A lei exige que a Stripe saiba mais sobre sua empresa. Responda no formulário da Stripe.",
    },
    other_business_inquiry: {
      title: "Mais sobre sua empresa",
      noun: "as informações que a Stripe pede",
      text: "A Stripe precisa de mais informações sobre sua empresa. Responda no formulário da Stripe.",
    },
    inquiry: {
      title: "Pergunta da Stripe",
      noun: "uma resposta à pergunta da Stripe",
      text: "A Stripe tem uma pergunta sobre esta conta. Abra o formulário da Stripe para responder.",
    },
    other: {
      title: "Outras informações",
      noun: "as informações que a Stripe pede",
      text: "A Stripe precisa de mais uma informação. Abra o formulário da Stripe para ver qual é e adicioná-la.",
    },
  },
  list: (titles, more) => {
    const [first = "", ...others] = titles;
    const items = [first, ...others.map(insideSentence)];
    return formatList(more === 0 ? items : [...items, `mais ${more}`], "pt-BR");
  },
  errors: requirementErrors,
};

/** The explainer's words: loaded on their own, with the first connection that has requirements. */
export const requirements = createExplainer(requirementWords);

/** A detail of a person. `what` has its article. */
function detail(title: string, what: string, text: string): ThingWords {
  return {
    title,
    text,
    noun: `${what} de uma pessoa`,
    forPerson: (person) => ({ noun: `${what} de ${person}` }),
  };
}
