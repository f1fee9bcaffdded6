import { formatList, plural } from "../format.js";
import type { Messages } from "../messages.js";

type Words = Messages["connection"];
type Told = Parameters<Words["willNeed"]>[0];

/** Stands after « ajoutez » and « attend », as the nouns of requirements do. */
const details = (count: number) =>
  count === 0
    ? "des informations"
    : plural("fr", count, { one: `${count} information`, other: `${count} informations` });

const needsBefore =
  (goal: string) =>
  ({ count }: { count: number }) =>
    `Stripe attend encore ${details(count)} pour que vous puissiez ${goal}.`;

const addToKeep =
  (goal: string) =>
  ({ thing, count, date, isPast }: Told) => {
    const what = thing ?? details(count);
    if (date === null) return `Ajoutez ${what} pour continuer à ${goal}.`;
    return isPast
      ? `Ajoutez maintenant ${what} pour continuer à ${goal}. L'échéance était le ${date}.`
      : `Ajoutez ${what} d'ici au ${date} pour continuer à ${goal}.`;
  };

export const connection = {
  actions: {
    connect: "Connecter un compte Stripe",
    update: "Mettre à jour les informations Stripe",
    check: "Vérifier à nouveau",
  },
  /** They stand beside « Paiements » and « Virements ». */
  flows: {
    active: "Actifs",
    pending: "En attente",
    paused: "Suspendus",
    inactive: "Inactifs",
  },

  notConnected: {
    plans: "Connectez Stripe pour commencer à facturer vos clients.",
    billing: "Connectez Stripe pour commencer à facturer vos clients.",
    payouts: "Connectez Stripe pour commencer à recevoir des virements.",
  },
  notConnectedDetail:
    "Un nouveau compte Stripe est créé pour vous. Un compte Stripe existant ne peut pas être connecté.",
  removed: ({ date }) =>
    date === null ? "Ce compte a été supprimé chez Stripe." : `Ce compte a été supprimé chez Stripe le ${date}.`,

  connecting: "Stripe transmet encore les informations de votre compte.",
  connectingDetail: "Cela prend généralement moins d'une minute. Vous pouvez quitter cette page.",
  connectingSlow: "Stripe transmet encore les informations de votre compte. C'est plus long que d'habitude.",
  connectingSlowDetail: "Vous pouvez quitter cette page et revenir plus tard.",
  disconnecting: "Déconnexion de Stripe en cours…",

  needs: {
    plans: needsBefore("publier vos offres"),
    billing: needsBefore("facturer vos clients"),
    payouts: needsBefore("recevoir des virements"),
  },
  checking: "Stripe vérifie vos informations. Vous n'avez rien à faire.",
  reviewing: "Stripe examine ce compte. Vous n'avez rien à faire.",
  reviewingAsks: "Stripe examine ce compte. En attendant, vous pouvez ajouter ce qui manque.",
  beingChecked: ({ things }) => {
    const inside = things.map((title) => title.replace(/^\p{Lu}(?=\p{Ll})/u, (start) => start.toLowerCase()));
    return `En cours de vérification\u00a0: ${formatList(inside, "fr")}.`;
  },

  connected: {
    plans: "La synchronisation avec Stripe est active. Vous pouvez publier vos offres.",
    billing: "La synchronisation avec Stripe est active. Vous pouvez facturer vos clients.",
    payouts: "La synchronisation avec Stripe est active. Vous pouvez recevoir des virements.",
  },
  connectedNotReady: ({ platformName }) =>
    `La synchronisation avec Stripe est active. ${platformName} doit encore terminer une étape de son côté.`,

  dueSoon: {
    plans: addToKeep("accepter des paiements"),
    billing: addToKeep("accepter des paiements"),
    payouts: addToKeep("recevoir des virements"),
  },
  willNeed: ({ thing, count, date }) =>
    date === null
      ? `Stripe demandera bientôt ${thing ?? details(count)}.`
      : `Stripe attend ${thing ?? details(count)} d'ici au ${date}.`,

  paused: {
    both: "Paiements et virements sont suspendus.",
    payments: "Les paiements sont suspendus.",
    payouts: "Les virements sont suspendus.",
  },
  off: {
    both: "Paiements et virements sont désactivés.",
    payments: "Les paiements sont désactivés.",
    payouts: "Les virements sont désactivés.",
  },
  offMeans: {
    both: "Vos clients ne peuvent pas vous payer et Stripe conserve vos fonds.",
    payments: "Vos clients ne peuvent pas vous payer pour le moment.",
    payouts: "Stripe conserve vos fonds jusqu'à leur rétablissement.",
  },
  afterCheck: "La reprise aura lieu dès que Stripe aura terminé sa vérification.",
  fix: {
    both: "Mettez à jour vos informations Stripe pour rétablir les paiements et les virements.",
    payments: "Mettez à jour vos informations Stripe pour rétablir les paiements.",
    payouts: "Mettez à jour vos informations Stripe pour rétablir les virements.",
  },
  fixInTime: "Mettez à jour vos informations Stripe pour éviter toute interruption.",
  needsNow: ({ count }) => `Stripe attend encore ${details(count)} de votre part.`,

  rejected: "Stripe ne peut pas prendre en charge ce compte.",
  rejectedByPlatform: ({ platformName }) => `${platformName} ne peut pas prendre en charge ce compte.`,
  appeal: "Si vous pensez qu'il s'agit d'une erreur, vous pouvez contester la décision dans le formulaire Stripe.",
  platformPaused: ({ platformName }) => `${platformName} a suspendu ce compte.`,
  requestedCapabilities: ({ platformName }) => `${platformName} doit terminer la configuration de ce compte.`,
  restricted: "Stripe a restreint ce compte.",
  why: {
    platform: ({ platformName }) => `${platformName} a désactivé cette fonction.`,
    unconfirmed: "Les informations n'ont pas été confirmées à temps.",
    unused: "Stripe désactive ce qui n'a pas servi depuis longtemps.",
    business: "Stripe ne propose pas cette fonction pour votre type d'activité.",
    country: "Stripe ne propose pas cette fonction dans votre pays.",
    legalForm: "Stripe ne propose pas cette fonction pour la forme juridique de votre entreprise.",
    restricted: "Stripe a désactivé cette fonction.",
    details: "Stripe a encore besoin d'informations avant d'activer cette fonction.",
    checking: "Stripe procède encore à une vérification.",
  },
  unknown: "Un point de ce compte demande votre attention.",
  contactStripe: "Contactez le support Stripe pour en savoir plus.",
  contactPlatform: ({ platformName }) => `Contactez ${platformName} pour en savoir plus.`,

  readOnly: "Demandez cette modification à un admin.",
  due: ({ date }) => `Échéance le ${date}`,
  wasDue: ({ date }) => `Échéance dépassée (${date})`,

  groups: {
    contact: "Coordonnées",
    business: "Informations sur l'entreprise",
    tax: "Informations fiscales",
    representative: "Personne représentant le compte",
    owners: "Propriétaires et administrateurs",
    identity_document: "Justificatif d'identité",
    bank_account: "Compte bancaire",
    terms: "Conditions d'utilisation",
    other: "Autres informations",
  },
  people: {
    representative: "Personne représentant le compte",
    owner: "Propriétaire",
    director: "Administrateur",
    executive: "Dirigeant",
    authorizer: "Personne habilitée à signer",
    legal_guardian: "Tuteur légal",
    person: "Personne de votre entreprise",
  },
  roles: {
    representative: "la personne représentant le compte",
    owner: "un propriétaire",
    director: "un administrateur",
    executive: "un dirigeant",
    authorizer: "la personne habilitée à signer",
    legal_guardian: "le tuteur légal",
    person: "une personne de votre entreprise",
  },
} satisfies Words;
