import { createExplainer, type RequirementWords, type ThingWords } from "../createExplainer.js";
import { formatList } from "../format.js";
import { requirementErrors } from "./requirementErrors.js";

/** Nouns are in the accusative: "Ergänzen Sie …", "Stripe benötigt …". */
export const requirementWords: RequirementWords = {
  things: {
    person_name: detail(
      "Name",
      "den Namen",
      "Geben Sie den vollständigen Namen genau so an, wie er im amtlichen Ausweis steht.",
    ),
    person_birth: detail(
      "Geburtsdatum",
      "das Geburtsdatum",
      "Geben Sie das Geburtsdatum so an, wie es im amtlichen Ausweis steht.",
    ),
    person_address: detail(
      "Adresse",
      "die Adresse",
      "Geben Sie die aktuelle Wohnadresse mit Straße und Hausnummer an, kein Postfach.",
    ),
    person_email: detail(
      "E-Mail-Adresse",
      "die E-Mail-Adresse",
      "Geben Sie eine E-Mail-Adresse an, unter der diese Person erreichbar ist.",
    ),
    person_phone: detail(
      "Telefonnummer",
      "die Telefonnummer",
      "Geben Sie eine Telefonnummer an, unter der diese Person erreichbar ist.",
    ),
    person_id_number: detail(
      "Ausweisnummer",
      "die Ausweisnummer",
      "Geben Sie die persönliche Nummer genau wie ausgestellt an, in den USA die Sozialversicherungsnummer.",
    ),
    person_nationality: detail(
      "Staatsangehörigkeit",
      "die Staatsangehörigkeit",
      "Wählen Sie die Staatsangehörigkeit aus, die im Reisepass oder Ausweis steht.",
    ),
    person_gender: detail(
      "Geschlecht",
      "das Geschlecht",
      "Wählen Sie das Geschlecht aus, das im amtlichen Ausweis steht.",
    ),
    person_public_office: detail(
      "Öffentliches Amt",
      "die Angabe zum öffentlichen Amt",
      "Geben Sie an, ob diese Person oder ihre Familie ein hohes öffentliches Amt hat. Das Gesetz verlangt diese Frage.",
    ),
    person_role: detail(
      "Rolle im Unternehmen",
      "die Rolle",
      "Geben Sie an, was diese Person im Unternehmen ist: Position, Geschäftsführung, Anteile und deren Höhe.",
    ),
    person_other: detail(
      "Persönliche Angaben",
      "die persönlichen Angaben",
      "Geben Sie die Daten dieser Person genau so an, wie sie im amtlichen Ausweis stehen.",
    ),
    identity_document: {
      title: "Identitätsnachweis",
      noun: "ein Ausweisfoto",
      text: "Laden Sie ein scharfes Farbfoto von Reisepass, Personalausweis oder Führerschein hoch, Vorder- und Rückseite.",
      forPerson: (person) => ({
        noun: `ein Ausweisfoto für ${person}`,
        text: `Laden Sie für ${person} ein Farbfoto von Reisepass, Personalausweis oder Führerschein hoch.`,
      }),
    },
    second_document: {
      title: "Nachweis der Wohnadresse",
      noun: "einen Nachweis der Wohnadresse",
      text: "Laden Sie ein zweites Dokument mit der Wohnadresse hoch, etwa eine Stromrechnung der letzten sechs Monate.",
      forPerson: (person) => ({
        noun: `einen Nachweis der Wohnadresse für ${person}`,
        text: `Laden Sie für ${person} ein Dokument mit der Wohnadresse hoch, etwa eine aktuelle Stromrechnung.`,
      }),
    },
    liveness: {
      title: "Selfie-Prüfung",
      noun: "ein Selfie",
      text: "Nehmen Sie im Stripe-Formular ein Selfie auf. Stripe vergleicht es mit dem Foto auf dem Ausweis.",
      forPerson: (person) => ({
        noun: `ein Selfie von ${person}`,
        text: `Stripe vergleicht ein Selfie von ${person} mit dem Ausweisfoto. Nehmen Sie es im Stripe-Formular auf.`,
      }),
    },
    passport: {
      title: "Reisepass",
      noun: "ein Foto eines Reisepasses",
      text: "Laden Sie ein Farbfoto der Reisepassseite mit dem Bild hoch.",
      forPerson: (person) => ({
        noun: `ein Reisepassfoto für ${person}`,
        text: `Laden Sie für ${person} ein Farbfoto der Reisepassseite mit dem Bild hoch.`,
      }),
    },
    visa: {
      title: "Visum",
      noun: "ein Foto eines Visums",
      text: "Laden Sie ein Farbfoto des Visums oder Aufenthaltstitels hoch.",
      forPerson: (person) => ({
        noun: `ein Foto des Visums für ${person}`,
        text: `Laden Sie für ${person} ein Farbfoto des Visums oder Aufenthaltstitels hoch.`,
      }),
    },
    authorization: {
      title: "Vollmacht",
      noun: "eine Vollmacht",
      text: "Laden Sie ein unterschriebenes Schreiben hoch, das dieser Person erlaubt, für das Unternehmen zu handeln.",
      forPerson: (person) => ({
        noun: `eine Vollmacht für ${person}`,
        text: `Laden Sie ein unterschriebenes Schreiben hoch, nach dem ${person} für das Unternehmen handeln darf.`,
      }),
    },

    business_type: {
      title: "Unternehmensart",
      noun: "Ihre Unternehmensart",
      text: "Geben Sie an, ob Sie als Einzelperson, Unternehmen oder gemeinnützige Organisation tätig sind.",
    },
    structure: {
      title: "Rechtsform",
      noun: "Ihre Rechtsform",
      text: "Wählen Sie die Rechtsform Ihres Unternehmens aus, etwa GmbH oder Personengesellschaft.",
    },
    country: {
      title: "Land des Unternehmens",
      noun: "das Land Ihres Unternehmens",
      text: "Wählen Sie das Land aus, in dem Ihr Unternehmen eingetragen ist.",
    },
    company_name: {
      title: "Eingetragener Firmenname",
      noun: "Ihren eingetragenen Firmennamen",
      text: "Geben Sie den vollständigen Namen des Unternehmens genau wie eingetragen an.",
    },
    business_name: {
      title: "Unternehmensname",
      noun: "Ihren Unternehmensnamen",
      text: "Geben Sie den Namen an, unter dem Ihre Kundschaft Sie kennt.",
    },
    website: {
      title: "Unternehmenswebsite",
      short: "Website",
      noun: "eine erreichbare Website für Ihr Unternehmen",
      text: "Stripe braucht eine erreichbare Website, die Ihr Angebot zeigt. Ohne Website beschreiben Sie Ihre Produkte.",
    },
    product_description: {
      title: "Produktbeschreibung",
      noun: "eine Produktbeschreibung",
      text: "Beschreiben Sie in ein oder zwei Sätzen, was Sie wem verkaufen und wann bezahlt wird.",
    },
    industry: {
      title: "Branche",
      noun: "Ihre Branche",
      text: "Wählen Sie die Branche aus, die am besten zu Ihrem Angebot passt.",
    },
    revenue: {
      title: "Umsatz",
      noun: "Ihren Umsatz",
      text: "Geben Sie ungefähr an, wie viel Ihr Unternehmen einnimmt. Eine Schätzung genügt.",
    },
    worker_count: {
      title: "Anzahl der Beschäftigten",
      noun: "die Anzahl Ihrer Beschäftigten",
      text: "Geben Sie ungefähr an, wie viele Menschen für das Unternehmen arbeiten.",
    },
    minority_owned: {
      title: "Eigentum am Unternehmen",
      noun: "die Angabe zum Eigentum",
      text: "Wählen Sie im Stripe-Formular aus, wie das Eigentum beschrieben wird, oder dass Sie es nicht angeben möchten.",
    },
    commerce_disclosure: {
      title: "Anbieterangaben für Japan",
      noun: "Ihre Seite mit den Anbieterangaben",
      text: "Geben Sie die Adresse der Seite mit den Angaben an, die das japanische Recht von Onlineshops verlangt.",
    },
    statement_descriptor: {
      title: "Name auf Kontoauszügen",
      noun: "den Namen auf Kontoauszügen",
      text: "Wählen Sie den Namen, den Ihre Kundschaft auf dem Kontoauszug sieht. Er muss Ihrem Unternehmensnamen ähneln.",
    },
    registration_number: {
      title: "Handelsregisternummer",
      noun: "Ihre Handelsregisternummer",
      text: "Geben Sie die Nummer an, unter der Ihr Unternehmen im Handelsregister steht.",
    },
    registration_date: {
      title: "Datum der Eintragung",
      noun: "das Datum der Eintragung Ihres Unternehmens",
      text: "Geben Sie das Datum an, an dem Ihr Unternehmen eingetragen wurde.",
    },
    export_license: {
      title: "Exportangaben",
      noun: "Ihre Exportangaben",
      text: "Geben Sie Exportlizenz und Zweck für Verkäufe in andere Länder an.",
    },
    business_address: {
      title: "Unternehmensadresse",
      noun: "Ihre Unternehmensadresse",
      text: "Geben Sie Straße und Hausnummer des eingetragenen Unternehmenssitzes an, kein Postfach.",
    },
    business_phone: {
      title: "Telefonnummer des Unternehmens",
      short: "Telefonnummer",
      noun: "die Telefonnummer Ihres Unternehmens",
      text: "Geben Sie eine Telefonnummer an, unter der Stripe Ihr Unternehmen erreicht.",
    },
    contact_email: {
      title: "Kontakt-E-Mail-Adresse",
      short: "E-Mail-Adresse",
      noun: "Ihre Kontakt-E-Mail-Adresse",
      text: "Geben Sie eine E-Mail-Adresse an, unter der Stripe Sie erreicht.",
    },
    support: {
      title: "Kontakt zum Kundenservice",
      short: "Kundenservice",
      noun: "den Kontakt zu Ihrem Kundenservice",
      text: "Geben Sie an, wie Ihre Kundschaft Sie erreicht. Es steht auf den Zahlungsbelegen.",
    },
    tax_id: {
      title: "Steuernummer",
      noun: "Ihre Steuernummer",
      text: "Geben Sie die Steuernummer Ihres Unternehmens genau so an, wie sie im Schreiben vom Finanzamt steht.",
    },
    vat_id: {
      title: "Umsatzsteuer-ID",
      noun: "Ihre Umsatzsteuer-ID",
      text: "Geben Sie die Umsatzsteuer-Identifikationsnummer Ihres Unternehmens an, wie sie auf Ihren Rechnungen steht.",
    },
    tax_document: {
      title: "Nachweis der Steuernummer",
      noun: "einen Nachweis Ihrer Steuernummer",
      text: "Laden Sie ein Schreiben vom Finanzamt hoch, das Firmennamen und Steuernummer zeigt.",
    },
    bank_account: {
      title: "Bankkonto",
      short: "Kontodaten",
      noun: "Ihr Bankkonto",
      text: "Fügen Sie das Bankkonto hinzu, auf das Stripe Ihre Auszahlungen überweist.",
      again:
        "Stripe konnte nicht auf Ihr Bankkonto auszahlen. Prüfen Sie die Kontodaten oder fügen Sie ein anderes Konto hinzu.",
    },
    bank_proof: {
      title: "Nachweis des Bankkontos",
      short: "Nachweis des Kontos",
      noun: "einen Nachweis Ihres Bankkontos",
      text: "Laden Sie einen Kontoauszug oder ein Schreiben Ihrer Bank hoch, mit Ihrem Namen und der Kontonummer.",
    },
    owners: {
      title: "Eigentümer",
      noun: "die Eigentümer Ihres Unternehmens",
      text: "Nennen Sie alle, denen mindestens 25 % des Unternehmens gehören, oder bestätigen Sie, dass es niemanden gibt.",
    },
    directors: {
      title: "Geschäftsführung",
      noun: "die Geschäftsführung Ihres Unternehmens",
      text: "Nennen Sie alle, die als Mitglied der Geschäftsführung eingetragen sind.",
    },
    executives: {
      title: "Führungskräfte",
      noun: "die Führungskräfte Ihres Unternehmens",
      text: "Nennen Sie die Personen, die das Unternehmen im Alltag leiten.",
    },
    ownership_declaration: {
      title: "Bestätigung der Eigentümer",
      noun: "Ihre Bestätigung der Eigentümer",
      text: "Prüfen Sie die Liste der Eigentümer im Stripe-Formular und bestätigen Sie, dass sie vollständig ist.",
    },
    directorship_declaration: {
      title: "Bestätigung der Geschäftsführung",
      noun: "Ihre Bestätigung der Geschäftsführung",
      text: "Prüfen Sie im Stripe-Formular die Liste der Geschäftsführung und bestätigen Sie, dass sie vollständig ist.",
    },
    ownership_exemption: {
      title: "Ausnahme von der Eigentümerangabe",
      noun: "den Grund, keine Eigentümer zu nennen",
      text: "Wählen Sie im Stripe-Formular, warum Ihr Unternehmen seine Eigentümer nicht nennen muss.",
    },
    owners_proof: {
      title: "Eigentümernachweis",
      noun: "einen Nachweis der Eigentümer",
      text: "Laden Sie ein Dokument hoch, das zeigt, wem das Unternehmen letztlich gehört, etwa einen Registerauszug.",
    },
    license: {
      title: "Gewerbeerlaubnis",
      noun: "Ihre Gewerbeerlaubnis",
      text: "Laden Sie die Erlaubnis hoch, die Ihr Unternehmen für seine Tätigkeit braucht.",
    },
    memorandum: {
      title: "Gründungsurkunde",
      noun: "Ihre Gründungsurkunde",
      text: "Laden Sie alle Seiten des Dokuments hoch, mit dem das Unternehmen gegründet wurde.",
    },
    decree: {
      title: "Ministerieller Erlass",
      noun: "den ministeriellen Erlass",
      text: "Laden Sie den Erlass hoch, mit dem Ihr Unternehmen oder Verein genehmigt wurde.",
    },
    registration_document: {
      title: "Nachweis der Eintragung",
      noun: "einen Nachweis der Eintragung",
      text: "Laden Sie einen aktuellen Handelsregisterauszug hoch, alle Seiten.",
    },
    address_document: {
      title: "Nachweis der Unternehmensadresse",
      noun: "einen Nachweis Ihrer Unternehmensadresse",
      text: "Laden Sie Rechnung oder Brief der letzten sechs Monate mit Name und Adresse des Unternehmens hoch.",
    },
    presence_document: {
      title: "Nachweis, dass das Unternehmen existiert",
      noun: "einen Nachweis, dass Ihr Unternehmen existiert",
      text: "Laden Sie ein Dokument hoch, das den Standort zeigt, etwa einen Mietvertrag oder ein Foto des Geschäfts.",
    },
    company_document: {
      title: "Unternehmensdokument",
      noun: "ein Unternehmensdokument",
      text: "Laden Sie ein amtliches Dokument mit Name, Nummer und Adresse des Unternehmens hoch.",
    },
    representative_declaration: {
      title: "Bestätigung der Vertretung",
      noun: "die Bestätigung der Kontovertretung",
      text: "Bestätigen Sie im Stripe-Formular, dass Sie für dieses Unternehmen handeln dürfen.",
    },
    terms: {
      title: "Nutzungsbedingungen",
      noun: "Ihre Zustimmung zu Stripes Bedingungen",
      text: "Lesen und akzeptieren Sie die Nutzungsbedingungen von Stripe am Ende des Stripe-Formulars.",
    },

    business_model_verification: {
      title: "Ihr Geschäftsmodell",
      noun: "Angaben zu Ihrem Geschäftsmodell",
      text: "Beantworten Sie Stripes Fragen dazu, was Sie verkaufen und womit Sie Geld verdienen.",
    },
    restricted_or_prohibited_industry_diligence: {
      title: "Prüfung Ihrer Branche",
      noun: "Antworten zu Ihrer Branche",
      text: "Für manche Branchen gelten besondere Regeln. Beantworten Sie Stripes Fragen zu Ihrer.",
    },
    intellectual_property_usage: {
      title: "Recht zum Verkauf dieser Waren",
      noun: "einen Nachweis, dass Sie Ihre Waren verkaufen dürfen",
      text: "Zeigen Sie Stripe, dass Sie Waren dieser Marke verkaufen dürfen, etwa mit einer Rechnung oder einem Vertrag.",
    },
    supportability_rejection_appeal: {
      title: "Einspruch",
      noun: "Ihren Einspruch",
      text: "Stripe unterstützt diese Art von Unternehmen nicht. Ist das ein Irrtum, erklären Sie es im Stripe-Formular.",
    },
    other_supportability_inquiry: {
      title: "Fragen zu Ihrem Unternehmen",
      noun: "Antworten zu Ihrem Unternehmen",
      text: "Stripe braucht mehr Angaben, um über die Unterstützung zu entscheiden. Antworten Sie im Stripe-Formular.",
    },
    credit_review: {
      title: "Finanzangaben",
      noun: "Ihre Finanzangaben",
      text: "Beantworten Sie Stripes Fragen zu Ihren Finanzen, damit sich das Risiko von Erstattungen einschätzen lässt.",
    },
    reserve_appeal: {
      title: "Einbehaltene Reserve",
      noun: "Ihre Antwort zur Reserve",
      text: "Stripe behält vorerst einen Teil Ihres Geldes ein. Im Stripe-Formular können Sie eine neue Prüfung anfordern.",
    },
    identity_verification: {
      title: "Ausweis und Selfie",
      noun: "einen Ausweis und ein Selfie",
      text: "Die verantwortliche Person lädt im Stripe-Formular einen Lichtbildausweis hoch und nimmt ein Selfie auf.",
    },
    url_inquiry: {
      title: "Prüfung der Website",
      noun: "eine Antwort zu Ihrer Website",
      text: "Ihre Website muss Ihr Angebot zeigen. Aktualisieren Sie sie und teilen Sie es Stripe im Formular mit.",
    },
    address_verification: {
      title: "Prüfung Ihrer Adresse",
      noun: "ein Dokument mit Ihrer Adresse",
      text: "Laden Sie ein Dokument mit Ihrer Unternehmensadresse hoch, etwa Mietvertrag oder Stromrechnung.",
    },
    domain_verification: {
      title: "Kontrolle über Ihre Website",
      noun: "einen Nachweis, dass die Website Ihnen gehört",
      text: "Zeigen Sie Stripe, dass die Website Ihnen gehört. Das Stripe-Formular erklärt, wie.",
    },
    bank_account_verification: {
      title: "Prüfung Ihres Bankkontos",
      short: "Prüfung des Kontos",
      noun: "einen Nachweis Ihres Bankkontos",
      text: "Bestätigen Sie Ihr Bankkonto, etwa mit einem Kontoauszug.",
    },
    customer_service_contact: {
      title: "Prüfung des Kundenservice-Kontakts",
      noun: "den Kontakt zu Ihrem Kundenservice",
      text: "Bestätigen Sie die Telefonnummer oder E-Mail-Adresse, unter der Ihre Kundschaft Sie erreicht.",
    },
    fulfillment_policy: {
      title: "Lieferbedingungen",
      noun: "Ihre Lieferbedingungen",
      text: "Geben Sie an, wie und wann geliefert wird und wie Rückerstattungen ablaufen.",
    },
    capability_disable_appeal: {
      title: "Einspruch zu einer Zahlungsmethode",
      noun: "Ihren Einspruch",
      text: "Stripe hat eine Zahlungsmethode ausgeschaltet. Ist das ein Irrtum, erklären Sie es im Stripe-Formular.",
    },
    rejection_appeal: {
      title: "Einspruch",
      noun: "Ihren Einspruch",
      text: "Stripe hat dieses Konto für Zahlungen gesperrt. Ist das ein Irrtum, erklären Sie es im Stripe-Formular.",
    },
    platform_concern: {
      title: "Frage zu Ihrem Konto",
      noun: "eine Antwort zu Ihrem Konto",
      text: "Es gibt eine Frage zur Nutzung dieses Kontos. Beantworten Sie sie im Stripe-Formular.",
    },
    other_compliance_inquiry: {
      title: "Gesetzliche Angaben",
      noun: "die gesetzlichen Angaben, die Stripe anfordert",
      text: "Das Gesetz verpflichtet Stripe, mehr über Ihr Unternehmen zu erfahren. Antworten Sie im Stripe-Formular.",
    },
    other_business_inquiry: {
      title: "Mehr zu Ihrem Unternehmen",
      noun: "die Angaben, die Stripe anfordert",
      text: "Stripe benötigt weitere Angaben zu Ihrem Unternehmen. Antworten Sie im Stripe-Formular.",
    },
    inquiry: {
      title: "Frage von Stripe",
      noun: "eine Antwort auf Stripes Frage",
      text: "Stripe hat eine Frage zu diesem Konto. Öffnen Sie das Stripe-Formular, um sie zu beantworten.",
    },
    other: {
      title: "Weitere Angaben",
      noun: "die Angaben, die Stripe anfordert",
      text: "Stripe benötigt eine weitere Angabe. Das Stripe-Formular zeigt, welche. Ergänzen Sie sie dort.",
    },
  },
  list: (titles, more) => formatList(more === 0 ? titles : [...titles, `${more} weitere`], "de"),
  errors: requirementErrors,
};

/** The explainer's words: loaded on their own, with the first connection that has requirements. */
export const requirements = createExplainer(requirementWords);

/** A detail of a person. */
function detail(title: string, what: string, text: string): ThingWords {
  return {
    title,
    text,
    noun: `${what} einer Person`,
    forPerson: (person) => ({ noun: `${what} von ${person}` }),
  };
}
