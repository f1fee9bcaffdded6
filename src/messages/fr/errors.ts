import type { Messages } from "../messages.js";

export const errors = {
  network: "Le serveur est injoignable. Vérifiez votre connexion Internet, puis réessayez.",
  timeout: "Le serveur a mis trop de temps à répondre. Réessayez.",
  invalid_response: "La réponse du serveur est illisible. Réessayez et contactez le support si cela persiste.",
  session_expired: "Votre session a pris fin. Reconnectez-vous pour continuer.",
  forbidden: "Vous n'avez pas l'autorisation nécessaire. Adressez-vous à un admin de votre organisation.",
  csrf: "Cette demande a été bloquée pour votre sécurité. Rechargez la page, puis réessayez.",
  rate_limited: "Trop de tentatives. Patientez un instant, puis réessayez.",
  invalid_request: "Cette action est impossible avec les données envoyées. Rechargez la page, puis réessayez.",
  in_progress: "C'est déjà en cours. Patientez un instant.",
  conflict: "La connexion a changé entre-temps. Consultez-la à nouveau, puis décidez.",
  disconnect_blocked: "Stripe ne peut pas encore être déconnecté. Réglez d'abord les points indiqués.",
  country_unsupported: "Stripe n'est pas disponible pour les entreprises de ce pays. Choisissez un autre pays.",
  platform_not_ready: "La connexion à Stripe n'est pas encore activée ici. Contactez le support.",
  hosted_unavailable: "Stripe n'a pas de page séparée pour ce compte. Réessayez ici ou changez de navigateur.",
  dashboard_unavailable:
    "Stripe ne peut pas ouvrir ce tableau de bord pour le moment. S'il manque des informations, ajoutez-les d'abord. Sinon, contactez le support.",
  store_unavailable:
    "Le serveur ne peut rien enregistrer pour le moment. Rien n'a été modifié. Réessayez dans quelques minutes.",
  stripe_unavailable: "Stripe est injoignable pour le moment. Rien n'est perdu. Réessayez dans quelques minutes.",
  chunk_failed: "Une partie de cette page ne s'est pas chargée. Vérifiez votre connexion Internet, puis réessayez.",
  internal: "Une erreur s'est produite sur le serveur. Réessayez et contactez le support si cela persiste.",
} satisfies Messages["errors"];
