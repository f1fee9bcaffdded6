import type { Messages } from "../messages.js";

export const onboarding = {
  title: "Atualizar dados na Stripe",
  returnTo: (platform) => `Voltar para ${platform}`,
  loading: "Carregando o formulário da Stripe…",
  signIn: "A Stripe pode abrir uma pequena janela para você entrar. Se nada abrir, permita pop-ups neste site.",
  tryAgain: "Tentar novamente",
  openHosted: "Abrir a Stripe em outra página",
  openingHosted: "Abrindo a Stripe…",
  copyDetails: "Copiar dados para o suporte",
  copied: "Copiado",
  notCopied: "Seu navegador não permitiu copiar. Copie manualmente os dados abaixo:",
  reference: (reference) => `Referência: ${reference}`,
  anotherBrowser: (platform) =>
    `Se o problema continuar, use outro navegador ou envie os dados de suporte para ${platform}.`,

  failures: {
    script_blocked: {
      title: "A Stripe não carregou.",
      text: "Um bloqueador de conteúdo ou sua rede pode ter causado isso. Desative o bloqueador nesta página e tente novamente.",
    },
    script_timeout: {
      title: "A Stripe está demorando demais.",
      text: "Sua conexão pode estar lenta ou algo pode estar atrapalhando. Tente novamente em instantes.",
    },
    script_broken: {
      title: "A Stripe não iniciou.",
      text: "Outra parte desta página ou uma extensão pode estar atrapalhando. Tente novamente ou use outro navegador.",
    },
    session_failed: {
      title: "Não foi possível abrir a Stripe.",
      text: "Nada foi alterado. Tente novamente em instantes.",
    },
    bad_publishable_key: {
      title: "A Stripe não está bem configurada aqui.",
      text: "A equipe responsável por esta página precisa corrigir isso. Avise essa equipe, por favor.",
    },
    chunk_failed: {
      title: "Uma parte desta página não carregou.",
      text: "Você pode estar offline ou a página foi atualizada. Tente novamente ou recarregue a página.",
    },
    api_connection_error: {
      title: "Não é possível acessar a Stripe.",
      text: "Verifique sua conexão com a internet e tente novamente.",
    },
    authentication_error: {
      title: "Não foi possível entrar na Stripe.",
      text: "Permita pop-ups neste site, tente novamente e conclua o acesso na janela da Stripe.",
    },
    account_session_create_error: {
      title: "Não foi possível abrir a Stripe.",
      text: "A Stripe não aceitou a chave de acesso. Tente novamente para obter outra.",
    },
    invalid_request_error: {
      title: "A Stripe não aceitou a solicitação.",
      text: "Tente novamente. Se o endereço desta página não começar com https, abra-a primeiro com https.",
    },
    rate_limit_error: {
      title: "Foram muitas tentativas em pouco tempo.",
      text: "Aguarde um minuto e tente novamente.",
    },
    render_error: {
      title: "A Stripe não conseguiu mostrar isto.",
      text: "Uma extensão do navegador ou sua rede pode estar atrapalhando. Desative as extensões e tente novamente.",
    },
    api_error: {
      title: "Ocorreu um problema na Stripe.",
      text: "Nenhum dado foi perdido. Tente novamente em alguns minutos.",
    },
  },

  slow: { title: "A Stripe está demorando para mostrar isto.", text: "O conteúdo aparece aqui assim que carregar." },

  ended: {
    signed_out: {
      title: "Sua sessão foi encerrada.",
      text: "Entre novamente para continuar. O que você já enviou à Stripe está salvo.",
    },
    not_allowed: {
      title: "Você não pode alterar esta conexão.",
      text: "Peça à administração que faça isso ou que dê essa permissão a você.",
    },
    no_account: {
      title: "Esta conta Stripe não está mais conectada.",
      text: "Volte para ver o que fazer a seguir.",
    },
  },

  findings: {
    offline: "Você está offline. Quando a conexão voltar, tente novamente para abrir a Stripe.",
    insecure: "Esta página não usa https. A Stripe precisa disso no modo de produção.",
    isolated:
      "Esta página fica isolada das janelas pop-up que abre. Por isso, a janela de acesso da Stripe pode parecer bloqueada.",
    in_app_browser: "A Stripe não funciona dentro de outros apps. Abra esta página no navegador do celular.",
    framed: "Esta página está dentro de outro site, o que pode impedir a abertura da janela da Stripe.",
  },

  comeBack: {
    title: "De volta da Stripe",
    checking: "Consultando a Stripe…",
    renewing: "Abrindo a Stripe novamente…",
    done: "Agradecemos o envio. Sua conexão está atualizada.",
    failed: "Não foi possível consultar a Stripe.",
    notRenewed: "Não foi possível reabrir a Stripe.",
    safe: "O que você já enviou à Stripe está salvo.",
  },
} satisfies Messages["onboarding"];
