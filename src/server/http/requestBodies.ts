import * as v from "valibot";
import { SESSION_PURPOSES } from "../../core/connection.js";

// What a client sends by the protocol: exactly this, and nothing else.

export const connectBody = v.strictObject({
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  businessType: v.optional(v.picklist(["individual", "company", "non_profit", "government_entity"])),
});

export const emptyBody = v.strictObject({});

export const accountSessionBody = v.strictObject({
  purpose: v.picklist(SESSION_PURPOSES),
  requirements: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), v.minLength(1), v.maxLength(100)),
  ),
});

export const disconnectBody = v.strictObject({ generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });
