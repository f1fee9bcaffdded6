import type { Messages } from "../messages.js";

export const onboarding = {
  title: "Mettre à jour les informations Stripe",
  returnTo: (platform) => `Retour à ${platform}`,
  loading: "Chargement du formulaire Stripe…",
  signIn:
    "Stripe peut ouvrir une petite fenêtre de connexion. Si rien ne s'ouvre, autorisez les fenêtres pop-up pour ce site.",
  tryAgain: "Réessayer",
  openHosted: "Ouvrir Stripe dans une nouvelle page",
  openingHosted: "Ouverture de Stripe…",
  copyDetails: "Copier les infos pour le support",
  copied: "Copié",
  notCopied: "Votre navigateur n'a pas autorisé la copie. Voici les informations à copier à la main :",
  reference: (reference) => `Référence\u00a0: ${reference}`,
  anotherBrowser: (platform) =>
    `Si le problème persiste, changez de navigateur ou envoyez les infos pour le support à ${platform}.`,

  failures: {
    script_blocked: {
      title: "Stripe ne s'est pas chargé.",
      text: "Un bloqueur de contenu ou votre réseau l'en empêche peut-être. Désactivez le bloqueur pour cette page, puis réessayez.",
    },
    script_timeout: {
      title: "Stripe met trop de temps à répondre.",
      text: "Votre connexion est peut-être lente, ou quelque chose la ralentit. Réessayez dans un instant.",
    },
    script_broken: {
      title: "Stripe n'a pas pu démarrer.",
      text: "Une autre partie de cette page ou une extension du navigateur le gêne peut-être. Réessayez ou changez de navigateur.",
    },
    session_failed: {
      title: "Impossible d'ouvrir Stripe.",
      text: "Rien n'a été modifié. Réessayez dans un instant.",
    },
    bad_publishable_key: {
      title: "Stripe est mal configuré ici.",
      text: "Seule l'équipe qui gère cette page peut y remédier. Merci de la prévenir.",
    },
    chunk_failed: {
      title: "Une partie de cette page ne s'est pas chargée.",
      text: "Vous êtes peut-être hors ligne, ou cette page a été mise à jour. Réessayez ou rechargez la page.",
    },
    api_connection_error: {
      title: "Stripe est injoignable.",
      text: "Vérifiez votre connexion Internet, puis réessayez.",
    },
    authentication_error: {
      title: "Stripe n'a pas pu vous identifier.",
      text: "Autorisez les fenêtres pop-up pour ce site, réessayez, puis terminez la connexion dans la fenêtre de Stripe.",
    },
    account_session_create_error: {
      title: "Impossible d'ouvrir Stripe.",
      text: "Stripe n'a pas accepté la clé d'accès. Réessayez pour en obtenir une nouvelle.",
    },
    invalid_request_error: {
      title: "Stripe n'a pas accepté la demande.",
      text: "Réessayez. Si l'adresse de cette page ne commence pas par https, ouvrez-la d'abord avec https.",
    },
    rate_limit_error: {
      title: "Trop de tentatives en peu de temps.",
      text: "Patientez une minute, puis réessayez.",
    },
    render_error: {
      title: "Stripe n'a pas pu afficher ceci.",
      text: "Une extension du navigateur ou votre réseau le gêne peut-être. Désactivez les extensions, puis réessayez.",
    },
    api_error: {
      title: "Une erreur s'est produite chez Stripe.",
      text: "Rien n'est perdu. Réessayez dans quelques minutes.",
    },
  },

  slow: { title: "Stripe met du temps à afficher ceci.", text: "Le contenu apparaîtra ici une fois chargé." },

  ended: {
    signed_out: {
      title: "Votre session a pris fin.",
      text: "Reconnectez-vous pour continuer. Ce que vous avez envoyé à Stripe est conservé.",
    },
    not_allowed: {
      title: "Vous ne pouvez pas modifier cette connexion.",
      text: "Demandez à un admin de le faire ou de vous en donner le droit.",
    },
    no_account: {
      title: "Ce compte Stripe n'est plus connecté.",
      text: "Revenez en arrière pour voir la suite.",
    },
  },

  findings: {
    offline: "Vous êtes hors ligne. Rétablissez la connexion, puis réessayez pour ouvrir Stripe.",
    insecure: "Cette page n'est pas servie en https. Stripe l'exige en mode production.",
    isolated:
      "Cette page est isolée de ses fenêtres pop-up. La fenêtre de connexion de Stripe peut donc sembler bloquée.",
    in_app_browser:
      "Stripe ne fonctionne pas dans d'autres applications. Ouvrez cette page dans le navigateur du téléphone.",
    framed: "Cette page est affichée dans un autre site, ce qui peut empêcher la fenêtre de Stripe de s'ouvrir.",
  },

  comeBack: {
    title: "Retour de Stripe",
    checking: "Vérification auprès de Stripe…",
    renewing: "Réouverture de Stripe…",
    done: "Merci. Votre connexion est à jour.",
    failed: "Impossible de vérifier auprès de Stripe.",
    notRenewed: "Impossible de rouvrir Stripe.",
    safe: "Ce que vous avez envoyé à Stripe est conservé.",
  },
} satisfies Messages["onboarding"];
