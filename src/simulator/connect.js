// A stand-in for https://connect-js.stripe.com/v1.0/connect.js, for demos and tests: one script, no build.
// It draws Stripe's three account elements as plain forms and really fills the account of a simulator, which it finds
// in its own page, or at the address(es) that its own URL names: connect.js?api=http://127.0.0.1:4243
// It draws the sections of Stripe's dashboard with data that the simulator makes up. What is pressed there changes nothing.
(() => {
  const TAGS = {
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
  const COMMON = ["setOnLoadError", "setOnLoaderStart"];
  const SIMULATORS = Symbol.for("react-stripe-connection.simulators");

  /** For tests: what was asked of this script. `failNext(type)` makes the next element fail to load. */
  const log = (window.__connectJsStandIn ??= {
    inits: [],
    updates: [],
    logouts: 0,
    elements: [],
    failures: [],
    failNext(type) {
      this.failures.push(type);
    },
  });

  // ---- the way to the simulator ----

  const script = document.currentScript;
  const bases = script?.src ? new URL(script.src).searchParams.getAll("api") : [];

  /** Every simulator that may know the secret: those named in the script's URL, else those of this page. */
  function simulators() {
    if (bases.length > 0) {
      return bases.map((base) => ({
        fetch: (path, init) => fetch(`${base.replace(/\/$/, "")}${path}`, init),
      }));
    }
    return [...(globalThis[SIMULATORS] ?? [])].map((simulator) => ({
      fetch: (path, init) => simulator.fetch(new Request(`https://simulator.invalid${path}`, init)),
    }));
  }

  const failure = (type, message) => Object.assign(new Error(message), { type });

  async function post(simulator, path, body, token) {
    let response;
    try {
      response = await simulator.fetch(path, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(body),
      });
    } catch (cause) {
      throw failure("api_connection_error", `The simulator can't be reached: ${cause.message}`);
    }
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return answer;
    const { status } = response;
    const type =
      status === 401
        ? "authentication_error"
        : status === 429
          ? "rate_limit_error"
          : status >= 500
            ? "api_error"
            : "invalid_request_error";
    throw failure(type, answer.error?.message ?? `The simulator answered ${status}.`);
  }

  // ---- one instance: a session that its elements share ----

  class Instance {
    params;
    elements = new Set();
    signedIn = false;
    ended = false;
    #firstSecret;
    /** @type {Promise<{ simulator: object, token: string, sign_in: boolean }> | null} */
    #session = null;

    constructor(params) {
      this.params = params;
      this.#firstSecret = params.metaOptions?.eagerClientSecretPromise;
      // A refusal is told by the first element that asks for it, which may be a while after.
      this.#firstSecret?.catch(() => {});
    }

    async #secret() {
      const first = this.#firstSecret;
      this.#firstSecret = undefined;
      let secret;
      try {
        secret = await (first ?? this.params.fetchClientSecret());
      } catch (cause) {
        throw failure("account_session_create_error", `fetchClientSecret failed: ${cause?.message ?? cause}`);
      }
      if (typeof secret !== "string" || secret === "") {
        throw failure("account_session_create_error", "fetchClientSecret did not resolve to a client secret.");
      }
      return secret;
    }

    async #claim() {
      const client_secret = await this.#secret();
      const candidates = simulators();
      if (candidates.length === 0) throw failure("api_connection_error", "There is no simulator in this page.");
      let refusal;
      for (const simulator of candidates) {
        try {
          return { simulator, ...(await post(simulator, "/_connect/claim", { client_secret })) };
        } catch (reason) {
          // Another mode's simulator does not know the secret; one that is broken should be heard of.
          if (!refusal || refusal.type === "authentication_error") refusal = reason;
        }
      }
      throw refusal;
    }

    /** The session, claimed once; a secret that is used up or expired is asked for once more, as Stripe does. */
    session() {
      this.#session ??= this.#claim()
        .catch((reason) => {
          if (reason.type !== "authentication_error") throw reason;
          return this.#claim();
        })
        .catch((reason) => {
          this.#session = null;
          throw reason;
        });
      return this.#session;
    }

    async call(what, body) {
      const ask = async () => {
        const { simulator, token } = await this.session();
        return post(simulator, `/_connect/${what}`, body, token);
      };
      try {
        return await ask();
      } catch (reason) {
        if (reason.type !== "authentication_error" || this.ended) throw reason;
        this.#session = null;
        return ask();
      }
    }

    update(options) {
      log.updates.push(options);
      this.params = { ...this.params, ...options };
      for (const element of this.elements) element.restyle();
    }

    async logout() {
      log.logouts += 1;
      this.ended = true;
      for (const element of this.elements) element.clear();
      const session = await this.#session?.catch(() => null);
      this.#session = null;
      if (session) await post(session.simulator, "/_connect/logout", {}, session.token).catch(() => {});
    }
  }

  // ---- drawing ----

  /** An element; attributes by name, listeners as `onclick`, `class` and children as they come. */
  function h(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
      else if (value === true) node.setAttribute(key, "");
      else if (value !== false && value != null) node.setAttribute(key, value);
    }
    node.append(...children.filter((child) => child != null));
    return node;
  }

  const button = (label, kind, onclick) => h("button", { type: "button", class: kind, onclick }, label);

  const STYLE = `
    :host { display: block }
    [part="root"] { color: var(--colorText, #1a1f36); background: var(--colorBackground, #fff); accent-color: var(--colorPrimary, #635bff);
      font: var(--fontSizeBase, 16px)/1.5 var(--fontFamily, system-ui, sans-serif); padding-block: 4px }
    [hidden] { display: none !important } /* The words are English in every page. */
    :host(:dir(rtl)) :is(h3, p, label, legend, dt, dd) { unicode-bidi: plaintext; text-align: right }
    h3 { font-size: 1.15em; line-height: 1.3; margin: 0 0 4px; outline: none }
    p { margin: 0 0 12px } .quiet { color: var(--colorSecondaryText, #596171); font-size: .9em }
    form, .fields { display: grid; gap: 14px } fieldset { border: 0; margin: 0; padding: 0; min-inline-size: 0 }
    legend { padding: 0; font-weight: 600; margin-block-end: 4px } .row { display: flex; flex-wrap: wrap; gap: 12px } .row > * { flex: 1 1 90px; min-inline-size: 0 }
    label { display: block; font-size: .9em; margin-block-end: 4px }
    input, select, textarea { box-sizing: border-box; inline-size: 100%; font: inherit; color: inherit; background: var(--formBackgroundColor, transparent);
      border: 1px solid var(--colorBorder, #a3acb9); border-radius: var(--formBorderRadius, var(--borderRadius, 6px)); padding: 7px 10px; min-block-size: 40px }
    ::placeholder { color: var(--formPlaceholderTextColor, #687385); opacity: 1 }
    option { color: var(--colorText, #1a1f36); background: var(--colorBackground, #fff) }
    [aria-invalid="true"] { border-color: var(--colorDanger, #b3093c) } .error { color: var(--colorDanger, #b3093c); font-size: .9em; margin: 4px 0 0 }
    button { font: inherit; font-weight: 600; min-block-size: 40px; padding: 6px 16px; cursor: pointer; border: 1px solid; border-radius: var(--buttonBorderRadius, var(--borderRadius, 6px)) }
    .primary { color: var(--buttonPrimaryColorText, #fff); background: var(--buttonPrimaryColorBackground, var(--colorPrimary, #635bff)); border-color: transparent }
    .secondary { color: var(--buttonSecondaryColorText, inherit); background: var(--buttonSecondaryColorBackground, transparent); border-color: var(--buttonSecondaryColorBorder, var(--colorBorder, #a3acb9)) }
    .plain { color: inherit; background: none; border-color: transparent; text-decoration: underline; font-weight: 400 }
    .section { display: flex; justify-content: space-between; inline-size: 100%; text-align: start } .sections > * { margin-block-end: 8px }
    .actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 18px } .head { display: flex; flex-wrap: wrap; gap: 8px; justify-content: space-between; align-items: center; margin-block-end: 14px } .head p { margin: 0 } .head button { min-block-size: 34px; padding: 3px 12px; font-size: .9em }
    :focus-visible { outline: 2px solid var(--formHighlightColorBorder, var(--colorPrimary, #635bff)); outline-offset: 2px } h3:focus-visible { outline: none }
    p:empty { margin: 0 } .rows { list-style: none; margin: 0 0 14px; padding: 0 } .rows li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 9px 0; border-block-end: 1px solid var(--colorBorder, #a3acb9) } .rows li:last-child { border-block-end: 0 }
    .rows span { flex: 1 1 150px; min-inline-size: 0; overflow-wrap: anywhere } .rows small { display: block } .rows b { font-weight: 600; font-variant-numeric: tabular-nums } .rows button { min-block-size: 30px; padding: 2px 10px; font-size: .9em }
    h4 { margin: 14px 0 6px } dl { margin: 0; display: grid; grid-template-columns: minmax(110px, 2fr) 3fr; gap: 4px 12px; font-size: .9em } .sections dl { padding: 10px 10px 4px } dt { color: var(--colorSecondaryText, #596171) } dd { margin: 0; overflow-wrap: anywhere }
  `;

  let ids = 0;

  /** One field: its node, its value, and how to fill it or say what is wrong. */
  function drawField(field, known, earlierError) {
    const id = `f${(ids += 1)}`;
    const error = h("p", { class: "error", id: `${id}e`, hidden: !earlierError }, earlierError ?? "");
    const common = { id, name: field.key, autocomplete: field.autocomplete, "aria-describedby": `${id}e` };
    const labelled = (label, input) => h("div", {}, h("label", { for: input.id }, label), input);
    let inputs;
    let node;
    let value;
    let fill;
    if (field.input === "select") {
      const empty = h("option", { value: "" }, "Choose…");
      const options = field.options.map((option) => h("option", { value: option.value }, option.label));
      const select = h("select", common, empty, ...options);
      inputs = [select];
      node = labelled(field.label, select);
    } else if (field.input === "bank") {
      const routing = h("input", { ...common, inputmode: "numeric", placeholder: "110000000" });
      const account = h("input", { ...common, id: `${id}b`, inputmode: "numeric", placeholder: "000123456789" });
      inputs = [routing, account];
      node = h("div", { class: "fields" }, labelled("Routing number", routing), labelled("Account number", account));
      value = () => (routing.value || account.value ? `${routing.value.trim()}/${account.value.trim()}` : "");
      fill = (text) => ([routing.value = "", account.value = ""] = text.split("/"));
    } else if (field.input === "document") {
      const file = h("input", { ...common, type: "file", accept: "image/png,image/jpeg,application/pdf" });
      const chosen = h("p", { class: "quiet", role: "status" });
      let test = "";
      file.addEventListener("change", () => {
        test = "";
        chosen.textContent = "";
      });
      inputs = [file];
      node = h("div", {}, labelled(field.label, file), chosen);
      value = () => test || (file.files.length > 0 ? "file_upload" : "");
      fill = (text) => {
        test = text;
        chosen.textContent = text ? "Test document chosen." : "";
      };
    } else {
      const input = h(field.input === "textarea" ? "textarea" : "input", {
        ...common,
        ...(field.input === "textarea" ? { rows: 3 } : { type: field.input === "number" ? "text" : field.input }),
        ...(field.input === "number" ? { inputmode: "numeric" } : {}),
        placeholder: field.sample,
      });
      inputs = [input];
      node = labelled(field.label, input);
    }
    value ??= () => inputs[0].value.trim();
    fill ??= (text) => (inputs[0].value = text);
    fill(known ?? "");
    node.append(error);
    const say = (message) => {
      error.textContent = message ?? "";
      error.hidden = !message;
      for (const input of inputs) input.setAttribute("aria-invalid", String(Boolean(message)));
    };
    say(earlierError);
    return { key: field.key, fieldset: field.fieldset, sample: field.sample, node, value, fill, say, first: inputs[0] };
  }

  /** Fields of one fieldset beside each other, under its name. */
  function grouped(fields) {
    const rows = [];
    for (const field of fields) {
      const last = rows.at(-1);
      if (field.fieldset && last?.name === field.fieldset) last.row.append(field.node);
      else if (field.fieldset) {
        const row = h("div", { class: "row" }, field.node);
        rows.push({ name: field.fieldset, row, node: h("fieldset", {}, h("legend", {}, field.fieldset), row) });
      } else rows.push({ node: field.node });
    }
    return rows.map(({ node }) => node);
  }

  const facts = (lines) =>
    h("dl", {}, ...lines.flatMap(({ label, value }) => [h("dt", {}, label), h("dd", {}, value)]));

  // ---- sections of the dashboard ----

  const money = (amount, { currency, decimals }) =>
    new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(amount / 10 ** decimals);
  const day = (time) => new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }).format(time * 1000);
  const country = (code) => new Intl.DisplayNames("en", { type: "region" }).of(code);
  const label = (code) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll("_", " ");

  /** One line: what it is, more about it, an amount, and a control. */
  const row = (title, detail, amount, control) =>
    h(
      "li",
      {},
      h("span", {}, title, h("small", { class: "quiet" }, detail)),
      amount && h("b", {}, amount),
      control ?? null,
    );
  const rows = (lines, empty) =>
    lines.length > 0 ? h("ul", { class: "rows" }, ...lines) : h("p", { class: "quiet" }, empty);

  const balances = ({ data, control }) => [
    rows(data.balances.map((balance) => row(label(balance.kind), "", money(balance.amount, balance)))),
    h(
      "p",
      { class: "quiet" },
      `Paid out ${data.payoutSchedule.interval}, after ${data.payoutSchedule.delayDays} days.`,
    ),
    h(
      "div",
      { class: "actions" },
      control("Pay out now", "standard_payouts"),
      control("Pay out instantly", "instant_payouts"),
      control("Edit payout schedule", "edit_payout_schedule"),
      control("Change bank account", "external_account_collection"),
    ),
  ];
  const payouts = ({ data }) =>
    rows(
      data.payouts.map(({ status, arrival, amount, last4 }) =>
        row(
          label(status),
          `${status === "paid" ? "Arrived" : "Arrives"} ${day(arrival)}${last4 ? ` in the account ending in ${last4}` : ""}`,
          money(amount, data),
        ),
      ),
      "No payouts yet.",
    );
  const reportLines = ({ data }, names) =>
    facts([
      { label: "From", value: day(data.report.from) },
      { label: "To", value: day(data.report.to) },
      ...names.map((name) => ({ label: label(name), value: money(data.report[name], data) })),
    ]);

  /** By element: its heading, and what is below it. Null where Stripe draws nothing. */
  const SECTIONS = {
    balances: (section) => ["Balance", ...balances(section)],
    payouts: (section) => ["Payouts", ...balances(section), payouts(section)],
    "payouts-list": (section) => ["Payouts", payouts(section)],
    payments: ({ data, control }) => [
      "Payments",
      rows(
        data.payments.map(({ status, customer, description, created, amount, card }) =>
          row(
            customer,
            `${description} · ${card.brand} ${card.last4} · ${day(created)} · ${label(status)}`,
            money(amount, data),
            status === "succeeded"
              ? control("Refund", "refund_management", customer)
              : status === "disputed"
                ? control("Respond", "dispute_management", customer)
                : null,
          ),
        ),
        "No payments yet.",
      ),
    ],
    "disputes-list": ({ data, control }) => [
      "Disputes",
      rows(
        data.disputes.map(({ reason, respondBy, amount, payment }) =>
          row(
            label(reason),
            `Respond by ${day(respondBy)}`,
            money(amount, data),
            control("Respond", "dispute_management", payment),
          ),
        ),
        "No disputes.",
      ),
    ],
    documents: ({ data, control }) => [
      "Documents",
      rows(
        data.documents.map(({ title, created }) => row(title, day(created), null, control("Download", null, title))),
        "No documents yet.",
      ),
    ],
    "tax-settings": ({ data, control }) => [
      "Tax settings",
      data.taxSettings
        ? facts([{ label: "Head office", value: country(data.taxSettings.headOffice) }])
        : h("p", { class: "quiet" }, "No head office yet."),
      h("div", { class: "actions" }, control("Edit tax settings", null)),
    ],
    "tax-registrations": ({ data, control }) => [
      "Tax registrations",
      rows(
        data.taxRegistrations.map((one) =>
          row(country(one.country), `${label(one.status)} since ${day(one.activeFrom)}`),
        ),
        "No registrations yet.",
      ),
      h("div", { class: "actions" }, control("Add registration", null)),
    ],
    "instant-payouts-promotion": ({ data, granted, control, tell }) => {
      const promotionShown = granted.instant_payouts === true && data.instantPayout > 0;
      tell("setOnInstantPayoutsPromotionLoaded", { promotionShown });
      if (!promotionShown) return null;
      return [
        "Get your money now",
        h("p", {}, `${money(data.instantPayout, data)} can be in your account within minutes.`),
        h("div", { class: "actions" }, control("Pay out instantly", "instant_payouts")),
      ];
    },
    "balance-report": (section) => [
      "Balance report",
      reportLines(section, ["charges", "refunds", "fees", "payouts"]),
      h("div", { class: "actions" }, section.control("Download report", null)),
    ],
    "payout-reconciliation-report": (section) => {
      const isReportAvailable = section.data.payouts.length > 0;
      section.tell("setOnReportAvailabilityLoaded", { isReportAvailable });
      if (!isReportAvailable) return null;
      return [
        "Payout reconciliation",
        reportLines(section, ["payouts"]),
        h("div", { class: "actions" }, section.control("Download report", null)),
      ];
    },
  };

  // ---- the elements ----

  class ConnectElement extends HTMLElement {
    values = {};
    #instance = null;
    #started = false;
    #root = null;
    #page = null;
    #view = null;
    /** @type {{ granted: Record<string, Record<string, boolean>>, data: object } | null} */
    #sections = null;
    #answered = [];
    #hear = () => {};
    #heard = new Promise((resolve) => (this.#hear = resolve));

    constructor() {
      super();
      log.elements.push(this);
    }
    get tag() {
      return this.localName.replace("stripe-connect-", "");
    }
    setConnector(instance) {
      this.#instance = instance;
      void this.#start();
    }
    connectedCallback() {
      void this.#start();
    }
    disconnectedCallback() {
      this.#instance?.elements.delete(this);
    }
    tell(setter, ...what) {
      this.values[setter]?.(...what);
    }
    set(setter, value) {
      const before = JSON.stringify(this.values.setCollectionOptions);
      this.values[setter] = value;
      if (setter === "setCollectionOptions" || this.tag in SECTIONS) this.#hear();
      const changed = setter === "setCollectionOptions" && before !== JSON.stringify(value);
      if (changed && this.#view) void this.#open();
    }
    clear() {
      this.#root?.replaceChildren();
    }
    restyle() {
      const { variables = {} } = this.#instance?.params.appearance ?? {};
      if (!this.#root) return;
      this.#root.removeAttribute("style");
      for (const [name, value] of Object.entries(variables)) this.#root.style.setProperty(`--${name}`, String(value));
    }

    async #start() {
      if (this.#started || !this.#instance || !this.isConnected) return;
      this.#started = true;
      this.#instance.elements.add(this);
      // Stripe's own frame takes longer to load than React does to hand over what it has. Its wrappers call every setter
      // in one effect, options or not, and on a busy machine late; without them it is done at once, or never.
      await Promise.race([this.#heard, new Promise((resolve) => setTimeout(resolve, 500))]);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (!this.isConnected || this.#instance.ended) {
        this.#started = false;
        return;
      }
      const shadow = this.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      this.#root = h("div", { part: "root", lang: "en" });
      shadow.append(this.#root);
      this.restyle();
      this.tell("setOnLoaderStart", { elementTagName: this.tag });
      await this.#open();
    }

    async #open() {
      try {
        const wanted = log.failures.shift();
        if (wanted) throw failure(wanted, `The test asked for ${wanted}.`);
        const session = await this.#instance.session();
        await this.#load("view", {});
        if (this.tag === "notification-banner") this.#banner();
        else if (this.tag in SECTIONS) this.#section();
        else if (session.sign_in && !this.#instance.signedIn) this.#signIn();
        else this.#first();
      } catch (reason) {
        this.#fail(reason);
      }
    }

    #fail(reason) {
      if (this.#instance.ended) return;
      this.#root.replaceChildren();
      const type = reason.type ?? "api_error";
      this.tell("setOnLoadError", { error: { type, message: reason.message }, elementTagName: this.tag });
    }

    async #load(what, body) {
      const component = this.tag.replaceAll("-", "_");
      const options = this.values.setCollectionOptions ?? {};
      const answer = await this.#instance.call(what, { ...body, component, options });
      this.#view = answer.view;
      this.#sections = answer.sections;
      return answer;
    }

    /** A new page: its heading takes the focus, but not away from the host when the form opens. */
    #show(name, title, ...children) {
      const heading = h("h3", { tabindex: "-1" }, title);
      const first = this.#page === null;
      this.#page = name;
      this.#root.replaceChildren(h("div", {}, heading, ...children));
      if (!first) heading.focus({ preventScroll: false });
      if (this.tag === "account-onboarding") this.tell("setOnStepChange", { step: name });
    }

    /** Stripe opens a window of its own for this; the stand-in signs in on the spot. */
    #signIn(label = "Add information", then = () => this.#first()) {
      this.#show(
        "stripe_user_authentication",
        "Sign in with Stripe",
        h(
          "p",
          {},
          "To keep your information safe, Stripe confirms who you are first. This is a simulation, so every sign-in works.",
        ),
        h(
          "div",
          { class: "actions" },
          button(label, "primary", () => {
            this.#instance.signedIn = true;
            then();
          }),
        ),
      );
    }

    #first() {
      if (this.tag === "account-management") this.#management();
      else this.#next();
    }

    #next() {
      const [step] = this.#view.steps;
      if (step) this.#step(step, {});
      else this.#summary();
    }

    #step(step, known) {
      const fields = step.fields.map((field) => drawField(field, known[field.key], this.#view.errors[field.key]));
      const alert = h("p", { class: "error", role: "alert" });
      const answers = () => Object.fromEntries(fields.map((field) => [field.key, field.value()]));
      const busy = (work) => async (event) => {
        event?.preventDefault();
        if (form.hasAttribute("aria-busy")) return;
        form.setAttribute("aria-busy", "true");
        alert.textContent = "";
        try {
          await work();
        } catch (reason) {
          if (reason.type === "authentication_error" || reason.type === "account_session_create_error")
            this.#fail(reason);
          else alert.textContent = "Stripe could not save this. Try again.";
        } finally {
          form.removeAttribute("aria-busy");
        }
      };
      const save = async () => {
        const given = answers();
        const { faults } = await this.#load("answers", { answers: given });
        for (const field of fields) field.say(faults.find((fault) => fault.key === field.key)?.message);
        const wrong = fields.find((field) => faults.some((fault) => fault.key === field.key));
        wrong?.first.focus();
        if (wrong) return;
        if (!this.#view.detailsSubmitted) this.#answered.push({ step, known: given });
        this.#next();
      };
      const later = async () => {
        const given = Object.fromEntries(Object.entries(answers()).filter(([, value]) => value !== ""));
        if (Object.keys(given).length > 0) await this.#load("answers", { answers: given });
        this.#leave();
      };
      const back = () => {
        const previous = this.#answered.pop();
        this.#step(previous.step, previous.known);
      };
      const useTestData = button("Use test data", "secondary", () => {
        for (const field of fields) field.fill(field.sample);
      });
      const form = h(
        "form",
        { novalidate: true, onsubmit: busy(save) },
        ...grouped(fields),
        alert,
        h(
          "div",
          { class: "actions" },
          h("button", { type: "submit", class: "primary" }, "Continue"),
          this.#answered.length > 0 ? button("Back", "secondary", back) : null,
          button("Save for later", "plain", busy(later)),
        ),
      );
      this.#show(
        step.name,
        step.title,
        h("div", { class: "head" }, h("p", { class: "quiet" }, "Simulated. Don't enter real data."), useTestData),
        form,
      );
    }

    #summary() {
      const { sections, detailsSubmitted, otherDue, verifying } = this.#view;
      const nothing = detailsSubmitted && !verifying && this.#answered.length === 0 && this.#page !== null;
      const text =
        otherDue > 0
          ? `Saved. Stripe still needs ${otherDue} other details.`
          : detailsSubmitted
            ? nothing
              ? "Stripe has what it needs for now."
              : "Thank you. Stripe checks what you sent."
            : "Check what you entered. By submitting you accept Stripe's terms of service.";
      const alert = h("p", { class: "error", role: "alert" });
      const submit = async () => {
        try {
          if (otherDue === 0) await this.#load("submit", {});
          this.#answered = [];
          this.#leave();
        } catch {
          alert.textContent = "Stripe could not save this. Try again.";
        }
      };
      this.#show(
        "summary",
        "Review and submit",
        h("p", {}, text),
        ...sections
          .filter(({ lines }) => lines.length > 0)
          .map(({ title, lines }) => h("div", {}, h("h4", {}, title), facts(lines))),
        alert,
        h(
          "div",
          { class: "actions" },
          button("Submit", "primary", () => void submit()),
          otherDue === 0 && !detailsSubmitted ? button("Save for later", "plain", () => this.#leave()) : null,
        ),
      );
    }

    #leave() {
      if (this.tag === "account-onboarding") this.tell("setOnExit");
      else if (this.tag === "account-management") this.#management();
      else this.#banner();
    }

    #management() {
      const { sections, steps } = this.#view;
      const list = sections.map(({ name, title, lines }) => {
        const content = lines.length > 0 ? facts(lines) : h("p", { class: "quiet" }, "Nothing yet.");
        content.hidden = true;
        const toggle = button(title, "secondary section", () => {
          content.hidden = !content.hidden;
          toggle.setAttribute("aria-expanded", String(!content.hidden));
          if (!content.hidden) this.tell("setOnSectionOpen", { sectionName: name });
        });
        toggle.setAttribute("aria-expanded", "false");
        return h("div", {}, toggle, content);
      });
      const update = steps.length > 0 ? button("Update information", "primary", () => this.#next()) : null;
      this.#show("management", "Your Stripe account", h("div", { class: "sections" }, ...list), update ?? "");
    }

    /** A part of the dashboard. Controls are there where the session grants what they do. */
    #section() {
      const { granted, data } = this.#sections;
      const mine = granted[this.tag.replaceAll("-", "_")];
      const said = h("p", { class: "quiet", role: "status" });
      const control = (text, feature, of) => {
        if (feature !== null && mine[feature] !== true) return null;
        const press = () => {
          // Stripe asks who it is before it shows the form of the bank account.
          if (mine.disable_stripe_user_authentication === false && !this.#instance.signedIn) {
            this.#signIn("Sign in", () => this.#section());
          } else said.textContent = `${text}: this is a simulation, so nothing was changed.`;
        };
        const made = button(text, "secondary", press);
        if (of) made.setAttribute("aria-label", `${text}: ${of}`);
        return made;
      };
      const tell = (setter, what) => this.tell(setter, what);
      const drawn = SECTIONS[this.tag]({ data, granted: mine, control, tell });
      if (drawn) this.#show(this.tag, ...drawn, said);
      else this.#root.replaceChildren();
    }

    #banner() {
      const { total, actionRequired } = this.#view;
      this.#root.replaceChildren();
      if (actionRequired > 0) {
        const text = `Stripe needs ${actionRequired} ${actionRequired === 1 ? "detail" : "details"}.`;
        this.#root.append(
          h("p", {}, text),
          button("Provide information", "secondary", () => this.#next()),
        );
      }
      this.tell("setOnNotificationsChange", { total, actionRequired });
    }
  }

  for (const [tag, setters] of Object.entries(TAGS)) {
    if (customElements.get(`stripe-connect-${tag}`)) continue;
    const Element = class extends ConnectElement {};
    for (const setter of [...setters, ...COMMON]) {
      Element.prototype[`${setter}InternalOnly`] = function (value) {
        this.set(setter, value);
      };
    }
    customElements.define(`stripe-connect-${tag}`, Element);
  }

  window.StripeConnect = {
    ...(window.StripeConnect instanceof Element ? {} : window.StripeConnect),
    init(params) {
      log.inits.push(params);
      const instance = new Instance(params);
      return {
        connect: instance,
        update: (options) => instance.update(options),
        logout: () => instance.logout(),
      };
    },
  };
})();
