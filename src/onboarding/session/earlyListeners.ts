import type { LoadError, StripeConnectInstance } from "@stripe/connect-js";

export interface LoadListeners {
  onLoaderStart: () => void;
  onLoadError: (error: LoadError) => void;
}

/**
 * The instance, with the listeners set as soon as an element is made. React's wrappers set them in an effect, which
 * under StrictMode comes a task later: a form that has begun by then would be taken for one that never does.
 */
export function withEarlyListeners(instance: StripeConnectInstance, listeners: LoadListeners): StripeConnectInstance {
  return {
    ...instance,
    create(tagName) {
      const element = instance.create(tagName);
      if (tagName !== "notification-banner") {
        element.setOnLoaderStart(listeners.onLoaderStart);
        element.setOnLoadError(listeners.onLoadError);
      }
      return element;
    },
  };
}
