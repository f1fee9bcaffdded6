import { createExplainer, type RequirementWords, type ThingWords } from "../createExplainer.js";
import { formatList } from "../format.js";
import { requirementErrors } from "./requirementErrors.js";

/** What Spanish has to say about requirements. Nouns stand after «añada» and «necesitará». */
export const requirementWords: RequirementWords = {
  things: {
    person_name: detail(
      "Nombre",
      "el nombre",
      "Indique el nombre legal completo, exactamente como figura en el documento de identidad.",
    ),
    person_birth: detail(
      "Fecha de nacimiento",
      "la fecha de nacimiento",
      "Indique la fecha de nacimiento que figura en el documento de identidad.",
    ),
    person_address: detail(
      "Dirección",
      "la dirección",
      "Indique la dirección actual del domicilio, con calle y número, sin apartado postal.",
    ),
    person_email: detail(
      "Correo electrónico",
      "el correo electrónico",
      "Indique un correo electrónico en el que se pueda localizar a esta persona.",
    ),
    person_phone: detail(
      "Número de teléfono",
      "el número de teléfono",
      "Indique un número de teléfono en el que se pueda localizar a esta persona.",
    ),
    person_id_number: detail(
      "Número de identidad",
      "el número de identidad",
      "Indique el número de identidad personal tal como se emitió; en EE. UU., el de la Seguridad Social.",
    ),
    person_nationality: detail(
      "Nacionalidad",
      "la nacionalidad",
      "Elija la nacionalidad que figura en el pasaporte o documento de identidad.",
    ),
    person_gender: detail("Género", "el género", "Elija el género que figura en el documento de identidad."),
    person_public_office: detail(
      "Cargo público",
      "el cargo público",
      "Indique si esta persona o un familiar cercano ocupa un alto cargo público. La ley obliga a preguntarlo.",
    ),
    person_role: detail(
      "Función en la empresa",
      "la función",
      "Indique qué es esta persona en la empresa: puesto, propietario, director y qué participación tiene.",
    ),
    person_other: detail(
      "Datos personales",
      "los datos personales",
      "Indique los datos de esta persona exactamente como figuran en su documento de identidad.",
    ),
    identity_document: {
      title: "Prueba de identidad",
      noun: "un documento de identidad",
      text: "Suba una foto nítida y en color del pasaporte, documento de identidad o licencia de conducir, por ambas caras.",
      forPerson: (person) => ({
        noun: `el documento de identidad de ${person}`,
        text: `Suba una foto en color del pasaporte, documento o licencia de conducir de ${person}.`,
      }),
    },
    second_document: {
      title: "Comprobante de domicilio",
      noun: "un comprobante de domicilio",
      text: "Suba otro documento que muestre el domicilio, como una factura de luz o agua de los últimos seis meses.",
      forPerson: (person) => ({
        noun: `un comprobante de domicilio de ${person}`,
        text: `Suba un documento que muestre el domicilio de ${person}, como una factura reciente de luz o agua.`,
      }),
    },
    liveness: {
      title: "Verificación con selfie",
      noun: "un selfie",
      text: "Hágase un selfie en el formulario de Stripe para que Stripe lo compare con la foto del documento.",
      forPerson: (person) => ({
        noun: `un selfie de ${person}`,
        text: `Stripe compara un selfie de ${person} con la foto del documento. Se hace en el formulario de Stripe.`,
      }),
    },
    passport: {
      title: "Pasaporte",
      noun: "una foto de un pasaporte",
      text: "Suba una foto en color de la página del pasaporte que muestra el retrato.",
      forPerson: (person) => ({
        noun: `una foto del pasaporte de ${person}`,
        text: `Suba una foto en color de la página con el retrato del pasaporte de ${person}.`,
      }),
    },
    visa: {
      title: "Visado",
      noun: "una foto de un visado",
      text: "Suba una foto en color del visado o del permiso de residencia.",
      forPerson: (person) => ({
        noun: `una foto del visado de ${person}`,
        text: `Suba una foto en color del visado o del permiso de residencia de ${person}.`,
      }),
    },
    authorization: {
      title: "Carta de autorización",
      noun: "una carta de autorización",
      text: "Suba una carta firmada que autorice a esta persona a actuar en nombre de la empresa.",
      forPerson: (person) => ({
        noun: `una carta de autorización para ${person}`,
        text: `Suba una carta firmada que autorice a ${person} a actuar en nombre de la empresa.`,
      }),
    },

    business_type: {
      title: "Tipo de empresa",
      noun: "el tipo de su empresa",
      text: "Elija si trabaja por cuenta propia, como empresa o como organización sin ánimo de lucro.",
    },
    structure: {
      title: "Forma jurídica",
      noun: "la forma jurídica de su empresa",
      text: "Elija la forma jurídica de su empresa, como sociedad limitada o sociedad colectiva.",
    },
    country: {
      title: "País de la empresa",
      noun: "el país de su empresa",
      text: "Elija el país en el que está registrada su empresa.",
    },
    company_name: {
      title: "Razón social",
      noun: "su razón social",
      text: "Indique el nombre completo de la empresa, exactamente como está registrado.",
    },
    business_name: {
      title: "Nombre comercial",
      noun: "su nombre comercial",
      text: "Indique el nombre por el que le conocen sus clientes.",
    },
    website: {
      title: "Sitio web de la empresa",
      short: "Sitio web",
      noun: "un sitio web operativo para su empresa",
      text: "Stripe necesita un sitio web que funcione y muestre lo que vende. Si no tiene, describa sus productos.",
    },
    product_description: {
      title: "Descripción del producto",
      noun: "una descripción de sus productos",
      text: "Describa en una o dos frases qué vende, a quién y cuándo pagan sus clientes.",
    },
    industry: {
      title: "Sector",
      noun: "su sector",
      text: "Elija el sector que mejor se ajuste a lo que vende su empresa.",
    },
    revenue: {
      title: "Ingresos",
      noun: "sus ingresos",
      text: "Indique cuánto ingresa aproximadamente su empresa. Basta con una estimación.",
    },
    worker_count: {
      title: "Número de trabajadores",
      noun: "el número de trabajadores",
      text: "Indique cuántas personas trabajan aproximadamente para la empresa.",
    },
    minority_owned: {
      title: "Perfil de los propietarios",
      noun: "el perfil de los propietarios",
      text: "Elija en el formulario de Stripe la descripción de los propietarios o que prefiere no responder.",
    },
    commerce_disclosure: {
      title: "Página de información legal",
      noun: "su página de información legal",
      text: "Indique la dirección de la página con la información que la ley japonesa exige a las tiendas en línea.",
    },
    statement_descriptor: {
      title: "Nombre en el extracto bancario",
      noun: "el nombre para los extractos bancarios",
      text: "Elija el nombre que sus clientes ven en su extracto. Debe parecerse al nombre de su empresa.",
    },
    registration_number: {
      title: "Número de registro",
      noun: "el número de registro de su empresa",
      text: "Indique el número con el que su empresa figura en el registro mercantil.",
    },
    registration_date: {
      title: "Fecha de registro",
      noun: "la fecha de registro de su empresa",
      text: "Indique la fecha en la que se registró su empresa.",
    },
    export_license: {
      title: "Datos de exportación",
      noun: "sus datos de exportación",
      text: "Indique la licencia y el motivo de exportación que se aplican a sus ventas a otros países.",
    },
    business_address: {
      title: "Dirección de la empresa",
      noun: "la dirección de su empresa",
      text: "Indique la dirección registrada de la empresa, con calle y número, sin apartado postal.",
    },
    business_phone: {
      title: "Teléfono de la empresa",
      noun: "el teléfono de su empresa",
      text: "Indique un número de teléfono en el que Stripe pueda localizar a su empresa.",
    },
    contact_email: {
      title: "Correo de contacto",
      noun: "su correo de contacto",
      text: "Indique un correo electrónico en el que Stripe pueda localizarle.",
    },
    support: {
      title: "Contacto de atención al cliente",
      short: "Atención al cliente",
      noun: "su contacto de atención al cliente",
      text: "Indique cómo pueden contactar sus clientes con usted. Aparece en sus recibos.",
    },
    tax_id: {
      title: "Identificación fiscal",
      noun: "su identificación fiscal",
      text: "Indique el número fiscal de su empresa exactamente como figura en la carta de la autoridad fiscal.",
    },
    vat_id: {
      title: "Número de IVA",
      noun: "su número de IVA",
      text: "Indique el número de IVA de su empresa tal como figura en sus facturas.",
    },
    tax_document: {
      title: "Comprobante fiscal",
      noun: "un comprobante de su número fiscal",
      text: "Suba una carta de la autoridad fiscal que muestre el nombre de la empresa y el número fiscal.",
    },
    bank_account: {
      title: "Cuenta bancaria",
      short: "Datos de la cuenta",
      noun: "su cuenta bancaria",
      text: "Añada la cuenta bancaria a la que Stripe envía sus transferencias.",
      again: "Stripe no ha podido transferir dinero a su cuenta bancaria. Revise sus datos o añada otra cuenta.",
    },
    bank_proof: {
      title: "Comprobante bancario",
      short: "Comprobante de la cuenta",
      noun: "un comprobante de su cuenta bancaria",
      text: "Suba un extracto o una carta de su banco que muestre su nombre y el número de cuenta.",
    },
    owners: {
      title: "Propietarios",
      noun: "la lista de propietarios de su empresa",
      text: "Añada a todas las personas que posean el 25 % o más de la empresa o confirme que no hay ninguna.",
    },
    directors: {
      title: "Directores",
      noun: "la lista de directores de su empresa",
      text: "Añada a todas las personas registradas como directores o administradores de la empresa.",
    },
    executives: {
      title: "Ejecutivos",
      noun: "la lista de ejecutivos de su empresa",
      text: "Añada a las personas que dirigen la empresa en el día a día, como la dirección general.",
    },
    ownership_declaration: {
      title: "Confirmación de propietarios",
      noun: "su confirmación de los propietarios",
      text: "Revise la lista de propietarios en el formulario de Stripe y confirme que está completa.",
    },
    directorship_declaration: {
      title: "Confirmación de directores",
      noun: "su confirmación de los directores",
      text: "Revise la lista de directores en el formulario de Stripe y confirme que está completa.",
    },
    ownership_exemption: {
      title: "Motivo para no indicar propietarios",
      noun: "el motivo para no indicar propietarios",
      text: "Elija en el formulario de Stripe por qué su empresa no tiene que indicar a sus propietarios.",
    },
    owners_proof: {
      title: "Prueba de propiedad",
      noun: "una prueba de propiedad",
      text: "Suba un documento que muestre quién es en última instancia titular de la empresa, como un extracto del registro.",
    },
    license: {
      title: "Licencia comercial",
      noun: "su licencia comercial",
      text: "Suba la licencia que autoriza a su empresa a ejercer su actividad.",
    },
    memorandum: {
      title: "Escritura de constitución",
      noun: "su escritura de constitución",
      text: "Suba todas las páginas del documento con el que se constituyó la empresa.",
    },
    decree: {
      title: "Orden ministerial",
      noun: "la orden ministerial",
      text: "Suba la orden con la que se aprobó su empresa o asociación.",
    },
    registration_document: {
      title: "Prueba de registro",
      noun: "una prueba de registro",
      text: "Suba un extracto actual del registro mercantil, con todas las páginas.",
    },
    address_document: {
      title: "Prueba de dirección de la empresa",
      noun: "una prueba de la dirección de su empresa",
      text: "Suba una factura o carta de los últimos seis meses que muestre el nombre y la dirección de la empresa.",
    },
    presence_document: {
      title: "Prueba de existencia de la empresa",
      noun: "una prueba de existencia de su empresa",
      text: "Suba un documento que muestre dónde opera la empresa, como un contrato de alquiler o una foto de la tienda.",
    },
    company_document: {
      title: "Documento de la empresa",
      noun: "un documento de la empresa",
      text: "Suba un documento oficial que muestre el nombre, el número y la dirección de la empresa.",
    },
    representative_declaration: {
      title: "Confirmación de representación",
      noun: "la confirmación de representación",
      text: "Confirme en el formulario de Stripe que puede actuar en nombre de esta empresa.",
    },
    terms: {
      title: "Condiciones del servicio",
      noun: "su aceptación de las condiciones de Stripe",
      text: "Lea y acepte las condiciones del servicio de Stripe al final del formulario de Stripe.",
    },

    business_model_verification: {
      title: "Cómo funciona su empresa",
      noun: "una descripción de su actividad",
      text: "Responda a las preguntas de Stripe sobre qué vende y cómo obtiene sus ingresos.",
    },
    restricted_or_prohibited_industry_diligence: {
      title: "Verificación del sector",
      noun: "respuestas sobre su sector",
      text: "Algunos sectores tienen normas especiales. Responda a las preguntas de Stripe sobre el suyo.",
    },
    intellectual_property_usage: {
      title: "Derecho a vender estos productos",
      noun: "una prueba de su derecho de venta",
      text: "Demuestre a Stripe que puede vender productos de esta marca, por ejemplo, con una factura o un contrato.",
    },
    supportability_rejection_appeal: {
      title: "Apelación",
      noun: "su apelación",
      text: "Stripe no admite este tipo de actividad. Si se trata de un error, explíquelo en el formulario de Stripe.",
    },
    other_supportability_inquiry: {
      title: "Preguntas sobre su empresa",
      noun: "respuestas sobre su empresa",
      text: "Stripe debe saber más para ver si puede admitir su empresa. Responda en el formulario de Stripe.",
    },
    credit_review: {
      title: "Datos financieros",
      noun: "sus datos financieros",
      text: "Responda a las preguntas de Stripe sobre sus finanzas para que evalúe el riesgo de reembolsos.",
    },
    reserve_appeal: {
      title: "Reserva retenida",
      noun: "su respuesta sobre la reserva",
      text: "Stripe retiene por ahora parte de su dinero. Puede solicitar una nueva decisión en el formulario de Stripe.",
    },
    identity_verification: {
      title: "Identificación y selfie",
      short: "Identificación con selfie",
      noun: "una identificación y un selfie",
      text: "La persona responsable sube un documento con foto y se hace un selfie en el formulario de Stripe.",
    },
    url_inquiry: {
      title: "Verificación del sitio web",
      noun: "una respuesta sobre su sitio web",
      text: "Su sitio web debe mostrar lo que vende. Actualícelo y comuníquelo en el formulario de Stripe.",
    },
    address_verification: {
      title: "Verificación de la dirección",
      noun: "un documento con su dirección",
      text: "Suba un documento que muestre la dirección de su empresa, como un contrato de alquiler o una factura de luz.",
    },
    domain_verification: {
      title: "Control de su sitio web",
      noun: "una prueba de propiedad del sitio web",
      text: "Demuestre a Stripe que el sitio web es suyo. El formulario de Stripe le indica cómo hacerlo.",
    },
    bank_account_verification: {
      title: "Verificación de la cuenta bancaria",
      short: "Verificación de la cuenta",
      noun: "un comprobante de su cuenta bancaria",
      text: "Confirme su cuenta bancaria, por ejemplo, con un extracto.",
    },
    customer_service_contact: {
      title: "Verificación de atención al cliente",
      noun: "su contacto de atención al cliente",
      text: "Confirme el teléfono o el correo electrónico en el que sus clientes contactan con usted.",
    },
    fulfillment_policy: {
      title: "Condiciones de entrega",
      noun: "sus condiciones de entrega",
      text: "Explique a Stripe cómo y cuándo reciben los clientes sus compras y cómo funcionan los reembolsos.",
    },
    capability_disable_appeal: {
      title: "Apelación por un método de pago",
      noun: "su apelación",
      text: "Stripe ha desactivado un método de pago. Si se trata de un error, explíquelo en el formulario de Stripe.",
    },
    rejection_appeal: {
      title: "Apelación",
      noun: "su apelación",
      text: "Stripe ha cerrado esta cuenta a los pagos. Si se trata de un error, explíquelo en el formulario de Stripe.",
    },
    platform_concern: {
      title: "Pregunta sobre su cuenta",
      noun: "una respuesta sobre su cuenta",
      text: "Hay una pregunta sobre el uso de esta cuenta. Respóndala en el formulario de Stripe.",
    },
    other_compliance_inquiry: {
      title: "Datos legales",
      noun: "los datos legales que faltan",
      text: "La ley exige que Stripe conozca mejor su empresa. Responda en el formulario de Stripe.",
    },
    other_business_inquiry: {
      title: "Más sobre su empresa",
      noun: "los datos que faltan",
      text: "Stripe necesita más información sobre su empresa. Responda en el formulario de Stripe.",
    },
    inquiry: {
      title: "Pregunta de Stripe",
      noun: "una respuesta a la pregunta de Stripe",
      text: "Stripe tiene una pregunta sobre esta cuenta. Abra el formulario de Stripe para responderla.",
    },
    other: {
      title: "Otros datos",
      noun: "los datos que faltan",
      text: "Stripe necesita otro dato. Abra el formulario de Stripe para ver cuál es y añadirlo.",
    },
  },
  list: (titles, more) => {
    const [first = "", ...rest] = more === 0 ? titles : [...titles, `${more} más`];
    return formatList([first, ...rest.map(inside)], "es");
  },
  errors: requirementErrors,
};

/** The explainer's words. */
export const requirements = createExplainer(requirementWords);

/** A detail of a person. */
function detail(title: string, noun: string, text: string): ThingWords {
  return {
    title,
    text,
    noun: `${noun} de una persona`,
    forPerson: (person) => ({ noun: `${noun} de ${person}` }),
  };
}

/** A title inside of a sentence. */
function inside(title: string): string {
  return title.replace(/^\p{Lu}(?=\p{Ll})/u, (start) => start.toLowerCase());
}
