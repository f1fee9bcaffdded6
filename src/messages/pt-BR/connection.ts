import { plural } from "../format.js";
import type { Messages } from "../messages.js";
import { insideSentence } from "./insideSentence.js";

type Words = Messages["connection"];
type Told = Parameters<Words["willNeed"]>[0];

const details = (count: number) =>
  count === 0
    ? "mais informações"
    : plural("pt-BR", count, { one: `mais ${count} informação`, other: `mais ${count} informações` });

const needsBefore =
  (goal: string) =>
  ({ count }: { count: number }) =>
    `A Stripe precisa de ${details(count)} para que você possa ${goal}.`;

const addToKeep =
  (goal: string) =>
  ({ thing, count, date, isPast }: Told) => {
    const what = thing ?? details(count);
    if (date === null) return `Forneça ${what} para continuar ${goal}.`;
    return isPast
      ? `Forneça ${what} agora para continuar ${goal}. O prazo terminou em ${date}.`
      : `Forneça ${what} até ${date} para continuar ${goal}.`;
  };

export const connection = {
  actions: {
    connect: "Conectar conta Stripe",
    update: "Atualizar dados na Stripe",
    check: "Verificar novamente",
  },
  flows: {
    active: "Ativos",
    pending: "Pendentes",
    paused: "Pausados",
    inactive: "Inativos",
  },

  notConnected: {
    plans: "Conecte a Stripe para começar a cobrar seus clientes.",
    billing: "Conecte a Stripe para começar a cobrar seus clientes.",
    payouts: "Conecte a Stripe para começar a receber repasses.",
  },
  notConnectedDetail:
    "Uma nova conta Stripe será criada para você. Não é possível conectar uma conta Stripe existente.",
  removed: ({ date }) =>
    date === null ? "Esta conta foi removida na Stripe." : `Esta conta foi removida na Stripe em ${date}.`,

  connecting: "A Stripe ainda está enviando os dados da sua conta.",
  connectingDetail: "Isso costuma levar menos de um minuto. Você pode sair desta página.",
  connectingSlow: "A Stripe ainda está enviando os dados da sua conta. Está demorando mais que o normal.",
  connectingSlowDetail: "Você pode sair desta página e voltar mais tarde.",
  disconnecting: "Desconectando a Stripe…",

  needs: {
    plans: needsBefore("publicar planos"),
    billing: needsBefore("cobrar seus clientes"),
    payouts: needsBefore("receber repasses"),
  },
  checking: "A Stripe está verificando seus dados. Você não precisa fazer nada.",
  reviewing: "A Stripe está analisando esta conta. Você não precisa fazer nada.",
  reviewingAsks: "A Stripe está analisando esta conta. Enquanto isso, você pode adicionar o que falta.",
  beingChecked: ({ things }) => `Em verificação: ${things.map(insideSentence).join(", ")}.`,

  connected: {
    plans: "A Stripe está sincronizando. Você já pode publicar planos.",
    billing: "A Stripe está sincronizando. Você já pode cobrar seus clientes.",
    payouts: "A Stripe está sincronizando. Você já pode receber repasses.",
  },
  connectedNotReady: ({ platformName }) =>
    `A Stripe está sincronizando. ${platformName} ainda precisa concluir uma etapa.`,

  dueSoon: {
    plans: addToKeep("recebendo pagamentos"),
    billing: addToKeep("recebendo pagamentos"),
    payouts: addToKeep("recebendo repasses"),
  },
  willNeed: ({ thing, count, date }) =>
    date === null
      ? `Em breve, a Stripe precisará receber ${thing ?? details(count)}.`
      : `A Stripe precisará receber ${thing ?? details(count)} até ${date}.`,

  paused: {
    both: "Os pagamentos e os repasses estão pausados.",
    payments: "Os pagamentos estão pausados.",
    payouts: "Os repasses estão pausados.",
  },
  off: {
    both: "Os pagamentos e os repasses estão inativos.",
    payments: "Os pagamentos estão inativos.",
    payouts: "Os repasses estão inativos.",
  },
  offMeans: {
    both: "Seus clientes não podem pagar você e a Stripe está retendo seu dinheiro.",
    payments: "Seus clientes só poderão pagar você após a reativação.",
    payouts: "A Stripe retém seu dinheiro até a reativação.",
  },
  afterCheck: "Tudo volta a funcionar quando a Stripe concluir a verificação.",
  fix: {
    both: "Atualize seus dados na Stripe para reativar os pagamentos e os repasses.",
    payments: "Atualize seus dados na Stripe para reativar os pagamentos.",
    payouts: "Atualize seus dados na Stripe para reativar os repasses.",
  },
  fixInTime: "Atualize seus dados na Stripe para que nada pare de funcionar.",
  needsNow: ({ count }) => `A Stripe precisa que você forneça ${details(count)}.`,

  rejected: "A Stripe não pode atender esta conta.",
  rejectedByPlatform: ({ platformName }) => `${platformName} não pode atender esta conta.`,
  appeal: "Se você acha que houve um engano, pode contestar no formulário da Stripe.",
  platformPaused: ({ platformName }) => `${platformName} pausou esta conta.`,
  requestedCapabilities: ({ platformName }) => `${platformName} precisa concluir a configuração desta conta.`,
  restricted: "A Stripe restringiu esta conta.",
  why: {
    platform: ({ platformName }) => `${platformName} desativou isto.`,
    unconfirmed: "Os dados não foram confirmados no prazo.",
    unused: "A Stripe desativa o que fica muito tempo sem ser usado.",
    business: "A Stripe não oferece isto para o seu tipo de empresa.",
    country: "A Stripe não oferece isto no seu país.",
    legalForm: "A Stripe não oferece isto para a natureza jurídica da sua empresa.",
    restricted: "A Stripe desativou isto.",
    details: "A Stripe ainda precisa de informações para ativar isto.",
    checking: "A Stripe ainda está verificando isto.",
  },
  unknown: "Há algo nesta conta que precisa de atenção.",
  contactStripe: "Fale com o suporte da Stripe para saber mais.",
  contactPlatform: ({ platformName }) => `Fale com ${platformName} para saber mais.`,

  readOnly: "Peça à administração para alterar isto.",
  due: ({ date }) => `Prazo: ${date}`,
  wasDue: ({ date }) => `Venceu em ${date}`,

  groups: {
    contact: "Dados de contato",
    business: "Dados da empresa",
    tax: "Dados fiscais",
    representative: "Representante da conta",
    owners: "Proprietários e diretoria",
    identity_document: "Comprovante de identidade",
    bank_account: "Conta bancária",
    terms: "Termos de serviço",
    other: "Outras informações",
  },
  people: {
    representative: "Representante da conta",
    owner: "Proprietário",
    director: "Membro da diretoria",
    executive: "Membro da gestão",
    authorizer: "Pessoa autorizada a assinar",
    legal_guardian: "Responsável legal",
    person: "Pessoa da sua empresa",
  },
  /** They stand after "para". */
  roles: {
    representative: "quem representa a conta",
    owner: "um proprietário",
    director: "um membro da diretoria",
    executive: "um membro da gestão",
    authorizer: "a pessoa autorizada a assinar",
    legal_guardian: "a pessoa responsável legal",
    person: "uma pessoa da sua empresa",
  },
} satisfies Words;
