import { parseStripeKey } from "../core/stripeKeys.js";

/** A secret key in a prop has leaked already. Development throws, without repeating the key; production leaves the check out. */
export const refuseSecretKey: (publishableKey: string | undefined) => void =
  process.env.NODE_ENV === "production"
    ? () => {}
    : (publishableKey) => {
        const kind = parseStripeKey(publishableKey)?.kind;
        if (kind !== "secret" && kind !== "restricted") return;
        throw new Error(
          "react-stripe-connection: a SECRET key was given as `publishableKey`. Secret keys must never reach a browser: " +
            "roll this one in Stripe's Dashboard now, and give the pk_… key, or none.",
        );
      };
