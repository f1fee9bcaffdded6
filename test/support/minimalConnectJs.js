// Plays connect.js for the tests of src/onboarding: no account behind it, and every callback fired by the test.
// Contract read from @stripe/connect-js 3.4.6: `window.StripeConnect.init(params)` gives {connect, update, logout};
// the elements have `setConnector` and a `…InternalOnly` method for each setter.
(() => {
  const SETTERS = {
    "account-onboarding": [
      "setFullTermsOfServiceUrl",
      "setRecipientTermsOfServiceUrl",
      "setPrivacyPolicyUrl",
      "setSkipTermsOfServiceCollection",
      "setCollectionOptions",
      "setOnExit",
      "setOnStepChange",
    ],
    "account-management": ["setCollectionOptions", "setOnSectionOpen"],
    "notification-banner": ["setCollectionOptions", "setOnNotificationsChange"],
    payments: ["setDefaultFilters"],
    payouts: [],
    "payouts-list": [],
    balances: [],
    "disputes-list": [],
    documents: [],
    "tax-settings": ["setHideProductTaxCodeSelector", "setDisplayHeadOfficeCountries", "setOnTaxSettingsUpdated"],
    "tax-registrations": ["setDisplayCountries", "setOnAfterTaxRegistrationAdded", "setOnAfterTaxRegistrationExpired"],
    "instant-payouts-promotion": ["setOnInstantPayoutsPromotionLoaded", "setOnInstantPayoutCreated"],
    "balance-report": [],
    "payout-reconciliation-report": ["setOnReportAvailabilityLoaded"],
  };
  // A page may run the script twice, and its elements are defined once.
  window.__minimalConnect ??= { inits: [], updates: [], logouts: 0, elements: [], failInit: false, isSilent: false };
  const record = window.__minimalConnect;

  class StripeElement extends HTMLElement {
    values = {};
    secrets = [];
    #connector = null;
    #hasStarted = false;
    #tellListening = () => {};
    #listening = new Promise((resolve) => (this.#tellListening = resolve));
    constructor() {
      super();
      record.elements.push(this);
    }
    setConnector(connector) {
      this.#connector = connector;
      void this.#start();
    }
    connectedCallback() {
      void this.#start();
    }
    set(setter, value) {
      this.values[setter] = value;
      const takesOptions = SETTERS[this.localName.replace("stripe-connect-", "")].includes("setCollectionOptions");
      if (setter === "setCollectionOptions" || !takesOptions) this.#tellListening();
    }
    fire(setter, value) {
      this.values[setter]?.(value);
    }
    failToLoad(type) {
      this.fire("setOnLoadError", { error: { type, message: "as the test says" }, elementTagName: this.localName });
    }
    /** As when a session has expired. */
    async askAgain() {
      const secret = await this.#connector.getClientSecret();
      this.secrets.push(secret);
      return secret;
    }
    async #start() {
      if (this.#hasStarted || !this.#connector || !this.isConnected) return;
      this.#hasStarted = true;
      await Promise.resolve(); // the setters come on the same promise
      await this.askAgain();
      // React's wrappers hand over what they have in an effect, which on a busy machine comes after all this and after
      // the listeners that are set with the element: collection options come from there only.
      await this.#listening;
      await new Promise((resolve) => setTimeout(resolve)); // the others come in the same task
      if (record.isSilent) return;
      this.fire("setOnLoaderStart", { elementTagName: this.localName });
      const button = document.createElement("button");
      button.textContent = `Close ${this.localName}`;
      button.addEventListener("click", () => this.fire("setOnExit"));
      this.attachShadow({ mode: "open" }).append(button);
    }
  }
  for (const [tag, setters] of Object.entries(SETTERS)) {
    if (customElements.get(`stripe-connect-${tag}`)) continue;
    const Element = class extends StripeElement {};
    for (const setter of [...setters, "setOnLoadError", "setOnLoaderStart"]) {
      Element.prototype[`${setter}InternalOnly`] = function set(value) {
        this.set(setter, value);
      };
    }
    customElements.define(`stripe-connect-${tag}`, Element);
  }

  window.StripeConnect = {
    init(params) {
      if (record.failInit) throw new Error("init, as the test says");
      record.inits.push(params);
      let eager = params.metaOptions?.eagerClientSecretPromise;
      return {
        connect: {
          getClientSecret() {
            const secret = eager ?? params.fetchClientSecret();
            eager = undefined;
            return secret;
          },
        },
        update: (options) => void record.updates.push(options),
        logout: async () => void (record.logouts += 1),
      };
    },
  };
})();
