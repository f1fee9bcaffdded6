import type { Messages } from "../messages.js";

export const errors = {
  network: "Não foi possível acessar o servidor. Verifique sua conexão com a internet e tente novamente.",
  timeout: "O servidor demorou demais para responder. Tente novamente.",
  invalid_response:
    "Não foi possível ler a resposta do servidor. Tente novamente e, se o problema continuar, fale com o suporte.",
  session_expired: "Sua sessão foi encerrada. Entre novamente para continuar.",
  forbidden: "Você não tem permissão para isso. Fale com a administração da sua organização.",
  csrf: "Esta solicitação foi interrompida por segurança. Recarregue a página e tente novamente.",
  rate_limited: "Foram muitas tentativas. Aguarde um momento e tente novamente.",
  invalid_request: "Não foi possível fazer isso com os dados enviados. Recarregue a página e tente novamente.",
  in_progress: "Isso já está em andamento. Aguarde um momento.",
  conflict: "A conexão mudou nesse meio-tempo. Confira como ela está e decida novamente.",
  disconnect_blocked: "Ainda não é possível desconectar a Stripe. Resolva primeiro os itens listados.",
  country_unsupported: "A Stripe não está disponível para empresas deste país. Escolha outro país.",
  platform_not_ready: "A conexão com a Stripe ainda não está ativada aqui. Fale com o suporte.",
  hosted_unavailable:
    "A Stripe não tem uma página separada para esta conta. Tente novamente aqui ou use outro navegador.",
  dashboard_unavailable:
    "A Stripe não pode abrir este painel no momento. Se faltarem dados, adicione-os primeiro. Caso contrário, fale com o suporte.",
  store_unavailable:
    "O servidor não consegue salvar alterações agora. Nada foi alterado. Tente novamente em alguns minutos.",
  stripe_unavailable:
    "Não é possível acessar a Stripe agora. Nenhum dado foi perdido. Tente novamente em alguns minutos.",
  chunk_failed: "Uma parte desta página não carregou. Verifique sua conexão com a internet e tente novamente.",
  internal: "Ocorreu um erro no servidor. Tente novamente e, se o problema continuar, fale com o suporte.",
} satisfies Messages["errors"];
