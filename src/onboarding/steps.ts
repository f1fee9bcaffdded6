/** The step in which Stripe opens a window of its own. The account is managed without a word of it. */
export const SIGN_IN_STEP = "stripe_user_authentication";

/** A step as hosts may count it: the name of one, and never anything that a person has written. */
export const eventStep = (step: string): string => (/^[a-z][a-z_.]{0,63}$/.test(step) ? step : "other");
