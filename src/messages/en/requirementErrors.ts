/** What was wrong with what was sent, and what to do: by Stripe's code, at most 140 characters. */
export const requirementErrors: Record<string, string> = {
  external_request: "Somebody outside Stripe asked for this, such as a bank. Open Stripe's form to see what is needed.",
  information_missing: "Something important is missing from what was sent. Open Stripe's form to add it.",

  invalid_address_city_state_postal_code: "City, state and postal code don't go together. Check the address.",
  invalid_address_cmra_address:
    "This looks like a rented mailbox or virtual office. Enter the street address where the business works.",
  invalid_address_highway_contract_box: "A mail route box can't be used. Enter the street address of the business.",
  invalid_address_private_mailbox: "A private mailbox can't be used. Enter the street address of the business.",
  invalid_address_registered_agent_address:
    "This looks like a registered agent's address. Enter the business's own, or upload a proof that it is right.",
  invalid_business_profile_name: "Stripe couldn't read the business name as real words. Enter the name customers know.",
  invalid_business_profile_name_denylisted:
    "The business name is too general or belongs to a well-known brand. Enter your own.",
  invalid_company_name_denylisted:
    "The company name is too general or belongs to a well-known brand. Enter the registered name.",
  invalid_dob_age_over_maximum: "The date of birth is more than 120 years ago. Check the year.",
  invalid_dob_age_under_18: "This person must be at least 18. Check the date of birth, or name somebody else.",
  invalid_dob_age_under_minimum: "This person must be at least 13. Check the date of birth, or name somebody else.",
  invalid_product_description_length: "The product description is too short. Write at least 10 characters.",
  invalid_product_description_url_match:
    "The product description only repeats your website address. Describe what you sell in words.",
  invalid_representative_country:
    "The representative needs an address in the company's country. Correct it, or name somebody else.",
  invalid_signator:
    "Stripe couldn't confirm who certified the document. Upload one that a recognized professional has certified.",
  invalid_statement_descriptor_business_mismatch:
    "The name on bank statements must resemble your business name, legal name or website.",
  invalid_statement_descriptor_denylisted:
    "The name on bank statements is too general or belongs to a well-known brand. Choose your own.",
  invalid_statement_descriptor_length: "The name on bank statements is too short. Use at least 5 characters.",
  invalid_statement_descriptor_prefix_denylisted:
    "The short name on bank statements is too general or belongs to a well-known brand. Choose your own.",
  invalid_statement_descriptor_prefix_mismatch:
    "The short name on bank statements must resemble your business name, its long form or your website.",
  invalid_street_address: "Stripe couldn't find this street or number. Check the spelling of the address.",
  invalid_tax_id: "The tax number must have 9 digits. Check it against the letter from the tax office.",
  invalid_tax_id_format: "Enter the tax number as 9 digits, without dashes or spaces.",
  invalid_tos_acceptance: "The tax number has changed, so Stripe's terms have to be accepted again.",
  invalid_url_denylisted: "This website address is a general one. Enter the address of your own business.",
  invalid_url_format: "The website address can't be read. Write it like https://example.com.",
  invalid_url_length: "The website address is too long. Enter the address of your home page.",
  invalid_url_web_presence_detected:
    "Your business seems to sell online. Enter the address of the website, app or profile where it does.",
  invalid_url_website_business_information_mismatch:
    "Your website shows other business details than those at Stripe. Make them the same in both places.",
  invalid_url_website_empty: "Your website is empty. Add what you sell and how to reach you, then check again.",
  invalid_url_website_inaccessible: "Stripe couldn't open your website. Check that it works, or correct the address.",
  invalid_url_website_inaccessible_geoblocked:
    "Your website blocks visitors from some regions. Allow visitors from the US, or describe your products instead.",
  invalid_url_website_inaccessible_password_protected:
    "Your website asks for a password. Open it to visitors, or describe your products instead.",
  invalid_url_website_incomplete:
    "Your website misses something, such as your business name or what you sell. Add it, then check again.",
  invalid_url_website_incomplete_cancellation_policy:
    "Your website doesn't say how customers cancel. Add it, then check again.",
  invalid_url_website_incomplete_customer_service_details:
    "Your website doesn't say how customers reach you. Add a phone number or email address, then check again.",
  invalid_url_website_incomplete_legal_restrictions:
    "Your website doesn't name the legal limits on what you sell. Add them, then check again.",
  invalid_url_website_incomplete_refund_policy: "Your website doesn't say how refunds work. Add it, then check again.",
  invalid_url_website_incomplete_return_policy: "Your website doesn't say how returns work. Add it, then check again.",
  invalid_url_website_incomplete_terms_and_conditions:
    "Your website has no terms and conditions. Add them, then check again.",
  invalid_url_website_incomplete_under_construction:
    "Your website is still under construction. Finish it, or describe your products instead.",
  invalid_url_website_other:
    "Stripe couldn't confirm your business with this website. Check the address, or describe your products.",
  invalid_value_other: "Something that was entered isn't valid. Open Stripe's form to see what, and correct it.",
  unresolvable_ip_address:
    "Stripe couldn't tell where the terms were accepted from. Accept them again in Stripe's form.",
  unresolvable_postal_code: "Stripe couldn't find this postal code. Check it against the address.",
  unsupported_business_type: "This business type isn't available in your country. Choose another one.",

  verification_directors_mismatch:
    "The directors differ from the public register. Correct the list, and upload a current proof of directors.",
  verification_document_address_mismatch:
    "The address on the document isn't the one entered. Correct the address, or upload another document.",
  verification_document_address_missing: "The document doesn't show the company's address. Upload one that does.",
  verification_document_corrupt: "The file is damaged. Save the document again, then upload the new file.",
  verification_document_country_not_supported:
    "Stripe can't accept this document from that country. Upload another one, such as a passport.",
  verification_document_directors_mismatch:
    "The directors aren't the ones on the document. Correct the list, or upload another document.",
  verification_document_dob_mismatch:
    "The date of birth on the document isn't the one entered. Correct it, or upload another document.",
  verification_document_duplicate_type:
    "Two different kinds of document are needed. Upload a second one of another kind.",
  verification_document_expired: "The document has expired or is too old. Upload a current one.",
  verification_document_failed_copy:
    "This is a photo of a copy or a screenshot. Upload a photo of the original document.",
  verification_document_failed_greyscale: "The image is black and white. Upload one in color.",
  verification_document_failed_other: "Stripe couldn't confirm this document. Upload another one.",
  verification_document_failed_test_mode: "Test mode: this test file always fails. Upload another test file.",
  verification_document_fraudulent: "Stripe couldn't accept this document. Contact Stripe support to go on.",
  verification_document_id_number_mismatch:
    "The ID number on the document isn't the one entered. Correct it, or upload another document.",
  verification_document_id_number_missing: "The document doesn't show the company's ID number. Upload one that does.",
  verification_document_incomplete: "Pages or parts of the document are missing. Upload the whole document.",
  verification_document_invalid:
    "This isn't an ID that Stripe accepts. Upload a passport, ID card or driver's license.",
  verification_document_issue_or_expiry_date_missing:
    "The document shows no date of issue or expiry. Upload one that does.",
  verification_document_manipulated: "The document seems to have been changed. Contact Stripe support to go on.",
  verification_document_missing_back: "The back of the document is missing. Upload both sides.",
  verification_document_missing_front: "The front of the document is missing. Upload both sides.",
  verification_document_name_mismatch:
    "The name on the document isn't the one entered. Correct the name, or upload another document.",
  verification_document_name_missing: "The document doesn't show the company's name. Upload one that does.",
  verification_document_nationality_mismatch:
    "The nationality on the document isn't the one entered. Correct it, or upload another document.",
  verification_document_not_readable:
    "Stripe couldn't read the photo because it was blurry or dark. Take a new one in good light and upload it in color.",
  verification_document_not_signed: "The document isn't signed. Sign it, then upload it again.",
  verification_document_not_uploaded: "The upload failed because of a problem with the file. Upload another file.",
  verification_document_photo_mismatch: "The photo on the ID doesn't match the selfie. Upload the right ID.",
  verification_document_too_large: "The file is larger than 10 MB. Upload a smaller one.",
  verification_document_type_not_supported: "This kind of document isn't accepted. Upload another kind.",
  verification_extraneous_directors:
    "Somebody is listed as a director who isn't one. Correct the list, and upload a current register extract.",
  verification_failed_address_match:
    "Stripe couldn't confirm the address. Correct it, or upload a document that shows it.",
  verification_failed_authorizer_authority:
    "The authorized signer isn't registered to act for the business. Name somebody who is.",
  verification_failed_business_iec_number:
    "Stripe couldn't confirm the Importer Exporter Code. Check it against the certificate.",
  verification_failed_document_match:
    "The document must show the company's name, ID number and address. Upload one that has all three.",
  verification_failed_id_number_match:
    "The ID number doesn't match the document. Correct the number, or upload the right document.",
  verification_failed_keyed_identity:
    "Stripe couldn't confirm this person's details. Correct them, or upload an ID that matches.",
  verification_failed_keyed_match:
    "Stripe couldn't confirm the company's name, number or address. Correct them, or upload a document with them.",
  verification_failed_name_match:
    "Stripe couldn't confirm the company's name. Correct it, or upload a document that shows it.",
  verification_failed_other: "Stripe couldn't confirm this. Check what was entered, correct it and send it again.",
  verification_failed_representative_authority:
    "Stripe couldn't confirm that the representative may act for the business. Name somebody who is registered.",
  verification_failed_residential_address:
    "Stripe couldn't confirm the home address. Enter a street address, no P.O. box.",
  verification_failed_tax_id_match:
    "Stripe couldn't verify your tax ID. Check the number and the company's name, or upload the tax office's letter.",
  verification_failed_tax_id_not_issued:
    "The tax office doesn't know this tax number yet. Check it, or upload the letter that it came with.",
  verification_legal_entity_structure_mismatch:
    "The business type or legal form seems to be wrong. Choose the one that is registered.",
  verification_missing_directors: "A director is missing from the list. Add everybody who is registered as one.",
  verification_missing_executives: "An executive is missing from the list. Add the people who run the business.",
  verification_missing_owners: "An owner is missing from the list. Add everybody who owns 25% or more.",
  verification_rejected_ownership_exemption_reason:
    "Stripe didn't accept the reason for not naming owners. Choose another, or upload a proof of ownership.",
  verification_requires_additional_memorandum_of_associations:
    "Upload the founding document of each company that holds a large share of yours, too.",
  verification_requires_additional_proof_of_registration:
    "Upload a register extract of each company that holds a large share of yours, too.",
  verification_selfie_document_missing_photo:
    "The ID has no photo to compare the selfie with. Upload an ID with a photo.",
  verification_selfie_face_mismatch: "The selfie doesn't match the photo on the ID. Take a new one in good light.",
  verification_selfie_manipulated: "Stripe couldn't accept this selfie. Contact Stripe support to go on.",
  verification_selfie_unverified_other: "Stripe couldn't confirm the selfie. Take a new one in good light.",
  verification_supportability:
    "Stripe has to check whether it can support your business. Answer its questions in Stripe's form.",
  verification_token_stale: "What was sent is too old to be used. Send it again in Stripe's form.",

  // In Stripe's documentation, not in its list of codes.
  invalid_phone_number: "Stripe couldn't reach this phone number. Check it, with the country code.",
};
