import type { Messages } from "../messages.js";

export const card = {
  title: "Stripe",
  subtitle: "Cobranças e repasses",
  testMode: "Modo de teste",
  simulated: "Simulação",
  loading: "Carregando a conexão com a Stripe",
  stillLoading: "Ainda consultando a Stripe…",
  loadsOnline: "Você está offline. O status aparecerá quando você voltar a ficar online.",
  loadFailedTitle: "Não é possível mostrar a conexão com a Stripe.",
  tryAgain: "Tentar novamente",
  brokenTitle: "Ocorreu um problema aqui.",
  brokenText: "Verifique o status para ver como está sua conexão com a Stripe.",

  connect: {
    label: "Conectar conta Stripe",
    pending: "Conectando…",
    haveReady: "Tenha em mãos",
    needs: ["Dados da empresa", "Conta bancária", "Documento com foto"],
    reuse: "Se você já usa a Stripe, pode reaproveitar os dados dessa conta no formulário da Stripe.",
    country: "País da sua empresa",
    countryPlaceholder: "Escolha um país",
    countryHint: "Não será possível mudar depois.",
    countryMissing: "Escolha o país primeiro.",
  },

  checklist: {
    label: "Do que a Stripe precisa",
    showMore: (count) => `Mostrar mais ${count}`,
    showLess: "Mostrar menos",
    detail: "O que a Stripe informa",
  },

  facts: {
    payments: "Pagamentos",
    payouts: "Repasses",
    account: "Conta",
    lastChecked: "Última verificação",
    never: "Ainda não",
    justNow: "Agora mesmo",
  },

  menu: {
    label: "Mais ações",
    update: "Atualizar dados na Stripe",
    dashboard: "Abrir o painel da Stripe",
    check: "Verificar status agora",
    copyAccount: "Copiar ID da conta",
    copySupport: "Copiar dados para o suporte",
    disconnect: "Desconectar",
    startOver: "Começar de novo",
    framed: "Para usar esta opção, abra esta página separadamente.",
  },

  newTab: "(abre em uma nova aba)",
  tabBlocked: "Seu navegador bloqueou a nova aba. Abra o painel nesta:",
  copy: "Copiar",
  copied: "Copiado.",
  copyRefused: "Seu navegador não permitiu copiar.",
  copyFailed: "Seu navegador não permitiu copiar. Copie manualmente daqui:",
  reference: (id) => `Referência ${id}`,
  contact: (platformName) => `Entrar em contato com ${platformName}`,
  copyReference: "Copiar referência",
  dismiss: "Fechar",

  // Times read "14:02" or "22 de nov., 14:02": no preposition goes with both.
  stale: {
    unreachable: (platformName, time) =>
      `Não foi possível acessar ${platformName}. Mostrando o último status (${time}).`,
    offline: (time) => `Você está offline. Mostrando o último status (${time}).`,
  },
  startedBy: (name, date) => (date ? `Processo iniciado por ${name} em ${date}.` : `Processo iniciado por ${name}.`),
  checkedAt: (time) => `Última verificação: ${time}.`,
  checked: "Status verificado agora na Stripe.",
  announcement: (label, sentence) => `Stripe: ${label}. ${sentence}`,

  dialog: {
    loading: "Verificando o que deixaria de funcionar…",
    cancel: "Cancelar",
    disconnect: {
      title: "Desconectar a Stripe?",
      lead: "Esta ação não pode ser desfeita.",
      confirm: "Desconectar cobranças",
      pending: "Desconectando…",
      stops: {
        plans: ["Seus planos deixam de ficar disponíveis para os clientes."],
        billing: ["Seus clientes deixam de ser cobrados."],
        payouts: ["A Stripe deixa de fazer repasses para sua conta bancária."],
      },
      payments: "Nenhum novo pagamento é aceito.",
      again: "Para conectar novamente, você configura uma nova conta Stripe.",
    },
    startOver: {
      title: "Começar de novo com a Stripe?",
      lead: "Esta ação não pode ser desfeita.",
      confirm: "Começar de novo",
      pending: "Reiniciando…",
      stops: ["Tudo o que você já preencheu na Stripe será perdido."],
      again: "Em seguida, você começa com uma nova conta Stripe, por exemplo, para outro país.",
    },
    deletes: "A conta Stripe é encerrada definitivamente.",
    detaches: "A conta Stripe continua existindo na Stripe. Apenas esta página deixa de usá-la.",
    blocked: "Ainda não é possível desconectar",
    warnings: "É bom saber",
    balance: {
      available: (amount) => `A conta tem um saldo de ${amount}. Ele precisa ser repassado antes.`,
      pending: (amount) => `Um valor de ${amount} está a caminho. Aguarde até que o repasse seja feito.`,
      reserved: (amount) => `A Stripe está retendo ${amount} como reserva.`,
    },
    framed: "Esta página está sendo exibida dentro de outro site. Para desconectar, abra-a separadamente.",
  },

  troubleshoot: {
    question: "Por que ainda está em andamento?",
    label: "O que está pendente",
    fix: "Resolver",
    fixThis: (title) => `Resolver: ${title}`,
    forPerson: (person) => `para ${person}`,
    checking: "Em verificação pela Stripe",
    alreadySent: "Já enviou estes dados? A Stripe pode levar até dois dias úteis para verificá-los.",
    check: "Verificar novamente",
    general: [
      {
        title: "Informações da empresa incompletas",
        text: "Faltam dados de contato, informações fiscais ou outros dados sobre sua empresa.",
      },
      {
        title: "Verificação de identidade",
        text: "A Stripe precisa confirmar quem você é. Talvez seja preciso enviar uma cópia do seu documento.",
      },
    ],
    browser: "Neste navegador:",
  },
} satisfies Messages["card"];
