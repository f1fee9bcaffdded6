import type { Messages } from "../messages.js";

export const onboarding = {
  title: "Actualizar los datos de Stripe",
  returnTo: (platform) => `Volver a ${platform}`,
  loading: "Cargando el formulario de Stripe…",
  signIn:
    "Stripe puede abrir una ventana pequeña para iniciar sesión. Si no se abre, permita las ventanas emergentes de este sitio.",
  tryAgain: "Reintentar",
  openHosted: "Abrir Stripe en una página nueva",
  openingHosted: "Abriendo Stripe…",
  copyDetails: "Copiar los datos para soporte",
  copied: "Copiado",
  notCopied: "Su navegador no ha permitido copiar. Estos son los datos para copiarlos a mano:",
  reference: (reference) => `Referencia: ${reference}`,
  anotherBrowser: (platform) =>
    `Si sigue sin funcionar, use otro navegador o envíe los datos para soporte a ${platform}.`,

  failures: {
    script_blocked: {
      title: "Stripe no se ha cargado.",
      text: "Puede que lo impida un bloqueador de contenido o su red. Desactive el bloqueador en esta página y vuelva a intentarlo.",
    },
    script_timeout: {
      title: "Stripe tarda demasiado.",
      text: "Puede que su conexión sea lenta o que algo lo retrase. Vuelva a intentarlo en un momento.",
    },
    script_broken: {
      title: "Stripe no se ha iniciado.",
      text: "Puede que otra parte de esta página o una extensión del navegador interfiera. Reinténtelo o use otro navegador.",
    },
    session_failed: {
      title: "No se ha podido abrir Stripe.",
      text: "No se ha cambiado nada. Vuelva a intentarlo en un momento.",
    },
    bad_publishable_key: {
      title: "Stripe no está bien configurado aquí.",
      text: "Solo puede corregirlo el equipo que gestiona esta página. Le agradecemos que le avise.",
    },
    chunk_failed: {
      title: "Una parte de esta página no se ha cargado.",
      text: "Puede que no tenga conexión o que esta página haya cambiado. Vuelva a intentarlo o actualice la página.",
    },
    api_connection_error: {
      title: "No se puede contactar con Stripe.",
      text: "Compruebe su conexión a Internet y vuelva a intentarlo.",
    },
    authentication_error: {
      title: "Stripe no ha podido iniciar su sesión.",
      text: "Permita las ventanas emergentes de este sitio, reinténtelo y termine de iniciar sesión en la ventana de Stripe.",
    },
    account_session_create_error: {
      title: "No se ha podido abrir Stripe.",
      text: "Stripe no ha aceptado la clave de acceso. Vuelva a intentarlo para obtener una nueva.",
    },
    invalid_request_error: {
      title: "Stripe no ha aceptado la solicitud.",
      text: "Vuelva a intentarlo. Si la dirección de esta página no empieza por https, ábrala primero con https.",
    },
    rate_limit_error: {
      title: "Demasiados intentos en poco tiempo.",
      text: "Espere un minuto y vuelva a intentarlo.",
    },
    render_error: {
      title: "Stripe no ha podido mostrar esto.",
      text: "Puede que una extensión del navegador o su red interfiera. Desactive las extensiones y vuelva a intentarlo.",
    },
    api_error: {
      title: "Se ha producido un error en Stripe.",
      text: "No se ha perdido nada. Vuelva a intentarlo en unos minutos.",
    },
  },

  slow: { title: "Stripe tarda en mostrar esto.", text: "Aparecerá aquí en cuanto se haya cargado." },

  ended: {
    signed_out: {
      title: "Se ha cerrado su sesión.",
      text: "Vuelva a iniciar sesión para continuar. Lo que ha enviado a Stripe se conserva.",
    },
    not_allowed: {
      title: "No puede cambiar esta conexión.",
      text: "Pida a quien administre su organización que lo haga o que le dé permiso.",
    },
    no_account: {
      title: "Esta cuenta de Stripe ya no está conectada.",
      text: "Vuelva atrás para ver los siguientes pasos.",
    },
  },

  findings: {
    offline: "No tiene conexión. Cuando la recupere, vuelva a intentarlo para abrir Stripe.",
    insecure: "Esta página no se sirve por https. Stripe lo exige en el modo activo.",
    isolated:
      "Esta página está aislada de sus ventanas emergentes, por lo que la de inicio de sesión de Stripe puede parecer bloqueada.",
    in_app_browser: "Stripe no funciona dentro de otras aplicaciones. Abra esta página en el navegador de su teléfono.",
    framed: "Esta página se muestra dentro de otro sitio, lo que puede impedir que se abra la ventana de Stripe.",
  },

  comeBack: {
    title: "De vuelta de Stripe",
    checking: "Comprobando con Stripe…",
    renewing: "Abriendo Stripe de nuevo…",
    done: "Gracias. Su conexión está al día.",
    failed: "No se ha podido comprobar con Stripe.",
    notRenewed: "No se ha podido abrir Stripe de nuevo.",
    safe: "Lo que ha enviado a Stripe se conserva.",
  },
} satisfies Messages["onboarding"];
