/** What was wrong with what was sent, and what to do: by Stripe's code, at most 140 characters. */
export const requirementErrors: Record<string, string> = {
  external_request:
    "Eine Stelle außerhalb von Stripe hat das angefordert, etwa eine Bank. Öffnen Sie das Stripe-Formular für Näheres.",
  information_missing: "In Ihren Angaben fehlt etwas Wichtiges. Ergänzen Sie es im Stripe-Formular.",

  invalid_address_city_state_postal_code:
    "Ort, Bundesland und Postleitzahl passen nicht zusammen. Prüfen Sie die Adresse.",
  invalid_address_cmra_address:
    "Das sieht nach einem gemieteten Postfach oder virtuellen Büro aus. Geben Sie die Straße des Unternehmenssitzes an.",
  invalid_address_highway_contract_box:
    "Eine Postroutenadresse ist nicht möglich. Geben Sie Straße und Hausnummer des Unternehmens an.",
  invalid_address_private_mailbox:
    "Ein privates Postfach ist nicht möglich. Geben Sie Straße und Hausnummer des Unternehmens an.",
  invalid_address_registered_agent_address:
    "Das sieht nach der Adresse einer Zustellvertretung aus. Geben Sie Ihre eigene an oder laden Sie einen Nachweis hoch.",
  invalid_business_profile_name:
    "Stripe konnte den Unternehmensnamen nicht erkennen. Geben Sie den Namen an, den Ihre Kundschaft kennt.",
  invalid_business_profile_name_denylisted:
    "Der Unternehmensname ist zu allgemein oder gehört zu einer bekannten Marke. Geben Sie Ihren eigenen an.",
  invalid_company_name_denylisted:
    "Der Firmenname ist zu allgemein oder gehört zu einer bekannten Marke. Geben Sie den eingetragenen Namen an.",
  invalid_dob_age_over_maximum: "Das Geburtsdatum liegt mehr als 120 Jahre zurück. Prüfen Sie das Jahr.",
  invalid_dob_age_under_18:
    "Diese Person muss mindestens 18 sein. Prüfen Sie das Geburtsdatum oder nennen Sie eine andere Person.",
  invalid_dob_age_under_minimum:
    "Diese Person muss mindestens 13 sein. Prüfen Sie das Geburtsdatum oder nennen Sie eine andere Person.",
  invalid_product_description_length: "Die Produktbeschreibung ist zu kurz. Schreiben Sie mindestens 10 Zeichen.",
  invalid_product_description_url_match:
    "Die Produktbeschreibung wiederholt nur Ihre Webadresse. Beschreiben Sie in Worten, was Sie verkaufen.",
  invalid_representative_country:
    "Die Kontovertretung braucht eine Adresse im Land des Unternehmens. Ändern Sie die Adresse oder die Person.",
  invalid_signator:
    "Die Beglaubigung ließ sich nicht bestätigen. Laden Sie ein Dokument mit Beglaubigung einer anerkannten Stelle hoch.",
  invalid_statement_descriptor_business_mismatch:
    "Der Name auf Kontoauszügen muss Ihrem Unternehmensnamen, Firmennamen oder Ihrer Website ähneln.",
  invalid_statement_descriptor_denylisted:
    "Der Name auf Kontoauszügen ist zu allgemein oder gehört zu einer bekannten Marke. Wählen Sie einen eigenen.",
  invalid_statement_descriptor_length: "Der Name auf Kontoauszügen ist zu kurz. Nutzen Sie mindestens 5 Zeichen.",
  invalid_statement_descriptor_prefix_denylisted:
    "Der kurze Name auf Kontoauszügen ist zu allgemein oder gehört zu einer bekannten Marke. Wählen Sie einen eigenen.",
  invalid_statement_descriptor_prefix_mismatch:
    "Der kurze Name auf Kontoauszügen muss Ihrem Unternehmensnamen, der langen Fassung oder Ihrer Website ähneln.",
  invalid_street_address:
    "Stripe konnte diese Straße oder Hausnummer nicht finden. Prüfen Sie die Schreibweise der Adresse.",
  invalid_tax_id: "Die Steuernummer muss 9 Ziffern haben. Vergleichen Sie sie mit dem Schreiben vom Finanzamt.",
  invalid_tax_id_format: "Geben Sie die Steuernummer mit 9 Ziffern an, ohne Striche und Leerzeichen.",
  invalid_tos_acceptance:
    "Die Steuernummer hat sich geändert. Deshalb müssen die Nutzungsbedingungen von Stripe erneut akzeptiert werden.",
  invalid_url_denylisted: "Diese Webadresse ist eine allgemeine. Geben Sie die Adresse Ihres eigenen Unternehmens an.",
  invalid_url_format: "Die Webadresse ist nicht lesbar. Schreiben Sie sie wie https://example.com.",
  invalid_url_length: "Die Webadresse ist zu lang. Geben Sie die Adresse Ihrer Startseite an.",
  invalid_url_web_presence_detected:
    "Ihr Unternehmen verkauft anscheinend online. Geben Sie die Adresse der Website, der App oder des Profils an.",
  invalid_url_website_business_information_mismatch:
    "Auf Ihrer Website stehen andere Unternehmensangaben als bei Stripe. Gleichen Sie beide an.",
  invalid_url_website_empty:
    "Ihre Website ist leer. Ergänzen Sie Angebot und Kontaktdaten und lassen Sie dann erneut prüfen.",
  invalid_url_website_inaccessible:
    "Stripe konnte Ihre Website nicht öffnen. Prüfen Sie, ob sie funktioniert, oder korrigieren Sie die Adresse.",
  invalid_url_website_inaccessible_geoblocked:
    "Ihre Website sperrt Besuche aus manchen Regionen. Lassen Sie die USA zu oder beschreiben Sie stattdessen Ihre Produkte.",
  invalid_url_website_inaccessible_password_protected:
    "Ihre Website verlangt ein Passwort. Machen Sie sie öffentlich oder beschreiben Sie stattdessen Ihre Produkte.",
  invalid_url_website_incomplete:
    "Auf Ihrer Website fehlt etwas, etwa Ihr Name oder Ihr Angebot. Ergänzen Sie es und lassen Sie dann erneut prüfen.",
  invalid_url_website_incomplete_cancellation_policy:
    "Ihre Website nennt keine Kündigungsregeln. Ergänzen Sie sie und lassen Sie dann erneut prüfen.",
  invalid_url_website_incomplete_customer_service_details:
    "Auf Ihrer Website fehlt der Kundenkontakt. Ergänzen Sie Telefon oder E-Mail-Adresse und lassen Sie dann erneut prüfen.",
  invalid_url_website_incomplete_legal_restrictions:
    "Ihre Website nennt keine gesetzlichen Beschränkungen für Ihr Angebot. Ergänzen Sie sie und lassen Sie dann erneut prüfen.",
  invalid_url_website_incomplete_refund_policy:
    "Ihre Website nennt keine Regeln für Rückerstattungen. Ergänzen Sie sie und lassen Sie dann erneut prüfen.",
  invalid_url_website_incomplete_return_policy:
    "Ihre Website nennt keine Regeln für Rücksendungen. Ergänzen Sie sie und lassen Sie dann erneut prüfen.",
  invalid_url_website_incomplete_terms_and_conditions:
    "Auf Ihrer Website fehlen die AGB. Ergänzen Sie sie und lassen Sie dann erneut prüfen.",
  invalid_url_website_incomplete_under_construction:
    "Ihre Website ist noch im Aufbau. Stellen Sie sie fertig oder beschreiben Sie stattdessen Ihre Produkte.",
  invalid_url_website_other:
    "Diese Website bestätigt Ihr Unternehmen nicht. Prüfen Sie die Adresse oder beschreiben Sie stattdessen Ihre Produkte.",
  invalid_value_other: "Eine Angabe ist nicht gültig. Das Stripe-Formular zeigt, welche. Korrigieren Sie sie dort.",
  unresolvable_ip_address:
    "Stripe konnte nicht feststellen, von wo aus zugestimmt wurde. Stimmen Sie im Stripe-Formular erneut zu.",
  unresolvable_postal_code: "Stripe konnte diese Postleitzahl nicht finden. Vergleichen Sie sie mit der Adresse.",
  unsupported_business_type: "Diese Unternehmensart gibt es in Ihrem Land nicht. Wählen Sie eine andere.",

  verification_directors_mismatch:
    "Das Register nennt eine andere Geschäftsführung. Korrigieren Sie die Liste und laden Sie einen aktuellen Nachweis hoch.",
  verification_document_address_mismatch:
    "Im Dokument steht eine andere Adresse. Korrigieren Sie Ihre Angabe oder laden Sie ein anderes Dokument hoch.",
  verification_document_address_missing:
    "Im Dokument fehlt die Adresse des Unternehmens. Laden Sie eines hoch, das sie zeigt.",
  verification_document_corrupt:
    "Die Datei ist beschädigt. Speichern Sie das Dokument erneut und laden Sie die neue Datei hoch.",
  verification_document_country_not_supported:
    "Stripe akzeptiert dieses Dokument aus diesem Land nicht. Laden Sie ein anderes hoch, etwa einen Reisepass.",
  verification_document_directors_mismatch:
    "Im Dokument steht eine andere Geschäftsführung. Korrigieren Sie die Liste oder laden Sie ein anderes Dokument hoch.",
  verification_document_dob_mismatch:
    "Im Dokument steht ein anderes Geburtsdatum. Korrigieren Sie Ihre Angabe oder laden Sie ein anderes Dokument hoch.",
  verification_document_duplicate_type:
    "Es werden zwei verschiedene Arten von Dokumenten benötigt. Laden Sie ein zweites anderer Art hoch.",
  verification_document_expired: "Das Dokument ist abgelaufen oder zu alt. Laden Sie ein aktuelles hoch.",
  verification_document_failed_copy:
    "Das ist das Foto einer Kopie oder ein Screenshot. Laden Sie ein Foto des Originals hoch.",
  verification_document_failed_greyscale: "Das Bild ist schwarz-weiß. Laden Sie eines in Farbe hoch.",
  verification_document_failed_other: "Stripe konnte dieses Dokument nicht bestätigen. Laden Sie ein anderes hoch.",
  verification_document_failed_test_mode:
    "Testmodus: Diese Testdatei wird immer abgelehnt. Laden Sie eine andere Testdatei hoch.",
  verification_document_fraudulent:
    "Stripe konnte dieses Dokument nicht annehmen. Wenden Sie sich an den Stripe-Support.",
  verification_document_id_number_mismatch:
    "Im Dokument steht eine andere Nummer. Korrigieren Sie Ihre Angabe oder laden Sie ein anderes Dokument hoch.",
  verification_document_id_number_missing:
    "Im Dokument fehlt die Nummer des Unternehmens. Laden Sie eines hoch, das sie zeigt.",
  verification_document_incomplete:
    "Es fehlen Seiten oder Teile des Dokuments. Laden Sie das vollständige Dokument hoch.",
  verification_document_invalid:
    "Diesen Ausweis akzeptiert Stripe nicht. Laden Sie Reisepass, Personalausweis oder Führerschein hoch.",
  verification_document_issue_or_expiry_date_missing:
    "Im Dokument fehlt das Ausstellungs- oder Ablaufdatum. Laden Sie eines hoch, das es zeigt.",
  verification_document_manipulated: "Das Dokument wurde anscheinend verändert. Wenden Sie sich an den Stripe-Support.",
  verification_document_missing_back: "Die Rückseite des Dokuments fehlt. Laden Sie beide Seiten hoch.",
  verification_document_missing_front: "Die Vorderseite des Dokuments fehlt. Laden Sie beide Seiten hoch.",
  verification_document_name_mismatch:
    "Im Dokument steht ein anderer Name. Korrigieren Sie Ihre Angabe oder laden Sie ein anderes Dokument hoch.",
  verification_document_name_missing:
    "Im Dokument fehlt der Name des Unternehmens. Laden Sie eines hoch, das ihn zeigt.",
  verification_document_nationality_mismatch:
    "Im Dokument steht eine andere Staatsangehörigkeit. Korrigieren Sie sie oder laden Sie ein anderes Dokument hoch.",
  verification_document_not_readable:
    "Das Foto war unscharf oder dunkel und daher nicht lesbar. Laden Sie ein neues hoch: bei gutem Licht und in Farbe.",
  verification_document_not_signed:
    "Das Dokument ist nicht unterschrieben. Unterschreiben Sie es und laden Sie es erneut hoch.",
  verification_document_not_uploaded: "Das Hochladen ist an der Datei gescheitert. Laden Sie eine andere Datei hoch.",
  verification_document_photo_mismatch:
    "Das Foto auf dem Ausweis passt nicht zum Selfie. Laden Sie den richtigen Ausweis hoch.",
  verification_document_too_large: "Die Datei ist größer als 10 MB. Laden Sie eine kleinere hoch.",
  verification_document_type_not_supported:
    "Diese Art von Dokument wird nicht akzeptiert. Laden Sie eine andere Art hoch.",
  verification_extraneous_directors:
    "Eine Person gehört nicht zur Geschäftsführung. Korrigieren Sie die Liste und laden Sie einen Registerauszug hoch.",
  verification_failed_address_match:
    "Stripe konnte die Adresse nicht bestätigen. Korrigieren Sie sie oder laden Sie ein Dokument hoch, das sie zeigt.",
  verification_failed_authorizer_authority:
    "Die zeichnungsberechtigte Person ist dafür nicht eingetragen. Nennen Sie eine eingetragene Person.",
  verification_failed_business_iec_number:
    "Der indische Importer Exporter Code ließ sich nicht bestätigen. Vergleichen Sie ihn mit der Bescheinigung.",
  verification_failed_document_match:
    "Das Dokument muss Name, Nummer und Adresse des Unternehmens zeigen. Laden Sie eines mit allen drei Angaben hoch.",
  verification_failed_id_number_match:
    "Die Nummer passt nicht zum Dokument. Korrigieren Sie die Nummer oder laden Sie das richtige Dokument hoch.",
  verification_failed_keyed_identity:
    "Stripe konnte die Angaben zu dieser Person nicht bestätigen. Korrigieren Sie sie oder laden Sie den Ausweis hoch.",
  verification_failed_keyed_match:
    "Name, Nummer oder Adresse ließen sich nicht bestätigen. Korrigieren Sie sie oder laden Sie ein Dokument damit hoch.",
  verification_failed_name_match:
    "Der Firmenname ließ sich nicht bestätigen. Korrigieren Sie ihn oder laden Sie ein Dokument hoch, das ihn zeigt.",
  verification_failed_other:
    "Stripe konnte das nicht bestätigen. Prüfen Sie die Angaben, korrigieren Sie sie und senden Sie sie erneut.",
  verification_failed_representative_authority:
    "Die Vertretungsbefugnis der Kontovertretung ließ sich nicht bestätigen. Nennen Sie eine eingetragene Person.",
  verification_failed_residential_address:
    "Stripe konnte die Wohnadresse nicht bestätigen. Geben Sie Straße und Hausnummer an, kein Postfach.",
  verification_failed_tax_id_match:
    "Die Steuernummer ließ sich nicht bestätigen. Prüfen Sie sie und den Firmennamen oder laden Sie den Bescheid hoch.",
  verification_failed_tax_id_not_issued:
    "Das Finanzamt kennt diese Steuernummer noch nicht. Prüfen Sie sie oder laden Sie das Schreiben dazu hoch.",
  verification_legal_entity_structure_mismatch:
    "Unternehmensart oder Rechtsform stimmen wohl nicht. Wählen Sie die eingetragene aus.",
  verification_missing_directors:
    "In der Liste fehlt ein Mitglied der Geschäftsführung. Nennen Sie alle, die eingetragen sind.",
  verification_missing_executives:
    "In der Liste fehlt eine Führungskraft. Nennen Sie alle, die das Unternehmen leiten.",
  verification_missing_owners:
    "In der Liste fehlt jemand mit Unternehmensanteilen. Nennen Sie alle mit 25 % oder mehr.",
  verification_rejected_ownership_exemption_reason:
    "Der Grund wurde nicht akzeptiert. Wählen Sie einen anderen oder laden Sie einen Nachweis der Eigentümer hoch.",
  verification_requires_additional_memorandum_of_associations:
    "Laden Sie auch die Gründungsurkunde jeder Firma hoch, die einen großen Anteil an Ihrer hält.",
  verification_requires_additional_proof_of_registration:
    "Laden Sie auch einen Registerauszug jeder Firma hoch, die einen großen Anteil an Ihrer hält.",
  verification_selfie_document_missing_photo:
    "Auf dem Ausweis fehlt ein Foto zum Vergleich mit dem Selfie. Laden Sie einen Ausweis mit Foto hoch.",
  verification_selfie_face_mismatch:
    "Das Selfie passt nicht zum Foto auf dem Ausweis. Nehmen Sie ein neues bei gutem Licht auf.",
  verification_selfie_manipulated: "Stripe konnte dieses Selfie nicht annehmen. Wenden Sie sich an den Stripe-Support.",
  verification_selfie_unverified_other:
    "Stripe konnte das Selfie nicht bestätigen. Nehmen Sie ein neues bei gutem Licht auf.",
  verification_supportability:
    "Stripe muss prüfen, ob Ihr Unternehmen unterstützt wird. Beantworten Sie die Fragen im Stripe-Formular.",
  verification_token_stale: "Das Gesendete ist zu alt. Senden Sie es im Stripe-Formular noch einmal.",

  invalid_phone_number: "Diese Telefonnummer war nicht erreichbar. Prüfen Sie sie samt Ländervorwahl.",
};
