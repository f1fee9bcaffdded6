/** For a hook whose context is empty. */
export const noProvider = () =>
  new Error(
    "react-stripe-connection: there is no StripeConnectionProvider above. " +
      "Add one, or give the card an `endpoint`.",
  );
