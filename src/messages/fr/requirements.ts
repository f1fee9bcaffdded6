import { createExplainer, type RequirementWords, type ThingWords } from "../createExplainer.js";
import { formatList, plural } from "../format.js";
import { requirementErrors } from "./requirementErrors.js";

/** What French has to say about requirements. Nouns stand after « ajoutez » and « attend ». */
export const requirementWords: RequirementWords = {
  things: {
    person_name: detail("Nom", "le nom", "Saisissez le nom légal complet, exactement comme sur la pièce d'identité."),
    person_birth: detail(
      "Date de naissance",
      "la date de naissance",
      "Saisissez la date de naissance qui figure sur la pièce d'identité.",
    ),
    person_address: detail(
      "Adresse",
      "l'adresse",
      "Saisissez l'adresse actuelle du domicile, avec la rue et le numéro, sans boîte postale.",
    ),
    person_email: detail(
      "Adresse e-mail",
      "l'adresse e-mail",
      "Saisissez une adresse e-mail à laquelle cette personne est joignable.",
    ),
    person_phone: detail(
      "Numéro de téléphone",
      "le numéro de téléphone",
      "Saisissez un numéro de téléphone auquel cette personne est joignable.",
    ),
    person_id_number: detail(
      "Numéro d'identification",
      "le numéro d'identification",
      "Saisissez le numéro d'identification personnel tel qu'il a été attribué : aux États-Unis, le numéro de sécurité sociale.",
    ),
    person_nationality: detail(
      "Nationalité",
      "la nationalité",
      "Choisissez la nationalité qui figure sur le passeport ou la pièce d'identité.",
    ),
    person_gender: detail("Genre", "le genre", "Choisissez le genre qui figure sur la pièce d'identité."),
    person_public_office: detail(
      "Exposition politique",
      "l'exposition politique",
      "Indiquez si cette personne ou sa famille proche exerce une haute fonction publique. La loi impose la question.",
    ),
    person_role: detail(
      "Rôle dans l'entreprise",
      "le rôle",
      "Précisez le rôle de cette personne : intitulé du poste, propriétaire, administrateur, et sa part du capital.",
    ),
    person_other: detail(
      "Informations personnelles",
      "les informations personnelles",
      "Saisissez les informations de cette personne exactement comme sur sa pièce d'identité.",
    ),
    identity_document: {
      title: "Justificatif d'identité",
      noun: "une photo de pièce d'identité",
      text: "Importez une photo nette et en couleur du passeport, de la carte d'identité ou du permis de conduire, recto verso.",
      forPerson: (person) => ({
        noun: `une photo de pièce d'identité (${person})`,
        text: `Pour ${person}, importez une photo en couleur du passeport, de la carte d'identité ou du permis.`,
      }),
    },
    second_document: {
      title: "Justificatif de domicile",
      noun: "un justificatif de domicile",
      text: "Importez un second document indiquant l'adresse du domicile, comme une facture d'énergie de moins de six mois.",
      forPerson: (person) => ({
        noun: `un justificatif de domicile (${person})`,
        text: `Pour ${person}, importez un document indiquant l'adresse du domicile, comme une facture d'énergie récente.`,
      }),
    },
    liveness: {
      title: "Vérification par selfie",
      noun: "un selfie",
      text: "Prenez un selfie dans le formulaire Stripe, pour que Stripe le compare à la photo de la pièce d'identité.",
      forPerson: (person) => ({
        noun: `un selfie (${person})`,
        text: `Stripe compare un selfie à la pièce d'identité. ${person} peut le prendre dans le formulaire Stripe.`,
      }),
    },
    passport: {
      title: "Passeport",
      noun: "une photo d'un passeport",
      text: "Importez une photo en couleur de la page du passeport où se trouve le portrait.",
      forPerson: (person) => ({
        noun: `une photo d'un passeport (${person})`,
        text: `Pour ${person}, importez une photo en couleur de la page du passeport où se trouve le portrait.`,
      }),
    },
    visa: {
      title: "Visa",
      noun: "une photo d'un visa",
      text: "Importez une photo en couleur du visa ou du titre de séjour.",
      forPerson: (person) => ({
        noun: `une photo d'un visa (${person})`,
        text: `Pour ${person}, importez une photo en couleur du visa ou du titre de séjour.`,
      }),
    },
    authorization: {
      title: "Lettre d'autorisation",
      noun: "une lettre d'autorisation",
      text: "Importez une lettre signée qui autorise cette personne à agir au nom de l'entreprise.",
      forPerson: (person) => ({
        noun: `une lettre d'autorisation (${person})`,
        text: `Importez une lettre signée qui autorise ${person} à agir au nom de l'entreprise.`,
      }),
    },

    business_type: {
      title: "Type d'entreprise",
      noun: "le type de votre entreprise",
      text: "Indiquez si vous exercez à titre individuel, en société ou comme organisme à but non lucratif.",
    },
    structure: {
      title: "Forme juridique",
      noun: "la forme juridique de votre entreprise",
      text: "Choisissez la forme juridique de votre entreprise, comme société à responsabilité limitée.",
    },
    country: {
      title: "Pays de l'entreprise",
      noun: "le pays de votre entreprise",
      text: "Choisissez le pays dans lequel votre entreprise est immatriculée.",
    },
    company_name: {
      title: "Raison sociale",
      noun: "votre raison sociale",
      text: "Saisissez le nom complet de la société, exactement tel qu'il est enregistré.",
    },
    business_name: {
      title: "Nom commercial",
      noun: "votre nom commercial",
      text: "Saisissez le nom sous lequel vos clients vous connaissent.",
    },
    website: {
      title: "Site web de l'entreprise",
      short: "Site web",
      noun: "un site web fonctionnel pour votre entreprise",
      text: "Stripe a besoin d'un site web en ligne qui montre ce que vous vendez. À défaut, décrivez vos produits.",
    },
    product_description: {
      title: "Description des produits",
      noun: "une description de vos produits",
      text: "Décrivez en une ou deux phrases ce que vous vendez, à qui, et à quel moment vos clients paient.",
    },
    industry: {
      title: "Secteur d'activité",
      noun: "votre secteur d'activité",
      text: "Choisissez le secteur qui correspond le mieux à ce que vend votre entreprise.",
    },
    revenue: {
      title: "Chiffre d'affaires",
      noun: "votre chiffre d'affaires",
      text: "Indiquez le chiffre d'affaires approximatif de votre entreprise. Une estimation suffit.",
    },
    worker_count: {
      title: "Effectif",
      noun: "l'effectif de votre entreprise",
      text: "Indiquez le nombre approximatif de personnes qui travaillent pour l'entreprise.",
    },
    minority_owned: {
      title: "Profil des propriétaires",
      noun: "le profil des propriétaires",
      text: "Dans le formulaire Stripe, choisissez la description des propriétaires, ou préférez ne pas répondre.",
    },
    commerce_disclosure: {
      title: "Page des mentions légales",
      noun: "la page de vos mentions légales",
      text: "Saisissez l'adresse de la page contenant les mentions que la loi japonaise impose aux boutiques en ligne.",
    },
    statement_descriptor: {
      title: "Libellé de relevé bancaire",
      noun: "votre libellé de relevé bancaire",
      text: "Choisissez le nom que vos clients voient sur leur relevé. Il doit ressembler au nom de votre entreprise.",
    },
    registration_number: {
      title: "Numéro d'immatriculation",
      noun: "le numéro d'immatriculation de votre société",
      text: "Saisissez le numéro sous lequel votre société est inscrite au registre du commerce.",
    },
    registration_date: {
      title: "Date d'immatriculation",
      noun: "la date d'immatriculation de votre société",
      text: "Saisissez la date à laquelle votre société a été immatriculée.",
    },
    export_license: {
      title: "Informations d'exportation",
      noun: "vos informations d'exportation",
      text: "Saisissez la licence et le motif d'exportation qui s'appliquent à vos ventes à l'étranger.",
    },
    business_address: {
      title: "Adresse de l'entreprise",
      noun: "l'adresse de votre entreprise",
      text: "Saisissez l'adresse enregistrée de l'entreprise, avec la rue et le numéro, sans boîte postale.",
    },
    business_phone: {
      title: "Téléphone de l'entreprise",
      noun: "le numéro de téléphone de votre entreprise",
      text: "Saisissez un numéro de téléphone auquel Stripe peut joindre votre entreprise.",
    },
    contact_email: {
      title: "E-mail de contact",
      noun: "votre e-mail de contact",
      text: "Saisissez une adresse e-mail à laquelle Stripe peut vous joindre.",
    },
    support: {
      title: "Contact du service client",
      short: "Service client",
      noun: "le contact de votre service client",
      text: "Indiquez comment vos clients peuvent vous joindre. Ces informations figurent sur leurs reçus.",
    },
    tax_id: {
      title: "Numéro fiscal",
      noun: "votre numéro fiscal",
      text: "Saisissez le numéro fiscal de votre entreprise, exactement comme sur le courrier de l'administration fiscale.",
    },
    vat_id: {
      title: "Numéro de TVA",
      noun: "votre numéro de TVA",
      text: "Saisissez le numéro de TVA de votre entreprise, tel qu'il figure sur vos factures.",
    },
    tax_document: {
      title: "Justificatif fiscal",
      noun: "un justificatif de votre numéro fiscal",
      text: "Importez un courrier de l'administration fiscale indiquant le nom de l'entreprise et le numéro fiscal.",
    },
    bank_account: {
      title: "Compte bancaire",
      short: "Coordonnées bancaires",
      noun: "votre compte bancaire",
      text: "Ajoutez le compte bancaire sur lequel Stripe effectue vos virements.",
      again:
        "Stripe n'a pas pu effectuer de virement vers votre compte bancaire. Vérifiez ses coordonnées ou ajoutez-en un autre.",
    },
    bank_proof: {
      title: "Justificatif bancaire",
      short: "Justificatif du compte",
      noun: "un justificatif de votre compte bancaire",
      text: "Importez un relevé ou un courrier de votre banque indiquant votre nom et le numéro de compte.",
    },
    owners: {
      title: "Propriétaires",
      noun: "la liste des propriétaires de l'entreprise",
      text: "Ajoutez toutes les personnes détenant 25 % ou plus de l'entreprise, ou confirmez qu'il n'y en a pas.",
    },
    directors: {
      title: "Administrateurs",
      noun: "la liste des administrateurs de l'entreprise",
      text: "Ajoutez toutes les personnes inscrites au registre comme administrateurs ou gérants de l'entreprise.",
    },
    executives: {
      title: "Dirigeants",
      noun: "la liste des dirigeants de l'entreprise",
      text: "Ajoutez les personnes qui dirigent l'entreprise au quotidien, comme la direction générale.",
    },
    ownership_declaration: {
      title: "Confirmation des propriétaires",
      noun: "votre confirmation des propriétaires",
      text: "Vérifiez la liste des propriétaires dans le formulaire Stripe et confirmez qu'elle est complète.",
    },
    directorship_declaration: {
      title: "Confirmation des administrateurs",
      noun: "votre confirmation des administrateurs",
      text: "Vérifiez la liste des administrateurs dans le formulaire Stripe et confirmez qu'elle est complète.",
    },
    ownership_exemption: {
      title: "Motif d'absence de propriétaires",
      noun: "le motif d'absence de propriétaires déclarés",
      text: "Indiquez dans le formulaire Stripe pourquoi votre entreprise n'a pas à déclarer ses propriétaires.",
    },
    owners_proof: {
      title: "Justificatif de propriété",
      noun: "un justificatif de propriété",
      text: "Importez un document indiquant les bénéficiaires effectifs de l'entreprise, comme un extrait de registre.",
    },
    license: {
      title: "Licence professionnelle",
      noun: "votre licence professionnelle",
      text: "Importez la licence qui autorise votre entreprise à exercer son activité.",
    },
    memorandum: {
      title: "Statuts de la société",
      noun: "les statuts de votre société",
      text: "Importez toutes les pages du document par lequel la société a été constituée.",
    },
    decree: {
      title: "Arrêté ministériel",
      noun: "l'arrêté ministériel",
      text: "Importez l'arrêté par lequel votre société ou association a été agréée.",
    },
    registration_document: {
      title: "Extrait d'immatriculation",
      noun: "un extrait d'immatriculation",
      text: "Importez un extrait récent du registre du commerce, comme un extrait Kbis, avec toutes les pages.",
    },
    address_document: {
      title: "Justificatif d'adresse professionnelle",
      noun: "un justificatif de l'adresse de votre entreprise",
      text: "Importez une facture ou un courrier de moins de six mois indiquant le nom et l'adresse de l'entreprise.",
    },
    presence_document: {
      title: "Preuve d'existence de l'entreprise",
      noun: "une preuve d'existence de votre entreprise",
      text: "Importez un document montrant où l'entreprise exerce, comme un bail ou une photo de la boutique.",
    },
    company_document: {
      title: "Document de la société",
      noun: "un document de votre société",
      text: "Importez un document officiel indiquant le nom, le numéro et l'adresse de la société.",
    },
    representative_declaration: {
      title: "Confirmation du pouvoir d'agir",
      noun: "la confirmation de votre pouvoir d'agir",
      text: "Confirmez dans le formulaire Stripe que vous pouvez agir au nom de cette entreprise.",
    },
    terms: {
      title: "Conditions d'utilisation",
      noun: "votre accord sur les conditions de Stripe",
      text: "Lisez et acceptez les conditions d'utilisation de Stripe à la fin du formulaire Stripe.",
    },

    business_model_verification: {
      title: "Fonctionnement de l'entreprise",
      noun: "une description de votre activité",
      text: "Répondez aux questions de Stripe sur ce que vous vendez et sur vos sources de revenus.",
    },
    restricted_or_prohibited_industry_diligence: {
      title: "Vérification du secteur",
      noun: "des réponses sur votre secteur d'activité",
      text: "Certains secteurs ont des règles particulières. Répondez aux questions de Stripe sur le vôtre.",
    },
    intellectual_property_usage: {
      title: "Droit de vendre ces produits",
      noun: "une preuve de votre droit de vente",
      text: "Montrez à Stripe que vous pouvez vendre des produits de cette marque, par exemple avec une facture ou un contrat.",
    },
    supportability_rejection_appeal: {
      title: "Contestation",
      noun: "votre contestation",
      text: "Stripe n'accepte pas ce type d'activité. S'il s'agit d'une erreur, expliquez-le dans le formulaire Stripe.",
    },
    other_supportability_inquiry: {
      title: "Questions sur votre entreprise",
      noun: "des réponses sur votre entreprise",
      text: "Stripe doit en savoir plus pour accepter votre entreprise. Répondez dans le formulaire Stripe.",
    },
    credit_review: {
      title: "Informations financières",
      noun: "vos informations financières",
      text: "Répondez aux questions de Stripe sur vos finances, pour qu'il puisse évaluer le risque de remboursement.",
    },
    reserve_appeal: {
      title: "Réserve retenue",
      noun: "votre réponse sur la réserve",
      text: "Stripe retient une partie de vos fonds. Vous pouvez demander un réexamen dans le formulaire Stripe.",
    },
    identity_verification: {
      title: "Pièce d'identité et selfie",
      short: "Pièce d'identité avec selfie",
      noun: "une pièce d'identité et un selfie",
      text: "La personne responsable importe une pièce d'identité et prend un selfie dans le formulaire Stripe.",
    },
    url_inquiry: {
      title: "Vérification du site web",
      noun: "une réponse sur votre site web",
      text: "Votre site web doit montrer ce que vous vendez. Complétez-le, puis signalez-le dans le formulaire Stripe.",
    },
    address_verification: {
      title: "Vérification de l'adresse",
      noun: "un document avec votre adresse",
      text: "Importez un document indiquant l'adresse de votre entreprise, comme un bail ou une facture d'énergie.",
    },
    domain_verification: {
      title: "Contrôle de votre site web",
      noun: "une preuve de propriété du site web",
      text: "Montrez à Stripe que le site web est le vôtre. Le formulaire Stripe vous indique comment faire.",
    },
    bank_account_verification: {
      title: "Vérification du compte bancaire",
      short: "Vérification du compte",
      noun: "un justificatif de votre compte bancaire",
      text: "Confirmez votre compte bancaire, par exemple avec un relevé.",
    },
    customer_service_contact: {
      title: "Vérification du service client",
      noun: "le contact de votre service client",
      text: "Confirmez le numéro de téléphone ou l'adresse e-mail où vos clients peuvent vous joindre.",
    },
    fulfillment_policy: {
      title: "Conditions de livraison",
      noun: "vos conditions de livraison",
      text: "Indiquez à Stripe comment et quand vos clients reçoivent leurs achats, et comment vous les remboursez.",
    },
    capability_disable_appeal: {
      title: "Contestation sur un moyen de paiement",
      noun: "votre contestation",
      text: "Stripe a désactivé un moyen de paiement. S'il s'agit d'une erreur, expliquez-le dans le formulaire Stripe.",
    },
    rejection_appeal: {
      title: "Contestation",
      noun: "votre contestation",
      text: "Stripe a fermé ce compte aux paiements. S'il s'agit d'une erreur, expliquez-le dans le formulaire Stripe.",
    },
    platform_concern: {
      title: "Question sur votre compte",
      noun: "une réponse sur votre compte",
      text: "Une question se pose sur l'utilisation de ce compte. Répondez-y dans le formulaire Stripe.",
    },
    other_compliance_inquiry: {
      title: "Informations légales",
      noun: "les informations légales manquantes",
      text: "La loi oblige Stripe à mieux connaître votre entreprise. Répondez dans le formulaire Stripe.",
    },
    other_business_inquiry: {
      title: "Précisions sur votre entreprise",
      noun: "les informations manquantes",
      text: "Stripe a besoin de plus d'informations sur votre entreprise. Répondez dans le formulaire Stripe.",
    },
    inquiry: {
      title: "Question de Stripe",
      noun: "une réponse à la question de Stripe",
      text: "Stripe a une question sur ce compte. Ouvrez le formulaire Stripe pour y répondre.",
    },
    other: {
      title: "Autres informations",
      noun: "les informations manquantes",
      text: "Stripe a besoin d'une autre information. Ouvrez le formulaire Stripe pour la voir et l'ajouter.",
    },
  },
  list: (titles, more) => {
    const [first = "", ...rest] =
      more === 0 ? titles : [...titles, plural("fr", more, { one: `${more} autre`, other: `${more} autres` })];
    return formatList([first, ...rest.map(inside)], "fr");
  },
  errors: requirementErrors,
};

/** The explainer's words. */
export const requirements = createExplainer(requirementWords);

/** A detail of a person. The name stands in brackets: « de » would depend on its first letter. */
function detail(title: string, noun: string, text: string): ThingWords {
  return {
    title,
    text,
    noun: `${noun} d'une personne`,
    forPerson: (person) => ({ noun: `${noun} (${person})` }),
  };
}

/** A title inside of a sentence. */
function inside(title: string): string {
  return title.replace(/^\p{Lu}(?=\p{Ll})/u, (start) => start.toLowerCase());
}
