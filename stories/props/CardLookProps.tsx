import { StripeConnectionCard } from "react-stripe-connection";
// Without an ending: the reader of the sources looks for no .tsx behind a .js.
import type { CardLook } from "../../src/components/StripeConnectionCard/StripeConnectionCard";

/** A customer's connection to Stripe: how it stands, what is missing, and what to do. */
// The card's own type is one of two shapes, of which no reader makes a table.
export function CardLookProps(props: CardLook) {
  return <StripeConnectionCard {...props} />;
}
