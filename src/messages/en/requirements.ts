import { createExplainer, type RequirementWords, type ThingWords } from "../createExplainer.js";
import { requirementErrors } from "./requirementErrors.js";

/** What English has to say about requirements. */
export const requirementWords: RequirementWords = {
  // In the order in which people say them.
  things: {
    person_name: detail("Name", "Enter the full legal name exactly as it is on the official ID."),
    person_birth: detail("Date of birth", "Enter the date of birth as it is on the official ID."),
    person_address: detail("Address", "Enter the current home address with street and number, no P.O. box."),
    person_email: detail("Email address", "Enter an email address on which this person can be reached."),
    person_phone: detail("Phone number", "Enter a phone number on which this person can be reached."),
    person_id_number: detail(
      "ID number",
      "Enter the personal ID number, in the US the Social Security number, exactly as it was issued.",
    ),
    person_nationality: detail("Nationality", "Choose the nationality that is on the passport or ID."),
    person_gender: detail("Gender", "Choose the gender that is on the official ID."),
    person_public_office: detail(
      "Public office",
      "Say whether this person or close family holds a high public office. The law makes Stripe ask.",
    ),
    person_role: detail(
      "Role in the business",
      "Say what this person is in the business: job title, owner, director, and how much they own.",
    ),
    person_other: detail(
      "Personal details",
      "Enter the details of this person exactly as they are on the official ID.",
    ),
    identity_document: {
      title: "Proof of identity",
      noun: "a photo of an ID",
      text: "Upload a sharp color photo of a passport, ID card or driver's license, front and back.",
      forPerson: (person) => ({
        noun: `a photo of ${person}'s ID`,
        text: `Upload a photo of ${person}'s ID: passport, ID card or driver's license, in color.`,
      }),
    },
    second_document: {
      title: "Proof of home address",
      noun: "a proof of home address",
      text: "Upload a second document that shows the home address, such as a utility bill of the last six months.",
      forPerson: (person) => ({
        noun: `a proof of ${person}'s home address`,
        text: `Upload a document that shows the home address of ${person}, such as a recent utility bill.`,
      }),
    },
    liveness: {
      title: "Selfie check",
      noun: "a selfie",
      text: "Take a selfie in Stripe's form, so that Stripe can compare it with the photo on the ID.",
      forPerson: (person) => ({
        noun: `a selfie of ${person}`,
        text: `Stripe compares a selfie of ${person} with the photo on the ID. Take it in Stripe's form.`,
      }),
    },
    passport: {
      title: "Passport",
      noun: "a photo of a passport",
      text: "Upload a color photo of the passport page that shows the picture.",
      forPerson: (person) => ({
        noun: `a photo of ${person}'s passport`,
        text: `Upload a color photo of the page with the picture in ${person}'s passport.`,
      }),
    },
    visa: {
      title: "Visa",
      noun: "a photo of a visa",
      text: "Upload a color photo of the visa or residence permit.",
      forPerson: (person) => ({
        noun: `a photo of ${person}'s visa`,
        text: `Upload a color photo of ${person}'s visa or residence permit.`,
      }),
    },
    authorization: {
      title: "Letter of authorization",
      noun: "a letter of authorization",
      text: "Upload a signed letter that allows this person to act for the business.",
      forPerson: (person) => ({
        noun: `a letter of authorization for ${person}`,
        text: `Upload a signed letter that allows ${person} to act for the business.`,
      }),
    },

    business_type: {
      title: "Business type",
      noun: "your business type",
      text: "Choose whether you work as an individual, a company or a non-profit.",
    },
    structure: {
      title: "Business structure",
      noun: "your business structure",
      text: "Choose the legal form of your business, such as limited company or partnership.",
    },
    country: {
      title: "Country of the business",
      noun: "the country of your business",
      text: "Choose the country in which your business is registered.",
    },
    company_name: {
      title: "Legal company name",
      noun: "your legal company name",
      text: "Enter the company's full name exactly as it is registered.",
    },
    business_name: {
      title: "Business name",
      noun: "your business name",
      text: "Enter the name under which your customers know you.",
    },
    website: {
      title: "Business website",
      short: "Website",
      noun: "a working website for your business",
      text: "Stripe needs a working website that says what you sell. If you have none, describe your products instead.",
    },
    product_description: {
      title: "Product description",
      noun: "a description of what you sell",
      text: "Describe in a sentence or two what you sell, to whom, and when customers pay.",
    },
    industry: {
      title: "Industry",
      noun: "your industry",
      text: "Choose the industry that fits best what your business sells.",
    },
    revenue: {
      title: "Revenue",
      noun: "your revenue",
      text: "Enter about how much your business earns. An estimate is enough.",
    },
    worker_count: {
      title: "Number of workers",
      noun: "the number of your workers",
      text: "Enter about how many people work for the business.",
    },
    minority_owned: {
      title: "Ownership of the business",
      noun: "who owns your business",
      text: "Choose in Stripe's form which description of the owners fits, or that you prefer not to say.",
    },
    commerce_disclosure: {
      title: "Commerce disclosure page",
      noun: "your commerce disclosure page",
      text: "Enter the address of the page with the disclosure that Japanese law asks of online shops.",
    },
    statement_descriptor: {
      title: "Name on bank statements",
      noun: "the name shown on bank statements",
      text: "Choose the name that customers see on their card or bank statement. It must resemble your business name.",
    },
    registration_number: {
      title: "Company registration number",
      noun: "your company registration number",
      text: "Enter the number under which your company stands in the company register.",
    },
    registration_date: {
      title: "Date of registration",
      noun: "the date your company was registered",
      text: "Enter the date on which your company was registered.",
    },
    export_license: {
      title: "Export details",
      noun: "your export details",
      text: "Enter the export license and purpose that apply to sales to other countries.",
    },
    business_address: {
      title: "Business address",
      noun: "your business address",
      text: "Enter the street address of the business as it is registered, no P.O. box.",
    },
    business_phone: {
      title: "Business phone number",
      noun: "your business phone number",
      text: "Enter a phone number on which Stripe reaches your business.",
    },
    contact_email: {
      title: "Contact email",
      noun: "your contact email",
      text: "Enter an email address on which Stripe reaches you.",
    },
    support: {
      title: "Customer support contact",
      short: "Customer support",
      noun: "your customer support contact",
      text: "Tell how your customers reach you. It is shown on their receipts.",
    },
    tax_id: {
      title: "Tax ID",
      noun: "your tax ID",
      text: "Enter your business's tax number exactly as it is on the letter from the tax office.",
    },
    vat_id: {
      title: "VAT number",
      noun: "your VAT number",
      text: "Enter your business's VAT number as it is on your invoices.",
    },
    tax_document: {
      title: "Proof of tax ID",
      noun: "a proof of your tax ID",
      text: "Upload a letter from the tax office that shows the business name and the tax number.",
    },
    bank_account: {
      title: "Bank account",
      short: "Account details",
      noun: "your bank account",
      text: "Add the bank account that Stripe sends your payouts to.",
      again: "Stripe couldn't pay out to your bank account. Check its details, or add another one.",
    },
    bank_proof: {
      title: "Proof of bank account",
      short: "Proof of the account",
      noun: "a proof of your bank account",
      text: "Upload a bank statement or a letter from your bank that shows your name and the account number.",
    },
    owners: {
      title: "Owners",
      noun: "the owners of your business",
      text: "Add everybody who owns 25% or more of the business, or confirm that nobody does.",
    },
    directors: {
      title: "Directors",
      noun: "the directors of your business",
      text: "Add everybody who is registered as a director of the business.",
    },
    executives: {
      title: "Executives",
      noun: "the executives of your business",
      text: "Add the people who run the business day to day, such as the CEO.",
    },
    ownership_declaration: {
      title: "Confirmation of owners",
      noun: "your confirmation of the owners",
      text: "Check the list of owners in Stripe's form and confirm that it is complete.",
    },
    directorship_declaration: {
      title: "Confirmation of directors",
      noun: "your confirmation of the directors",
      text: "Check the list of directors in Stripe's form and confirm that it is complete.",
    },
    ownership_exemption: {
      title: "Reason for not naming owners",
      noun: "the reason for not naming owners",
      text: "Choose in Stripe's form why your business doesn't have to name its owners.",
    },
    owners_proof: {
      title: "Proof of ownership",
      noun: "a proof of ownership",
      text: "Upload a document that shows who owns the business in the end, such as a register extract.",
    },
    license: {
      title: "Business license",
      noun: "your business license",
      text: "Upload the license that allows your business to do what it does.",
    },
    memorandum: {
      title: "Memorandum of association",
      noun: "your memorandum of association",
      text: "Upload all pages of the document with which the company was founded.",
    },
    decree: {
      title: "Ministerial decree",
      noun: "the ministerial decree",
      text: "Upload the decree with which your company or association was approved.",
    },
    registration_document: {
      title: "Proof of registration",
      noun: "a proof of registration",
      text: "Upload a current extract from the company register, all pages.",
    },
    address_document: {
      title: "Proof of business address",
      noun: "a proof of your business address",
      text: "Upload a bill or letter of the last six months that shows the business name and address.",
    },
    presence_document: {
      title: "Proof that the business exists",
      noun: "a proof that your business exists",
      text: "Upload a document that shows where the business works, such as a rental contract or a photo of the shop.",
    },
    company_document: {
      title: "Company document",
      noun: "a company document",
      text: "Upload an official document that shows the company's name, number and address.",
    },
    representative_declaration: {
      title: "Confirmation by the representative",
      noun: "the representative's confirmation",
      text: "Confirm in Stripe's form that you may act for this business.",
    },
    terms: {
      title: "Terms of service",
      noun: "your agreement to Stripe's terms",
      text: "Read and accept Stripe's terms of service at the end of Stripe's form.",
    },

    business_model_verification: {
      title: "How your business works",
      noun: "how your business works",
      text: "Answer Stripe's questions about what you sell and how you earn money.",
    },
    restricted_or_prohibited_industry_diligence: {
      title: "Check of your industry",
      noun: "answers about your industry",
      text: "Some industries have special rules. Answer Stripe's questions about yours.",
    },
    intellectual_property_usage: {
      title: "Right to sell these goods",
      noun: "a proof that you may sell your goods",
      text: "Show Stripe that you may sell goods of this brand, for example with an invoice or a contract.",
    },
    supportability_rejection_appeal: {
      title: "Appeal",
      noun: "your appeal",
      text: "Stripe doesn't support this kind of business. If that is a mistake, explain it in Stripe's form.",
    },
    other_supportability_inquiry: {
      title: "Questions about your business",
      noun: "answers about your business",
      text: "Stripe needs to know more to see whether it can support your business. Answer in Stripe's form.",
    },
    credit_review: {
      title: "Financial details",
      noun: "your financial details",
      text: "Answer Stripe's questions about your finances, so that it can judge the risk of refunds.",
    },
    reserve_appeal: {
      title: "Held reserve",
      noun: "your answer about the reserve",
      text: "Stripe holds back a part of your money for now. You can ask for a new decision in Stripe's form.",
    },
    identity_verification: {
      title: "ID and selfie",
      noun: "an ID and a selfie",
      text: "The person responsible uploads a photo ID and takes a selfie in Stripe's form.",
    },
    url_inquiry: {
      title: "Website check",
      noun: "an answer about your website",
      text: "Your website must show what you sell. Update it, then tell Stripe in its form.",
    },
    address_verification: {
      title: "Check of your address",
      noun: "a document that shows your address",
      text: "Upload a document that shows your business address, such as a lease or a utility bill.",
    },
    domain_verification: {
      title: "Control of your website",
      noun: "a proof that the website is yours",
      text: "Show Stripe that the website is yours. Stripe's form says how.",
    },
    bank_account_verification: {
      title: "Check of your bank account",
      short: "Check of the account",
      noun: "a proof of your bank account",
      text: "Confirm your bank account, for example with a bank statement.",
    },
    customer_service_contact: {
      title: "Check of your support contact",
      noun: "your customer support contact",
      text: "Confirm the phone number or email address on which customers reach you.",
    },
    fulfillment_policy: {
      title: "Delivery terms",
      noun: "your delivery terms",
      text: "Tell Stripe how and when customers get what they buy, and how refunds work.",
    },
    capability_disable_appeal: {
      title: "Appeal about a payment method",
      noun: "your appeal",
      text: "Stripe has turned off a way to pay. If that is a mistake, explain it in Stripe's form.",
    },
    rejection_appeal: {
      title: "Appeal",
      noun: "your appeal",
      text: "Stripe has closed this account to payments. If that is a mistake, explain it in Stripe's form.",
    },
    platform_concern: {
      title: "Question about your account",
      noun: "an answer about your account",
      text: "There is a question about how this account is used. Answer it in Stripe's form.",
    },
    other_compliance_inquiry: {
      title: "Legal details",
      noun: "the legal details that Stripe asks for",
      text: "The law asks Stripe to know more about your business. Answer in Stripe's form.",
    },
    other_business_inquiry: {
      title: "More about your business",
      noun: "the details that Stripe asks for",
      text: "Stripe needs more information about your business. Answer in Stripe's form.",
    },
    inquiry: {
      title: "Question from Stripe",
      noun: "an answer to Stripe's question",
      text: "Stripe has a question about this account. Open Stripe's form to answer it.",
    },
    other: {
      title: "Other details",
      noun: "the details that Stripe asks for",
      text: "Stripe needs another detail. Open Stripe's form to see which and to add it.",
    },
  },
  list: (titles, more) => capitalized(listed(more === 0 ? titles : [...titles, `${more} more`])),
  errors: requirementErrors,
};

/** The explainer's words: loaded on their own, with the first connection that has requirements. */
export const requirements = createExplainer(requirementWords);

/** A detail of a person. */
function detail(title: string, text: string): ThingWords {
  const what = listed([title]);
  return {
    title,
    text,
    noun: `the ${what} of a person`,
    forPerson: (person) => ({ noun: `the ${what} of ${person}` }),
  };
}

/** Titles inside of a sentence: "tax ID, proof of identity and VAT number". */
function listed(titles: readonly string[]): string {
  const words = titles.map((title) =>
    /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title,
  );
  const last = words.pop() ?? "";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
