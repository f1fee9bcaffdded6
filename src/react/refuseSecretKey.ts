/** A secret key in a prop is a leak already: while developing it is said as loudly as can be, without the key. Pages don't pay for it. */
export const refuseSecretKey: (publishableKey: string | undefined) => void =
  process.env.NODE_ENV === "production"
    ? () => {}
    : (publishableKey) => {
        if (!/^\s*(sk|rk)_/i.test(publishableKey ?? "")) return;
        throw new Error(
          "react-stripe-connection: a SECRET key was given as `publishableKey`. Secret keys must never reach a browser: " +
            "roll this one in Stripe's Dashboard now, and give the pk_… key, or none.",
        );
      };
