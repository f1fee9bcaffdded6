/** How connect.js asks for one requirement key. */
export interface Field {
  key: string;
  label: string;
  /** `bank` is a routing and an account number, `document` a photo. */
  input: "text" | "number" | "email" | "tel" | "url" | "select" | "document" | "bank" | "textarea";
  options?: { value: string; label: string }[];
  /** A documented test value that matches, for "Use test data". */
  sample: string;
  /** Fields with the same one belong together. */
  fieldset?: string;
  autocomplete?: string;
  /** Checked when it is given; the message is for the reader. */
  pattern?: { test: RegExp; message: string };
}

type Rule = Omit<Field, "key">;

const BUSINESS_TYPES = [
  { value: "individual", label: "Individual or sole proprietor" },
  { value: "company", label: "Company" },
  { value: "non_profit", label: "Non-profit organization" },
  { value: "government_entity", label: "Government entity" },
];
const INDUSTRIES = [
  { value: "5734", label: "Software" },
  { value: "7372", label: "Programming and data services" },
  { value: "8299", label: "Education" },
  { value: "5999", label: "Retail" },
];
const digits = (count: number, message: string) => ({ test: new RegExp(`^\\d{${count}}$`), message });

/** By the whole key, or by how it ends: the first that fits. */
const RULES: [RegExp, Rule][] = [
  [/^business_type$/, { label: "Type of business", input: "select", options: BUSINESS_TYPES, sample: "company" }],
  [/business_profile\.mcc$/, { label: "Industry", input: "select", options: INDUSTRIES, sample: "5734" }],
  [
    /\.url$/,
    {
      label: "Business website",
      input: "url",
      sample: "https://accessible.stripe.com",
      pattern: { test: /^https?:\/\/[^\s/]+\.[^\s]+$/, message: "Enter a web address that starts with https://" },
    },
  ],
  [
    /product_description$/,
    {
      label: "What you sell",
      input: "textarea",
      sample: "Software subscriptions for small teams, billed monthly.",
      pattern: { test: /\S{1}[\s\S]{9,}/, message: "Describe it in at least ten letters" },
    },
  ],
  [
    /statement_descriptor(_prefix)?$/,
    {
      label: "Name on your customers' bank statements",
      input: "text",
      sample: "FUREVER SOFTWARE",
      pattern: { test: /^(?=.*[A-Za-z])[^<>"'*]{5,22}$/, message: "Use 5 to 22 letters" },
    },
  ],
  [/^external_account$/, { label: "Bank account for payouts", input: "bank", sample: "110000000/000123456789" }],
  [/tax_id$/, { label: "Tax ID (EIN)", input: "text", sample: "000000000", pattern: digits(9, "Enter nine digits") }],
  [
    /id_number$/,
    { label: "Personal ID number", input: "text", sample: "000000000", pattern: digits(9, "Enter nine digits") },
  ],
  [
    /ssn_last_4$/,
    {
      label: "Last 4 digits of Social Security number",
      input: "text",
      sample: "0000",
      pattern: digits(4, "Enter four digits"),
    },
  ],
  [
    /dob\.day$/,
    {
      label: "Day",
      input: "number",
      sample: "1",
      fieldset: "Date of birth",
      autocomplete: "bday-day",
      pattern: { test: /^(0?[1-9]|[12]\d|3[01])$/, message: "Enter a day from 1 to 31" },
    },
  ],
  [
    /dob\.month$/,
    {
      label: "Month",
      input: "number",
      sample: "1",
      fieldset: "Date of birth",
      autocomplete: "bday-month",
      pattern: { test: /^(0?[1-9]|1[0-2])$/, message: "Enter a month from 1 to 12" },
    },
  ],
  [
    /dob\.year$/,
    {
      label: "Year",
      input: "number",
      sample: "1901",
      fieldset: "Date of birth",
      autocomplete: "bday-year",
      pattern: { test: /^(19|20)\d\d$/, message: "Enter a year with four digits" },
    },
  ],
  [
    /email$/,
    {
      label: "E-mail",
      input: "email",
      sample: "jenny.rosen@example.com",
      autocomplete: "email",
      pattern: { test: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, message: "Enter an e-mail address" },
    },
  ],
  [/first_name$/, { label: "First name", input: "text", sample: "Jenny", autocomplete: "given-name" }],
  [/last_name$/, { label: "Last name", input: "text", sample: "Rosen", autocomplete: "family-name" }],
  [
    /company\.name$/,
    { label: "Legal business name", input: "text", sample: "Furever Software LLC", autocomplete: "organization" },
  ],
  [
    /phone$/,
    {
      label: "Phone number",
      input: "tel",
      sample: "0000000000",
      autocomplete: "tel",
      pattern: { test: /^\+?[\d\s()-]{7,20}$/, message: "Enter a phone number" },
    },
  ],
  [
    /address\.line1$/,
    {
      label: "Street address",
      input: "text",
      sample: "address_full_match",
      fieldset: "Address",
      autocomplete: "address-line1",
    },
  ],
  [
    /address\.city$/,
    {
      label: "City",
      input: "text",
      sample: "South San Francisco",
      fieldset: "Address",
      autocomplete: "address-level2",
    },
  ],
  [
    /address\.state$/,
    { label: "State", input: "text", sample: "CA", fieldset: "Address", autocomplete: "address-level1" },
  ],
  [
    /address\.postal_code$/,
    { label: "Postal code", input: "text", sample: "94080", fieldset: "Address", autocomplete: "postal-code" },
  ],
  [
    /_provided$/,
    { label: "Everybody is named", input: "select", options: [{ value: "true", label: "Yes" }], sample: "true" },
  ],
  [/relationship\.title$/, { label: "Job title", input: "text", sample: "CEO", autocomplete: "organization-title" }],
  [
    /verification\.document$/,
    { label: "Photo of an identity document", input: "document", sample: "file_identity_document_success" },
  ],
  [
    /verification\.additional_document$/,
    { label: "Document that shows the address", input: "document", sample: "file_identity_document_success" },
  ],
  [/declaration\.date$/, { label: "Date of the declaration", input: "text", sample: "2026-11-22" }],
  [/declaration\.ip$/, { label: "Signed from (IP address)", input: "text", sample: "203.0.113.7" }],
  [
    /^interv_[^.]+\.bank_account_verification/,
    { label: "Statement of your bank account", input: "document", sample: "file_identity_document_success" },
  ],
  [
    /^interv_[^.]+\.rejection_appeal/,
    {
      label: "Why Stripe should look at your account again",
      input: "textarea",
      sample: "We sell software subscriptions only. The flagged product was removed.",
    },
  ],
  [
    /^interv_/,
    {
      label: "More about your business",
      input: "textarea",
      sample: "We sell software subscriptions to small teams in the United States.",
    },
  ],
];

export function fieldFor(key: string): Field {
  const rule = RULES.find(([pattern]) => pattern.test(key))?.[1];
  if (rule) return { key, ...rule };
  const words = key.slice(key.indexOf(".") + 1).replaceAll(/[._]+/g, " ");
  return { key, label: words.charAt(0).toUpperCase() + words.slice(1), input: "text", sample: "test" };
}

/** What is wrong with a value, in the reader's words, or null. */
export function faultOf(key: string, value: string): { code: string; message: string } | null {
  const field = fieldFor(key);
  if (value.trim() === "") return { code: "information_missing", message: `${field.label} is missing` };
  if (field.options && !field.options.some((option) => option.value === value)) {
    return { code: "invalid_value_other", message: "Choose one of the list" };
  }
  if (field.input === "bank" && !/^\d{9}\/\d{4,17}$/.test(value)) {
    return { code: "invalid_value_other", message: "Enter a routing number of nine digits and an account number" };
  }
  if (field.pattern && !field.pattern.test.test(value)) {
    return {
      code: key.endsWith(".url") ? "invalid_url_format" : "invalid_value_other",
      message: field.pattern.message,
    };
  }
  return null;
}
