import type { Messages } from "../messages.js";

export const errors = {
  network: "No se puede contactar con el servidor. Compruebe su conexión a Internet y vuelva a intentarlo.",
  timeout: "El servidor ha tardado demasiado en responder. Vuelva a intentarlo.",
  invalid_response:
    "La respuesta del servidor no se puede leer. Vuelva a intentarlo y, si se repite, póngase en contacto con soporte.",
  session_expired: "Se ha cerrado su sesión. Vuelva a iniciarla para continuar.",
  forbidden: "No tiene permiso para hacer esto. Consulte a quien administre su organización.",
  csrf: "Esta solicitud se ha detenido por su seguridad. Actualice la página y vuelva a intentarlo.",
  rate_limited: "Demasiados intentos. Espere un momento y vuelva a intentarlo.",
  invalid_request: "No se puede hacer con los datos enviados. Actualice la página y vuelva a intentarlo.",
  in_progress: "Esto ya está en marcha. Espere un momento.",
  conflict: "La conexión ha cambiado mientras tanto. Revísela de nuevo antes de decidir.",
  disconnect_blocked: "Stripe todavía no se puede desconectar. Resuelva primero los puntos indicados.",
  country_unsupported: "Stripe no está disponible para empresas de este país. Elija otro país.",
  platform_not_ready: "La conexión con Stripe aún no está activada aquí. Póngase en contacto con soporte.",
  hosted_unavailable: "Stripe no tiene una página aparte para esta cuenta. Reinténtelo aquí o use otro navegador.",
  dashboard_unavailable:
    "Stripe no puede abrir este panel en este momento. Si faltan datos, añádalos primero. De lo contrario, póngase en contacto con soporte.",
  store_unavailable:
    "El servidor no puede guardar cambios en este momento. No se ha cambiado nada. Vuelva a intentarlo en unos minutos.",
  stripe_unavailable:
    "No se puede contactar con Stripe en este momento. No se ha perdido nada. Vuelva a intentarlo en unos minutos.",
  chunk_failed: "Una parte de esta página no se ha cargado. Compruebe su conexión a Internet y vuelva a intentarlo.",
  internal:
    "Se ha producido un error en el servidor. Vuelva a intentarlo y, si se repite, póngase en contacto con soporte.",
} satisfies Messages["errors"];
