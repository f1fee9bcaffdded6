/** The words around Stripe's embedded form. */
export const onboarding = {};
