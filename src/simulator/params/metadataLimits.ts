import { invalidRequest } from "../api/stripeFailure.js";

const MAX_KEYS = 50;
const MAX_KEY_LENGTH = 40;
const MAX_VALUE_LENGTH = 500;

/** Throws Stripe's refusal of one pair of `metadata`. */
export function checkMetadataPair(key: string, value: string): void {
  const param = `metadata[${key}]`;
  if (key.length > MAX_KEY_LENGTH) {
    throw invalidRequest(
      `Metadata keys can have up to ${MAX_KEY_LENGTH} characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
      { param },
    );
  }
  if (value.length > MAX_VALUE_LENGTH) {
    throw invalidRequest(
      `Metadata values can have up to ${MAX_VALUE_LENGTH} characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value}`,
      { param },
    );
  }
}

/** Throws Stripe's refusal of more pairs than an object may have, with those that it had. */
export function checkMetadataSize(metadata: Readonly<Record<string, string>>): void {
  const count = Object.keys(metadata).length;
  if (count <= MAX_KEYS) return;
  throw invalidRequest(`Metadata can have up to ${MAX_KEYS} keys, but this would make ${count}.`, {
    param: "metadata",
  });
}
