import type { Messages } from "../messages.js";

export const card = {
  title: "Stripe",
  subtitle: "Facturación y transferencias",
  testMode: "Modo de prueba",
  simulated: "Simulación",
  loading: "Cargando la conexión con Stripe",
  stillLoading: "Stripe aún no ha respondido…",
  loadsOnline: "No tiene conexión. El estado aparecerá cuando vuelva a tenerla.",
  loadFailedTitle: "No se puede mostrar la conexión con Stripe.",
  tryAgain: "Reintentar",
  brokenTitle: "Se ha producido un error aquí.",
  brokenText: "Compruebe el estado para ver cómo está su conexión con Stripe.",

  connect: {
    label: "Conectar una cuenta de Stripe",
    pending: "Conectando…",
    haveReady: "Tenga a mano",
    needs: ["Datos de la empresa", "Cuenta bancaria", "Documento de identidad"],
    reuse: "Si ya usa Stripe, puede reutilizar los datos de esa cuenta en el formulario de Stripe.",
    country: "País de su empresa",
    countryPlaceholder: "Elegir un país",
    countryHint: "No podrá cambiarse más adelante.",
    countryMissing: "Elija primero el país.",
  },

  checklist: {
    label: "Lo que necesita Stripe",
    showMore: (count) => `Mostrar ${count} más`,
    showLess: "Mostrar menos",
    detail: "Mensaje de Stripe",
  },

  facts: {
    payments: "Pagos",
    payouts: "Transferencias",
    account: "Cuenta",
    lastChecked: "Última comprobación",
    never: "Todavía no",
    justNow: "Ahora mismo",
  },

  menu: {
    label: "Más acciones",
    update: "Actualizar los datos de Stripe",
    dashboard: "Abrir el panel de Stripe",
    check: "Comprobar el estado ahora",
    copyAccount: "Copiar el ID de la cuenta",
    copySupport: "Copiar los datos para soporte",
    disconnect: "Desconectar",
    startOver: "Empezar de nuevo",
    framed: "Para ello, abra esta página en una pestaña nueva.",
  },

  newTab: "(se abre en una pestaña nueva)",
  tabBlocked: "Su navegador ha bloqueado la pestaña nueva. Abra el panel en esta:",
  copy: "Copiar",
  copied: "Copiado.",
  copyRefused: "Su navegador no ha permitido copiar.",
  copyFailed: "Su navegador no ha permitido copiar. Este es el texto para copiarlo a mano:",
  reference: (id) => `Referencia ${id}`,
  contact: (platformName) => `Contactar con ${platformName}`,
  copyReference: "Copiar la referencia",
  dismiss: "Cerrar",

  stale: {
    unreachable: (platformName, time) =>
      `No se ha podido contactar con ${platformName}. Último estado conocido: ${time}.`,
    offline: (time) => `No tiene conexión. Último estado conocido: ${time}.`,
  },
  startedBy: (name, date) => (date ? `Iniciado por ${name} el ${date}.` : `Iniciado por ${name}.`),
  checkedAt: (time) => `Última comprobación: ${time}.`,
  checked: "Comprobado con Stripe ahora mismo.",
  announcement: (label, sentence) => `Stripe: ${label}. ${sentence}`,

  dialog: {
    loading: "Comprobando qué se detendría al desconectar…",
    cancel: "Cancelar",
    disconnect: {
      title: "¿Desconectar Stripe?",
      lead: "Esta acción no se puede deshacer.",
      confirm: "Desconectar la facturación",
      pending: "Desconectando…",
      stops: {
        plans: ["Sus planes dejan de estar disponibles para sus clientes."],
        billing: ["Ya no se cobra a sus clientes."],
        payouts: ["Stripe ya no transfiere dinero a su cuenta bancaria."],
      },
      payments: "No se aceptan pagos nuevos.",
      again: "Para volver a conectarse, tendrá que configurar una cuenta de Stripe nueva.",
    },
    startOver: {
      title: "¿Empezar de nuevo con Stripe?",
      lead: "Esta acción no se puede deshacer.",
      confirm: "Empezar de nuevo",
      pending: "Empezando de nuevo…",
      stops: ["Se pierde lo que ha introducido en Stripe hasta ahora."],
      again: "Después empezará con una cuenta de Stripe nueva, por ejemplo, para otro país.",
    },
    deletes: "La cuenta de Stripe se cierra definitivamente.",
    detaches: "La cuenta de Stripe se conserva en Stripe. Esta página simplemente deja de usarla.",
    blocked: "Todavía no se puede desconectar",
    warnings: "Conviene saber",
    balance: {
      available: (amount) => `Hay ${amount} en la cuenta. Primero hay que transferir ese saldo.`,
      pending: (amount) => `Hay ${amount} en camino. Espere hasta que se hayan transferido.`,
      reserved: (amount) => `Stripe retiene ${amount} como reserva.`,
    },
    framed: "Esta página se muestra dentro de otro sitio. Para desconectar, ábrala en una pestaña nueva.",
  },

  troubleshoot: {
    question: "¿Por qué sigue en curso?",
    label: "Lo que falta para terminar",
    fix: "Corregir",
    fixThis: (title) => `Corregir: ${title}`,
    forPerson: (person) => `para ${person}`,
    checking: "Stripe lo está verificando",
    alreadySent: "¿Ya lo ha enviado? Stripe puede tardar hasta dos días hábiles en verificarlo.",
    check: "Comprobar de nuevo",
    general: [
      {
        title: "Datos de la empresa incompletos",
        text: "Faltan datos de contacto, datos fiscales u otros datos de su empresa.",
      },
      {
        title: "Verificación de identidad",
        text: "Stripe debe confirmar su identidad. Es posible que se le pida una copia de su documento de identidad.",
      },
    ],
    browser: "En este navegador:",
  },
} satisfies Messages["card"];
