/** What was wrong with what was sent, and what to do: by Stripe's code, at most 140 characters. */
export const requirementErrors: Record<string, string> = {
  external_request:
    "Lo ha pedido alguien ajeno a Stripe, como un banco. Abra el formulario de Stripe para ver qué se necesita.",
  information_missing: "Falta algo importante en lo que se envió. Abra el formulario de Stripe para añadirlo.",

  invalid_address_city_state_postal_code:
    "La ciudad, el estado o provincia y el código postal no coinciden. Revise la dirección.",
  invalid_address_cmra_address:
    "Parece un buzón de alquiler o una oficina virtual. Indique la dirección en la que opera la empresa.",
  invalid_address_highway_contract_box:
    "No se admite un buzón de ruta postal. Indique la dirección con calle y número de la empresa.",
  invalid_address_private_mailbox:
    "No se admite un buzón privado. Indique la dirección con calle y número de la empresa.",
  invalid_address_registered_agent_address:
    "Parece la dirección de un agente registrado. Indique la de la empresa o suba un comprobante de que es correcta.",
  invalid_business_profile_name:
    "Stripe no ha reconocido palabras reales en el nombre comercial. Indique el nombre que conocen sus clientes.",
  invalid_business_profile_name_denylisted:
    "El nombre comercial es demasiado general o pertenece a una marca conocida. Indique el suyo.",
  invalid_company_name_denylisted:
    "La razón social es demasiado general o pertenece a una marca conocida. Indique el nombre registrado.",
  invalid_dob_age_over_maximum: "La fecha de nacimiento es de hace más de 120 años. Revise el año.",
  invalid_dob_age_under_18:
    "Esta persona debe tener al menos 18 años. Revise la fecha de nacimiento o indique a otra persona.",
  invalid_dob_age_under_minimum:
    "Esta persona debe tener al menos 13 años. Revise la fecha de nacimiento o indique a otra persona.",
  invalid_product_description_length: "La descripción del producto es demasiado corta. Escriba al menos 10 caracteres.",
  invalid_product_description_url_match:
    "La descripción solo repite la dirección de su sitio web. Explique con palabras qué vende.",
  invalid_representative_country:
    "El representante necesita una dirección en el país de la empresa. Corríjala o indique a otra persona.",
  invalid_signator:
    "Stripe no ha podido confirmar quién certificó el documento. Suba uno certificado por un profesional reconocido.",
  invalid_statement_descriptor_business_mismatch:
    "El nombre en el extracto bancario debe parecerse a su nombre comercial, su razón social o su sitio web.",
  invalid_statement_descriptor_denylisted:
    "El nombre en el extracto bancario es demasiado general o pertenece a una marca conocida. Elija uno propio.",
  invalid_statement_descriptor_length:
    "El nombre en el extracto bancario es demasiado corto. Use al menos 5 caracteres.",
  invalid_statement_descriptor_prefix_denylisted:
    "El nombre corto del extracto bancario es demasiado general o pertenece a una marca conocida. Elija uno propio.",
  invalid_statement_descriptor_prefix_mismatch:
    "El nombre corto del extracto bancario debe parecerse a su nombre comercial, a su forma larga o a su sitio web.",
  invalid_street_address: "Stripe no ha encontrado esta calle o este número. Revise cómo está escrita la dirección.",
  invalid_tax_id: "El número fiscal debe tener 9 cifras. Compárelo con la carta de la autoridad fiscal.",
  invalid_tax_id_format: "Indique las 9 cifras del número fiscal, sin guiones ni espacios.",
  invalid_tos_acceptance:
    "El número fiscal ha cambiado, por lo que hay que aceptar de nuevo las condiciones de Stripe.",
  invalid_url_denylisted: "Esta dirección web es genérica. Indique la de su propia empresa.",
  invalid_url_format: "No se puede leer la dirección del sitio web. Escríbala así: https://example.com.",
  invalid_url_length: "La dirección del sitio web es demasiado larga. Indique la de su página de inicio.",
  invalid_url_web_presence_detected:
    "Parece que su empresa vende en línea. Indique la dirección del sitio web, la aplicación o el perfil donde lo hace.",
  invalid_url_website_business_information_mismatch:
    "Los datos de la empresa en su sitio web no son los de Stripe. Haga que coincidan en ambos lugares.",
  invalid_url_website_empty:
    "Su sitio web está vacío. Añada qué vende y cómo contactar con usted, y repita la comprobación.",
  invalid_url_website_inaccessible:
    "Stripe no ha podido abrir su sitio web. Compruebe que funciona o corrija la dirección.",
  invalid_url_website_inaccessible_geoblocked:
    "Su sitio web bloquea algunas regiones. Permita las visitas desde EE. UU. o describa sus productos.",
  invalid_url_website_inaccessible_password_protected:
    "Su sitio web pide una contraseña. Ábralo al público o describa sus productos.",
  invalid_url_website_incomplete:
    "A su sitio web le falta algo, como el nombre de su empresa o lo que vende. Añádalo y repita la comprobación.",
  invalid_url_website_incomplete_cancellation_policy:
    "Su sitio web no explica cómo cancelar. Añádalo y repita la comprobación.",
  invalid_url_website_incomplete_customer_service_details:
    "Su sitio web no indica cómo contactar con usted. Añada un teléfono o un correo y repita la comprobación.",
  invalid_url_website_incomplete_legal_restrictions:
    "Su sitio web no menciona los límites legales de lo que vende. Añádalos y repita la comprobación.",
  invalid_url_website_incomplete_refund_policy:
    "Su sitio web no explica cómo funcionan los reembolsos. Añádalo y repita la comprobación.",
  invalid_url_website_incomplete_return_policy:
    "Su sitio web no explica cómo funcionan las devoluciones. Añádalo y repita la comprobación.",
  invalid_url_website_incomplete_terms_and_conditions:
    "Su sitio web no tiene términos y condiciones. Añádalos y repita la comprobación.",
  invalid_url_website_incomplete_under_construction:
    "Su sitio web aún está en construcción. Termínelo o describa sus productos.",
  invalid_url_website_other:
    "Stripe no ha podido confirmar su empresa con este sitio web. Revise la dirección o describa sus productos.",
  invalid_value_other:
    "Uno de los datos indicados no es válido. Abra el formulario de Stripe para ver cuál es y corregirlo.",
  unresolvable_ip_address:
    "Stripe no ha podido saber desde dónde se aceptaron las condiciones. Acéptelas de nuevo en el formulario de Stripe.",
  unresolvable_postal_code: "Stripe no ha encontrado este código postal. Compárelo con la dirección.",
  unsupported_business_type: "Este tipo de empresa no está disponible en su país. Elija otro.",

  verification_directors_mismatch:
    "Los directores no coinciden con el registro público. Corrija la lista y suba un comprobante actual.",
  verification_document_address_mismatch:
    "La dirección del documento no es la indicada. Corrija la dirección o suba otro documento.",
  verification_document_address_missing: "El documento no muestra la dirección de la empresa. Suba uno que la muestre.",
  verification_document_corrupt: "El archivo está dañado. Guarde de nuevo el documento y suba el archivo nuevo.",
  verification_document_country_not_supported:
    "Stripe no admite este documento de ese país. Suba otro, como un pasaporte.",
  verification_document_directors_mismatch:
    "Los directores no son los del documento. Corrija la lista o suba otro documento.",
  verification_document_dob_mismatch:
    "La fecha de nacimiento del documento no es la indicada. Corríjala o suba otro documento.",
  verification_document_duplicate_type:
    "Se necesitan dos tipos de documento diferentes. Suba un segundo documento de otro tipo.",
  verification_document_expired: "El documento ha caducado o es demasiado antiguo. Suba uno vigente.",
  verification_document_failed_copy:
    "Es una foto de una copia o una captura de pantalla. Suba una foto del documento original.",
  verification_document_failed_greyscale: "La imagen está en blanco y negro. Suba una en color.",
  verification_document_failed_other: "Stripe no ha podido confirmar este documento. Suba otro.",
  verification_document_failed_test_mode:
    "Modo de prueba: este archivo de prueba siempre falla. Suba otro archivo de prueba.",
  verification_document_fraudulent:
    "Stripe no ha podido aceptar este documento. Póngase en contacto con el soporte de Stripe para continuar.",
  verification_document_id_number_mismatch:
    "El número de identificación del documento no es el indicado. Corríjalo o suba otro documento.",
  verification_document_id_number_missing:
    "El documento no muestra el número de identificación de la empresa. Suba uno que lo muestre.",
  verification_document_incomplete: "Faltan páginas o partes del documento. Suba el documento completo.",
  verification_document_invalid:
    "Stripe no admite este documento. Suba un pasaporte, un documento de identidad o una licencia de conducir.",
  verification_document_issue_or_expiry_date_missing:
    "El documento no muestra fecha de emisión ni de caducidad. Suba uno que la muestre.",
  verification_document_manipulated:
    "El documento parece haberse modificado. Póngase en contacto con el soporte de Stripe para continuar.",
  verification_document_missing_back: "Falta el reverso del documento. Suba ambas caras.",
  verification_document_missing_front: "Falta el anverso del documento. Suba ambas caras.",
  verification_document_name_mismatch:
    "El nombre del documento no es el indicado. Corrija el nombre o suba otro documento.",
  verification_document_name_missing: "El documento no muestra el nombre de la empresa. Suba uno que lo muestre.",
  verification_document_nationality_mismatch:
    "La nacionalidad del documento no es la indicada. Corríjala o suba otro documento.",
  verification_document_not_readable:
    "Stripe no ha podido leer la foto: está borrosa u oscura. Haga otra con buena luz y súbala en color.",
  verification_document_not_signed: "El documento no está firmado. Fírmelo y súbalo de nuevo.",
  verification_document_not_uploaded: "No se ha podido subir por un problema con el archivo. Suba otro archivo.",
  verification_document_photo_mismatch:
    "La foto del documento de identidad no coincide con el selfie. Suba el documento correcto.",
  verification_document_too_large: "El archivo supera los 10 MB. Suba uno más pequeño.",
  verification_document_type_not_supported: "No se admite este tipo de documento. Suba uno de otro tipo.",
  verification_extraneous_directors:
    "En la lista figura como director alguien que no lo es. Corríjala y suba un extracto actual del registro.",
  verification_failed_address_match:
    "Stripe no ha podido confirmar la dirección. Corríjala o suba un documento que la muestre.",
  verification_failed_authorizer_authority:
    "La persona que firma no está registrada para actuar en nombre de la empresa. Indique a una que lo esté.",
  verification_failed_business_iec_number:
    "Stripe no ha podido confirmar el código IEC de importador y exportador. Compárelo con el certificado.",
  verification_failed_document_match:
    "El documento debe mostrar el nombre, el número y la dirección de la empresa. Suba uno que muestre los tres.",
  verification_failed_id_number_match:
    "El número de identificación no coincide con el documento. Corríjalo o suba el documento correcto.",
  verification_failed_keyed_identity:
    "Stripe no ha podido confirmar los datos de esta persona. Corríjalos o suba un documento que coincida.",
  verification_failed_keyed_match:
    "Stripe no ha podido confirmar el nombre, el número o la dirección de la empresa. Corríjalos o suba un comprobante.",
  verification_failed_name_match:
    "Stripe no ha podido confirmar el nombre de la empresa. Corríjalo o suba un documento que lo muestre.",
  verification_failed_other:
    "Stripe no ha podido confirmarlo. Revise los datos indicados, corríjalos y envíelos de nuevo.",
  verification_failed_representative_authority:
    "Stripe no ha podido confirmar que el representante pueda actuar por la empresa. Indique a alguien registrado.",
  verification_failed_residential_address:
    "Stripe no ha podido confirmar el domicilio. Indique una dirección con calle, sin apartado postal.",
  verification_failed_tax_id_match:
    "Stripe no ha podido verificar su número fiscal. Revise el número y el nombre o suba la carta de la autoridad fiscal.",
  verification_failed_tax_id_not_issued:
    "La autoridad fiscal aún no reconoce este número. Revíselo o suba la carta con la que lo recibió.",
  verification_legal_entity_structure_mismatch:
    "El tipo de empresa o la forma jurídica no parece correcto. Elija lo que esté registrado.",
  verification_missing_directors: "Falta un director en la lista. Añada a todas las personas registradas como tales.",
  verification_missing_executives: "Falta un ejecutivo en la lista. Añada a las personas que dirigen la empresa.",
  verification_missing_owners: "Falta un propietario en la lista. Añada a todas las personas que posean el 25 % o más.",
  verification_rejected_ownership_exemption_reason:
    "Stripe no ha aceptado el motivo para no indicar propietarios. Elija otro o suba una prueba de propiedad.",
  verification_requires_additional_memorandum_of_associations:
    "Suba también la escritura de constitución de cada empresa con una participación importante en la suya.",
  verification_requires_additional_proof_of_registration:
    "Suba también un extracto del registro de cada empresa con una participación importante en la suya.",
  verification_selfie_document_missing_photo:
    "El documento no tiene una foto con la que comparar el selfie. Suba uno con foto.",
  verification_selfie_face_mismatch:
    "El selfie no coincide con la foto del documento de identidad. Hágase otro con buena luz.",
  verification_selfie_manipulated:
    "Stripe no ha podido aceptar este selfie. Póngase en contacto con el soporte de Stripe para continuar.",
  verification_selfie_unverified_other: "Stripe no ha podido confirmar el selfie. Hágase otro con buena luz.",
  verification_supportability:
    "Stripe debe comprobar si puede admitir su empresa. Responda a sus preguntas en el formulario de Stripe.",
  verification_token_stale:
    "Lo que se envió es demasiado antiguo para usarse. Envíelo de nuevo en el formulario de Stripe.",

  // In Stripe's documentation, not in its list of codes.
  invalid_phone_number:
    "Stripe no ha podido contactar con este número de teléfono. Revíselo, también el prefijo del país.",
};
