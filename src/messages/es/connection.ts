import { formatList, plural } from "../format.js";
import type { Messages } from "../messages.js";

type Words = Messages["connection"];
type Told = Parameters<Words["willNeed"]>[0];

const details = (count: number) =>
  count === 0 ? "más datos" : plural("es", count, { one: `${count} dato más`, other: `${count} datos más` });

const needsBefore =
  (goal: string) =>
  ({ count }: { count: number }) =>
    `Stripe necesita ${details(count)} para que usted pueda ${goal}.`;

const addToKeep =
  (goal: string) =>
  ({ thing, count, date, isPast }: Told) => {
    const what = thing ?? details(count);
    if (date === null) return `Añada ${what} para seguir ${goal}.`;
    return isPast
      ? `Añada ahora ${what} para seguir ${goal}. El plazo venció el ${date}.`
      : `Añada ${what} antes del ${date} para seguir ${goal}.`;
  };

export const connection = {
  actions: {
    connect: "Conectar una cuenta de Stripe",
    update: "Actualizar los datos de Stripe",
    check: "Comprobar de nuevo",
  },
  /** They stand beside «Pagos» and «Transferencias», so none has a gender. */
  flows: {
    active: "Disponibles",
    pending: "Pendientes",
    paused: "En pausa",
    inactive: "No disponibles",
  },

  notConnected: {
    plans: "Conecte Stripe para empezar a cobrar a sus clientes.",
    billing: "Conecte Stripe para empezar a cobrar a sus clientes.",
    payouts: "Conecte Stripe para empezar a recibir transferencias.",
  },
  notConnectedDetail: "Se crea para usted una cuenta de Stripe nueva. No se puede conectar una cuenta ya existente.",
  removed: ({ date }) =>
    date === null ? "Esta cuenta se eliminó en Stripe." : `Esta cuenta se eliminó en Stripe el ${date}.`,

  connecting: "Stripe sigue enviando los datos de su cuenta.",
  connectingDetail: "Suele tardar menos de un minuto. Puede salir de esta página.",
  connectingSlow: "Stripe sigue enviando los datos de su cuenta. Está tardando más de lo habitual.",
  connectingSlowDetail: "Puede salir de esta página y volver más tarde.",
  disconnecting: "Desconectando Stripe…",

  needs: {
    plans: needsBefore("publicar sus planes"),
    billing: needsBefore("cobrar a sus clientes"),
    payouts: needsBefore("recibir transferencias"),
  },
  checking: "Stripe está verificando sus datos. No tiene que hacer nada.",
  reviewing: "Stripe está revisando esta cuenta. No tiene que hacer nada.",
  reviewingAsks: "Stripe está revisando esta cuenta. Mientras tanto, puede añadir lo que falta.",
  beingChecked: ({ things }) => {
    const inside = things.map((title) => title.replace(/^\p{Lu}(?=\p{Ll})/u, (start) => start.toLowerCase()));
    return `En verificación: ${formatList(inside, "es")}.`;
  },

  connected: {
    plans: "La sincronización con Stripe está activa. Ya puede publicar sus planes.",
    billing: "La sincronización con Stripe está activa. Ya puede cobrar a sus clientes.",
    payouts: "La sincronización con Stripe está activa. Ya puede recibir transferencias.",
  },
  connectedNotReady: ({ platformName }) =>
    `La sincronización con Stripe está activa. ${platformName} aún debe terminar algo por su parte.`,

  dueSoon: {
    plans: addToKeep("aceptando pagos"),
    billing: addToKeep("aceptando pagos"),
    payouts: addToKeep("recibiendo transferencias"),
  },
  willNeed: ({ thing, count, date }) =>
    date === null
      ? `Stripe necesitará pronto ${thing ?? details(count)}.`
      : `Stripe necesitará ${thing ?? details(count)} antes del ${date}.`,

  paused: {
    both: "Los pagos y las transferencias están en pausa.",
    payments: "Los pagos están en pausa.",
    payouts: "Las transferencias están en pausa.",
  },
  off: {
    both: "No se aceptan pagos ni hay transferencias.",
    payments: "No se aceptan pagos.",
    payouts: "No se hacen transferencias.",
  },
  offMeans: {
    both: "Sus clientes no pueden pagarle y Stripe retiene su dinero.",
    payments: "Sus clientes no pueden pagarle hasta que se activen los pagos.",
    payouts: "Stripe retiene su dinero hasta que se activen las transferencias.",
  },
  afterCheck: "Se reanudarán cuando Stripe termine la verificación.",
  fix: {
    both: "Actualice sus datos de Stripe para reanudar los pagos y las transferencias.",
    payments: "Actualice sus datos de Stripe para reanudar los pagos.",
    payouts: "Actualice sus datos de Stripe para reanudar las transferencias.",
  },
  fixInTime: "Actualice sus datos de Stripe para evitar interrupciones.",
  needsNow: ({ count }) => `Stripe necesita ${details(count)} de su parte.`,

  rejected: "Stripe no puede admitir esta cuenta.",
  rejectedByPlatform: ({ platformName }) => `${platformName} no puede admitir esta cuenta.`,
  appeal: "Si cree que se trata de un error, puede apelar la decisión en el formulario de Stripe.",
  platformPaused: ({ platformName }) => `${platformName} ha puesto en pausa esta cuenta.`,
  requestedCapabilities: ({ platformName }) => `${platformName} debe terminar de configurar esta cuenta.`,
  restricted: "Stripe ha restringido esta cuenta.",
  why: {
    platform: ({ platformName }) => `${platformName} ha desactivado esta función.`,
    unconfirmed: "Los datos no se confirmaron a tiempo.",
    unused: "Stripe desactiva lo que lleva mucho tiempo sin usarse.",
    business: "Stripe no ofrece esta función para su tipo de actividad.",
    country: "Stripe no ofrece esta función en su país.",
    legalForm: "Stripe no ofrece esta función para la forma jurídica de su empresa.",
    restricted: "Stripe ha desactivado esta función.",
    details: "Stripe aún necesita datos para activar esta función.",
    checking: "Stripe aún lo está verificando.",
  },
  unknown: "Hay algo en esta cuenta que requiere su atención.",
  contactStripe: "Póngase en contacto con el soporte de Stripe para saber más.",
  contactPlatform: ({ platformName }) => `Póngase en contacto con ${platformName} para saber más.`,

  readOnly: "Pida el cambio a quien administre la cuenta.",
  due: ({ date }) => `Vence el ${date}`,
  wasDue: ({ date }) => `Venció el ${date}`,

  groups: {
    contact: "Datos de contacto",
    business: "Datos de la empresa",
    tax: "Datos fiscales",
    representative: "Representante de la cuenta",
    owners: "Propietarios y directores",
    identity_document: "Prueba de identidad",
    bank_account: "Cuenta bancaria",
    terms: "Condiciones del servicio",
    other: "Otros datos",
  },
  people: {
    representative: "Representante de la cuenta",
    owner: "Propietario",
    director: "Director o administrador",
    executive: "Ejecutivo",
    authorizer: "Persona autorizada a firmar",
    legal_guardian: "Tutor legal",
    person: "Persona de su empresa",
  },
  roles: {
    representative: "la persona que representa la cuenta",
    owner: "un propietario",
    director: "un director",
    executive: "un ejecutivo",
    authorizer: "la persona autorizada a firmar",
    legal_guardian: "el tutor legal",
    person: "una persona de su empresa",
  },
} satisfies Words;
