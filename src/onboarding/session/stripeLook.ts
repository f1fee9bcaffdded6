import type { StripeConnectInstance } from "@stripe/connect-js";
import { type StripeAppearance, stripeAppearance } from "../../theme/stripeAppearance.js";
import { connectLocale } from "./connectLocale.js";
import { isDevelopment } from "../isDevelopment.js";

export interface Look {
  appearance: StripeAppearance;
  locale: string;
}

/** How Stripe's form looks: as the page around it does, now and later. */
export interface StripeLook {
  /** What to start with. */
  read(): Look;
  /** Hands every change on, until the returned function is called. */
  follow(instance: StripeConnectInstance): () => void;
}

/** What our colours depend on besides the page. */
const READERS_WISHES = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];

export function createStripeLook(root: () => HTMLElement | null, locale: string): StripeLook {
  let handedOn = "";
  let warned = "";

  const read = (): Look => {
    const element = root();
    const { appearance, dropped } = element ? stripeAppearance(element) : { appearance: {}, dropped: [] };
    const names = dropped.join(", ");
    if (names !== warned && names !== "" && isDevelopment()) {
      console.warn(
        `react-stripe-connection: Stripe's form can't take the value of ${names} and keeps its own. ` +
          "It needs plain colours without transparency and radii up to 24px.",
      );
    }
    warned = names;
    const look = { appearance, locale: connectLocale(locale) };
    handedOn = JSON.stringify(look);
    return look;
  };

  return {
    read,
    follow(instance) {
      const update = () => {
        const before = handedOn;
        const look = read();
        if (handedOn !== before) instance.update(look);
      };
      update();
      // A host changes its scheme by an attribute somewhere above, or the system does.
      const observer = new MutationObserver(update);
      for (const element of selfAndAncestors(root())) observer.observe(element, { attributes: true });
      // A page without media queries, or with a mock of them, may have nothing to listen to.
      const wishes = READERS_WISHES.map((query) => globalThis.matchMedia?.(query));
      for (const wish of wishes) wish?.addEventListener?.("change", update);
      return () => {
        observer.disconnect();
        for (const wish of wishes) wish?.removeEventListener?.("change", update);
      };
    },
  };
}

/** Out of shadow roots too. */
function selfAndAncestors(start: Element | null): Element[] {
  const found: Element[] = [];
  let element: Element | null = start;
  while (element) {
    found.push(element);
    const parent: Node | null = element.parentNode;
    element = parent instanceof ShadowRoot ? parent.host : element.parentElement;
  }
  return found;
}
