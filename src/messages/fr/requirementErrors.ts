/** What was wrong with what was sent, and what to do: by Stripe's code, at most 140 characters. */
export const requirementErrors: Record<string, string> = {
  external_request:
    "Un organisme extérieur, comme une banque, demande cela. Ouvrez le formulaire Stripe pour voir ce qu'il faut.",
  information_missing:
    "Il manque un élément important dans ce qui a été envoyé. Ouvrez le formulaire Stripe pour l'ajouter.",

  invalid_address_city_state_postal_code:
    "La ville, la région et le code postal ne correspondent pas. Vérifiez l'adresse.",
  invalid_address_cmra_address:
    "Il semble s'agir d'une domiciliation ou d'un bureau virtuel. Saisissez l'adresse où l'entreprise exerce.",
  invalid_address_highway_contract_box:
    "Une boîte postale rurale n'est pas acceptée. Saisissez l'adresse postale réelle de l'entreprise.",
  invalid_address_private_mailbox:
    "Une boîte aux lettres privée n'est pas acceptée. Saisissez l'adresse réelle de l'entreprise.",
  invalid_address_registered_agent_address:
    "Il semble s'agir de l'adresse d'un domiciliataire. Saisissez celle de l'entreprise ou importez un justificatif.",
  invalid_business_profile_name:
    "Stripe n'a pas reconnu de vrais mots dans le nom commercial. Saisissez le nom que vos clients connaissent.",
  invalid_business_profile_name_denylisted:
    "Le nom commercial est trop général ou appartient à une marque connue. Saisissez le vôtre.",
  invalid_company_name_denylisted:
    "La raison sociale est trop générale ou appartient à une marque connue. Saisissez le nom enregistré.",
  invalid_dob_age_over_maximum: "La date de naissance remonte à plus de 120 ans. Vérifiez l'année.",
  invalid_dob_age_under_18:
    "Cette personne doit avoir au moins 18 ans. Vérifiez la date de naissance ou désignez une autre personne.",
  invalid_dob_age_under_minimum:
    "Cette personne doit avoir au moins 13 ans. Vérifiez la date de naissance ou désignez une autre personne.",
  invalid_product_description_length: "La description des produits est trop courte. Écrivez au moins 10 caractères.",
  invalid_product_description_url_match:
    "La description ne fait que répéter l'adresse de votre site web. Décrivez ce que vous vendez avec des mots.",
  invalid_representative_country:
    "La personne représentante doit résider dans le pays de la société. Corrigez l'adresse ou désignez quelqu'un d'autre.",
  invalid_signator:
    "Stripe n'a pas pu confirmer qui a certifié le document. Importez-en un certifié par un professionnel reconnu.",
  invalid_statement_descriptor_business_mismatch:
    "Le libellé de relevé bancaire doit ressembler à votre nom commercial, à votre raison sociale ou à votre site web.",
  invalid_statement_descriptor_denylisted:
    "Le libellé de relevé bancaire est trop général ou appartient à une marque connue. Choisissez le vôtre.",
  invalid_statement_descriptor_length: "Le libellé de relevé bancaire est trop court. Utilisez au moins 5 caractères.",
  invalid_statement_descriptor_prefix_denylisted:
    "Le libellé abrégé est trop général ou appartient à une marque connue. Choisissez le vôtre.",
  invalid_statement_descriptor_prefix_mismatch:
    "Le libellé abrégé doit ressembler à votre nom commercial, au libellé complet ou à votre site web.",
  invalid_street_address: "Stripe n'a pas trouvé cette rue ou ce numéro. Vérifiez l'orthographe de l'adresse.",
  invalid_tax_id:
    "Le numéro fiscal doit comporter 9 chiffres. Comparez-le avec le courrier de l'administration fiscale.",
  invalid_tax_id_format: "Saisissez les 9 chiffres du numéro fiscal, sans tiret ni espace.",
  invalid_tos_acceptance: "Le numéro fiscal a changé : les conditions de Stripe doivent être acceptées à nouveau.",
  invalid_url_denylisted: "Cette adresse de site web est générique. Saisissez celle de votre propre entreprise.",
  invalid_url_format: "L'adresse du site web est illisible. Écrivez-la comme ceci : https://example.com.",
  invalid_url_length: "L'adresse du site web est trop longue. Saisissez celle de votre page d'accueil.",
  invalid_url_web_presence_detected:
    "Votre entreprise semble vendre en ligne. Saisissez l'adresse du site web, de l'application ou du profil concerné.",
  invalid_url_website_business_information_mismatch:
    "Les informations de votre site web diffèrent de celles de Stripe. Faites-les correspondre aux deux endroits.",
  invalid_url_website_empty:
    "Votre site web est vide. Ajoutez ce que vous vendez et comment vous joindre, puis relancez la vérification.",
  invalid_url_website_inaccessible:
    "Stripe n'a pas pu ouvrir votre site web. Vérifiez qu'il fonctionne ou corrigez l'adresse.",
  invalid_url_website_inaccessible_geoblocked:
    "Votre site web bloque certaines régions. Autorisez les visites depuis les États-Unis ou décrivez vos produits.",
  invalid_url_website_inaccessible_password_protected:
    "Votre site web demande un mot de passe. Ouvrez-le au public ou décrivez plutôt vos produits.",
  invalid_url_website_incomplete:
    "Il manque un élément sur votre site web, comme votre nom ou ce que vous vendez. Ajoutez-le, puis revérifiez.",
  invalid_url_website_incomplete_cancellation_policy:
    "Votre site web n'explique pas comment annuler. Ajoutez-le, puis relancez la vérification.",
  invalid_url_website_incomplete_customer_service_details:
    "Votre site web n'indique pas comment vous joindre. Ajoutez un téléphone ou un e-mail, puis relancez la vérification.",
  invalid_url_website_incomplete_legal_restrictions:
    "Votre site web n'indique pas les restrictions légales sur vos ventes. Ajoutez-les, puis relancez la vérification.",
  invalid_url_website_incomplete_refund_policy:
    "Votre site web n'explique pas les remboursements. Ajoutez-le, puis relancez la vérification.",
  invalid_url_website_incomplete_return_policy:
    "Votre site web n'explique pas les retours. Ajoutez-le, puis relancez la vérification.",
  invalid_url_website_incomplete_terms_and_conditions:
    "Votre site web n'a pas de conditions générales. Ajoutez-les, puis relancez la vérification.",
  invalid_url_website_incomplete_under_construction:
    "Votre site web est encore en construction. Terminez-le ou décrivez plutôt vos produits.",
  invalid_url_website_other:
    "Stripe n'a pas pu confirmer votre entreprise avec ce site web. Vérifiez l'adresse ou décrivez vos produits.",
  invalid_value_other:
    "Une information saisie n'est pas valide. Ouvrez le formulaire Stripe pour voir laquelle et la corriger.",
  unresolvable_ip_address:
    "Stripe n'a pas pu déterminer d'où les conditions ont été acceptées. Acceptez-les à nouveau dans le formulaire Stripe.",
  unresolvable_postal_code: "Stripe n'a pas trouvé ce code postal. Comparez-le avec l'adresse.",
  unsupported_business_type: "Ce type d'entreprise n'est pas disponible dans votre pays. Choisissez-en un autre.",

  verification_directors_mismatch:
    "Les administrateurs diffèrent du registre public. Corrigez la liste et importez un extrait de registre récent.",
  verification_document_address_mismatch:
    "L'adresse du document n'est pas celle saisie. Corrigez l'adresse ou importez un autre document.",
  verification_document_address_missing:
    "Le document n'indique pas l'adresse de la société. Importez-en un qui l'indique.",
  verification_document_corrupt:
    "Le fichier est endommagé. Enregistrez à nouveau le document, puis importez le nouveau fichier.",
  verification_document_country_not_supported:
    "Stripe n'accepte pas ce document de ce pays. Importez-en un autre, comme un passeport.",
  verification_document_directors_mismatch:
    "Les administrateurs ne sont pas ceux du document. Corrigez la liste ou importez un autre document.",
  verification_document_dob_mismatch:
    "La date de naissance du document n'est pas celle saisie. Corrigez-la ou importez un autre document.",
  verification_document_duplicate_type:
    "Il faut deux types de documents différents. Importez-en un second d'un autre type.",
  verification_document_expired: "Le document a expiré ou est trop ancien. Importez-en un en cours de validité.",
  verification_document_failed_copy:
    "C'est la photo d'une copie ou une capture d'écran. Importez une photo du document original.",
  verification_document_failed_greyscale: "L'image est en noir et blanc. Importez-en une en couleur.",
  verification_document_failed_other: "Stripe n'a pas pu confirmer ce document. Importez-en un autre.",
  verification_document_failed_test_mode:
    "Mode test : ce fichier de test échoue toujours. Importez un autre fichier de test.",
  verification_document_fraudulent:
    "Stripe n'a pas pu accepter ce document. Contactez le support Stripe pour continuer.",
  verification_document_id_number_mismatch:
    "Le numéro d'identification du document n'est pas celui saisi. Corrigez-le ou importez un autre document.",
  verification_document_id_number_missing:
    "Le document n'indique pas le numéro d'identification de la société. Importez-en un qui l'indique.",
  verification_document_incomplete: "Il manque des pages ou des parties du document. Importez le document en entier.",
  verification_document_invalid:
    "Stripe n'accepte pas cette pièce. Importez un passeport, une carte d'identité ou un permis de conduire.",
  verification_document_issue_or_expiry_date_missing:
    "Le document n'indique aucune date de délivrance ni d'expiration. Importez-en un qui l'indique.",
  verification_document_manipulated:
    "Le document semble avoir été modifié. Contactez le support Stripe pour continuer.",
  verification_document_missing_back: "Il manque le verso du document. Importez les deux faces.",
  verification_document_missing_front: "Il manque le recto du document. Importez les deux faces.",
  verification_document_name_mismatch:
    "Le nom du document n'est pas celui saisi. Corrigez le nom ou importez un autre document.",
  verification_document_name_missing: "Le document n'indique pas le nom de la société. Importez-en un qui l'indique.",
  verification_document_nationality_mismatch:
    "La nationalité du document n'est pas celle saisie. Corrigez-la ou importez un autre document.",
  verification_document_not_readable:
    "Stripe n'a pas pu lire la photo, floue ou sombre. Reprenez-la avec un bon éclairage et importez-la en couleur.",
  verification_document_not_signed: "Le document n'est pas signé. Signez-le, puis importez-le à nouveau.",
  verification_document_not_uploaded:
    "L'importation a échoué à cause d'un problème de fichier. Importez un autre fichier.",
  verification_document_photo_mismatch:
    "La photo de la pièce d'identité ne correspond pas au selfie. Importez la bonne pièce d'identité.",
  verification_document_too_large: "Le fichier dépasse 10 Mo. Importez-en un plus petit.",
  verification_document_type_not_supported: "Ce type de document n'est pas accepté. Importez-en un d'un autre type.",
  verification_extraneous_directors:
    "Une personne est indiquée à tort comme administrateur. Corrigez la liste et importez un extrait de registre récent.",
  verification_failed_address_match:
    "Stripe n'a pas pu confirmer l'adresse. Corrigez-la ou importez un document qui l'indique.",
  verification_failed_authorizer_authority:
    "La personne signataire n'est pas enregistrée comme habilitée à agir pour l'entreprise. Désignez-en une qui l'est.",
  verification_failed_business_iec_number:
    "Stripe n'a pas pu confirmer le code IEC d'importateur-exportateur. Comparez-le avec le certificat.",
  verification_failed_document_match:
    "Le document doit indiquer le nom, le numéro d'identification et l'adresse de la société. Importez-en un complet.",
  verification_failed_id_number_match:
    "Le numéro d'identification ne correspond pas au document. Corrigez-le ou importez le bon document.",
  verification_failed_keyed_identity:
    "Stripe n'a pas pu confirmer les informations de cette personne. Corrigez-les ou importez une pièce qui correspond.",
  verification_failed_keyed_match:
    "Stripe n'a pas pu confirmer le nom, le numéro ou l'adresse de la société. Corrigez-les ou importez un justificatif.",
  verification_failed_name_match:
    "Stripe n'a pas pu confirmer le nom de la société. Corrigez-le ou importez un document qui l'indique.",
  verification_failed_other:
    "Stripe n'a pas pu confirmer cela. Vérifiez ce qui a été saisi, corrigez-le et envoyez-le à nouveau.",
  verification_failed_representative_authority:
    "Stripe n'a pas pu confirmer que cette personne peut agir pour l'entreprise. Désignez une personne enregistrée.",
  verification_failed_residential_address:
    "Stripe n'a pas pu confirmer le domicile. Saisissez une adresse avec une rue, sans boîte postale.",
  verification_failed_tax_id_match:
    "Stripe n'a pas pu vérifier le numéro fiscal. Vérifiez-le, ainsi que le nom, ou importez le courrier du fisc.",
  verification_failed_tax_id_not_issued:
    "L'administration fiscale ne connaît pas encore ce numéro. Vérifiez-le ou importez le courrier reçu avec lui.",
  verification_legal_entity_structure_mismatch:
    "Le type d'entreprise ou la forme juridique semble inexact. Choisissez ce qui est enregistré.",
  verification_missing_directors:
    "Il manque un administrateur dans la liste. Ajoutez toutes les personnes inscrites à ce titre.",
  verification_missing_executives:
    "Il manque un dirigeant dans la liste. Ajoutez les personnes qui dirigent l'entreprise.",
  verification_missing_owners:
    "Il manque un propriétaire dans la liste. Ajoutez toutes les personnes détenant 25 % ou plus.",
  verification_rejected_ownership_exemption_reason:
    "Stripe n'a pas accepté le motif d'absence de propriétaires. Choisissez-en un autre ou importez un justificatif.",
  verification_requires_additional_memorandum_of_associations:
    "Importez aussi les statuts de chaque société qui détient une part importante de la vôtre.",
  verification_requires_additional_proof_of_registration:
    "Importez aussi un extrait de registre de chaque société qui détient une part importante de la vôtre.",
  verification_selfie_document_missing_photo:
    "La pièce d'identité n'a pas de photo à comparer au selfie. Importez-en une avec photo.",
  verification_selfie_face_mismatch:
    "Le selfie ne correspond pas à la photo de la pièce d'identité. Reprenez-le avec un bon éclairage.",
  verification_selfie_manipulated: "Stripe n'a pas pu accepter ce selfie. Contactez le support Stripe pour continuer.",
  verification_selfie_unverified_other: "Stripe n'a pas pu confirmer le selfie. Reprenez-le avec un bon éclairage.",
  verification_supportability:
    "Stripe doit vérifier s'il peut accepter votre entreprise. Répondez à ses questions dans le formulaire Stripe.",
  verification_token_stale: "Ce qui a été envoyé est trop ancien. Envoyez-le à nouveau dans le formulaire Stripe.",

  // In Stripe's documentation, not in its list of codes.
  invalid_phone_number: "Stripe n'a pas pu joindre ce numéro de téléphone. Vérifiez-le, y compris l'indicatif du pays.",
};
