import type { Messages } from "../messages.js";

export const card = {
  title: "Stripe",
  subtitle: "Facturation et virements",
  testMode: "Mode test",
  simulated: "Simulation",
  loading: "Chargement de la connexion Stripe",
  stillLoading: "Stripe n'a pas encore répondu…",
  loadsOnline: "Vous êtes hors ligne. L'état s'affichera dès que vous serez de nouveau en ligne.",
  loadFailedTitle: "Impossible d'afficher la connexion Stripe.",
  tryAgain: "Réessayer",
  brokenTitle: "Une erreur s'est produite ici.",
  brokenText: "Vérifiez l'état pour savoir où en est votre connexion Stripe.",

  connect: {
    label: "Connecter un compte Stripe",
    pending: "Connexion…",
    haveReady: "À préparer",
    needs: ["Informations sur l'entreprise", "Compte bancaire", "Pièce d'identité"],
    reuse:
      "Si vous utilisez déjà Stripe, vous pouvez reprendre les informations de ce compte dans le formulaire de Stripe.",
    country: "Pays de votre entreprise",
    countryPlaceholder: "Choisir un pays",
    countryHint: "Il ne pourra plus être modifié.",
    countryMissing: "Choisissez d'abord le pays.",
  },

  checklist: {
    label: "Ce que Stripe demande",
    showMore: (count) => `Afficher ${count} de plus`,
    showLess: "Afficher moins",
    detail: "Message de Stripe",
  },

  facts: {
    payments: "Paiements",
    payouts: "Virements",
    account: "Compte",
    lastChecked: "Dernière vérification",
    never: "Pas encore",
    justNow: "À l'instant",
  },

  menu: {
    label: "Plus d'actions",
    update: "Mettre à jour les informations Stripe",
    dashboard: "Ouvrir le tableau de bord Stripe",
    check: "Vérifier l'état maintenant",
    copyAccount: "Copier l'ID du compte",
    copySupport: "Copier les infos pour le support",
    disconnect: "Déconnecter",
    startOver: "Recommencer",
    framed: "Pour cela, ouvrez cette page dans un nouvel onglet.",
  },

  newTab: "(s'ouvre dans un nouvel onglet)",
  tabBlocked: "Votre navigateur a bloqué le nouvel onglet. Ouvrez le tableau de bord dans celui-ci :",
  copy: "Copier",
  copied: "Copié.",
  copyRefused: "Votre navigateur n'a pas autorisé la copie.",
  copyFailed: "Votre navigateur n'a pas autorisé la copie. Voici le texte à copier à la main :",
  reference: (id) => `Référence ${id}`,
  contact: (platformName) => `Contacter ${platformName}`,
  copyReference: "Copier la référence",
  dismiss: "Fermer",

  stale: {
    unreachable: (platformName, time) => `Impossible de joindre ${platformName}. Dernier état connu\u00a0: ${time}.`,
    offline: (time) => `Vous êtes hors ligne. Dernier état connu\u00a0: ${time}.`,
  },
  startedBy: (name, date) => (date ? `Commencé par ${name} le ${date}.` : `Commencé par ${name}.`),
  checkedAt: (time) => `Dernière vérification\u00a0: ${time}.`,
  checked: "Vérifié à l'instant auprès de Stripe.",
  announcement: (label, sentence) => `Stripe\u00a0: ${label}. ${sentence}`,

  dialog: {
    loading: "Vérification des conséquences de la déconnexion…",
    cancel: "Annuler",
    disconnect: {
      title: "Déconnecter Stripe ?",
      lead: "Cette action est irréversible.",
      confirm: "Déconnecter la facturation",
      pending: "Déconnexion…",
      stops: {
        plans: ["Vos offres ne sont plus proposées à vos clients."],
        billing: ["Vos clients ne sont plus facturés."],
        payouts: ["Stripe ne verse plus d'argent sur votre compte bancaire."],
      },
      payments: "Aucun nouveau paiement n'est accepté.",
      again: "Pour vous reconnecter, vous devrez configurer un nouveau compte Stripe.",
    },
    startOver: {
      title: "Recommencer avec Stripe ?",
      lead: "Cette action est irréversible.",
      confirm: "Recommencer",
      pending: "Réinitialisation…",
      stops: ["Ce que vous avez déjà saisi chez Stripe est perdu."],
      again: "Vous repartez ensuite avec un nouveau compte Stripe, par exemple pour un autre pays.",
    },
    deletes: "Le compte Stripe est définitivement fermé.",
    detaches: "Le compte Stripe reste chez Stripe. Cette page cesse simplement de l'utiliser.",
    blocked: "Déconnexion impossible pour le moment",
    warnings: "Bon à savoir",
    balance: {
      available: (amount) => `Il reste ${amount} sur le compte. Ce montant doit d'abord vous être versé.`,
      pending: (amount) => `Un montant de ${amount} est en transit. Attendez qu'il vous soit versé.`,
      reserved: (amount) => `Stripe retient ${amount} en réserve.`,
    },
    framed: "Cette page est affichée dans un autre site. Pour déconnecter le compte, ouvrez-la dans un nouvel onglet.",
  },

  troubleshoot: {
    question: "Pourquoi est-ce encore en cours ?",
    label: "Ce qui bloque encore",
    fix: "Corriger",
    fixThis: (title) => `Corriger\u00a0: ${title}`,
    forPerson: (person) => `pour ${person}`,
    checking: "Vérification par Stripe",
    alreadySent: "Déjà envoyé ? La vérification par Stripe peut prendre jusqu'à deux jours ouvrés.",
    check: "Vérifier à nouveau",
    general: [
      {
        title: "Informations d'entreprise incomplètes",
        text: "Il manque des coordonnées, des informations fiscales ou d'autres informations sur votre entreprise.",
      },
      {
        title: "Vérification d'identité",
        text: "Stripe doit confirmer votre identité. Une copie de votre pièce d'identité peut vous être demandée.",
      },
    ],
    browser: "Dans ce navigateur\u00a0:",
  },
} satisfies Messages["card"];
