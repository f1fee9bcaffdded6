/** For a hook whose context is empty. */
export const noProvider = () =>
  new Error(
    "react-stripe-connection: there is no StripeConnectionProvider above this component. " +
      "Put one around it, or give StripeConnectionCard an `endpoint`.",
  );
