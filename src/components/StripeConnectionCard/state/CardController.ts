import type { ConnectionClient, ConnectionState } from "../../../client/connectionState.js";
import { supportDetails } from "../../../client/supportDetails.js";
import type { Connection, FormPurpose } from "../../../core/connection.js";
import { toConnectionError } from "../../../core/errors.js";
import type { Operation } from "../../../core/events.js";
import type { ConnectionSettings } from "../../../react/context.js";
import { dropParameter, readParameter } from "../../primitives/addressParameter.js";
import { copyText } from "../../primitives/copyText.js";
import { type CardState, currentState, type OpenedForm, UNTOUCHED } from "./cardState.js";
import { DisconnectFlow } from "./DisconnectFlow.js";

/** How long a word of success is shown. ms */
const FLASH = 2_000;

export type ReadyState = Extract<ConnectionState, { state: "ready" }>;

/**
 * All that a person can do on one card, and what came of it. Its methods are for handlers and effects: while the card is
 * drawn it is only read.
 */
export class CardController {
  readonly disconnect = new DisconnectFlow(this);
  #shown: ReadyState;
  #settings: ConnectionSettings;
  #state = UNTOUCHED;
  /** The card, while it is mounted. */
  #listener: (() => void) | null = null;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;
  #isOpeningDashboard = false;

  constructor(shown: ReadyState, settings: ConnectionSettings) {
    this.#shown = shown;
    this.#settings = settings;
  }

  /** The card is the only listener. Its timer ends with it. */
  subscribe(listener: () => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = null;
      this.#endFlash();
    };
  }

  readonly getState = (): CardState => this.#state;

  /** The one place where the state changes. */
  change(change: Partial<CardState>): void {
    this.#state = Object.assign({}, this.#state, change);
    this.#listener?.();
  }

  /** The page shows this now: what is done from here on is about it. */
  show(shown: ReadyState, settings: ConnectionSettings): void {
    this.#shown = shown;
    this.#settings = settings;
  }

  get client(): ConnectionClient {
    return this.#settings.client;
  }

  /** Stripe's form in the card, or Stripe's own page. The same function for the card's whole life. */
  readonly openForm = (keys: string[] | null, from: OpenedForm["from"] = "body"): void => {
    const { client, onboarding } = this.#settings;
    if (onboarding === "embedded") this.#open(keys ? "onboarding" : purposeOf(this.#shown.connection), keys, from);
    else this.#leave("open_hosted", client.openHosted);
  };

  /** Back to what the card shows beside the form. */
  closeForm(): void {
    this.change({ form: null });
  }

  /**
   * Opens Stripe's form where the address says so: `?stripe=onboarding` for what is needed, `?stripe=account` for the
   * account's management. Stripe's e-mails lead to such addresses.
   */
  openByAddress(): void {
    const wanted = readParameter();
    if (wanted !== "onboarding" && wanted !== "account") return;
    dropParameter();
    const { connection } = this.#shown;
    if (connection.can.update !== true) return;
    // Before the details are submitted there is nothing to manage.
    const isManagement = wanted === "account" && connection.reason !== "details_not_submitted";
    this.#open(isManagement ? "management" : purposeOf(connection), null, "body");
  }

  /** Opens the account's own Stripe dashboard in a new tab. No link stays in the page: it may sign its owner in. */
  openDashboard(): void {
    const { client, messages } = this.#settings;
    const { openDashboard } = client;
    if (!openDashboard || this.#isOpeningDashboard) return;
    // In the press itself: browsers block a tab that is opened once the link has come.
    const tab = openTab();
    this.change({ isTabBlocked: !tab });
    if (!tab) return;
    this.#isOpeningDashboard = true;
    this.#attempt("open_dashboard", async () => {
      try {
        tab.document.title = tab.document.body.textContent = messages.onboarding.openingHosted;
        const { url } = await openDashboard();
        // Stripe's page gets no hold on this one.
        tab.opener = null;
        tab.location.replace(url);
      } catch (thrown) {
        tab.close();
        throw thrown;
      } finally {
        this.#isOpeningDashboard = false;
      }
    });
  }

  /** Opens it in this tab, where the browser blocked the new one. */
  openDashboardHere(): void {
    const { openDashboard } = this.client;
    if (openDashboard) this.#leave("open_dashboard", openDashboard);
  }

  check(): void {
    const { client, messages } = this.#settings;
    this.#attempt("refresh", client.refresh, () => this.#flash(messages.card.checked));
  }

  connect(country: string | undefined): void {
    this.#attempt("connect", () => this.client.connect(country === undefined ? undefined : { country }));
  }

  copyAccount(): void {
    this.#copy(this.#shown.connection.account?.id ?? "");
  }

  /** Takes the text away that the browser refused to copy. */
  dismissCopy(): void {
    this.change({ refusedCopy: null });
  }

  copySupport(): void {
    const { connection, error } = this.#shown;
    const { failed, disconnect } = currentState(this.#state, connection);
    // What support asks for first.
    const requestId = failed?.error.requestId ?? disconnect.error?.requestId ?? error?.requestId ?? null;
    this.#copy(supportDetails(connection, { requestId }));
  }

  #open(purpose: FormPurpose, keys: string[] | null, from: OpenedForm["from"]): void {
    const { generation } = this.#shown.connection;
    const number = (this.#state.form?.number ?? 0) + 1;
    this.change({ form: { purpose, keys, from, generation, number } });
  }

  /** Runs what a person asked for, and keeps what it failed with. */
  #attempt(operation: Operation, run: () => Promise<unknown>, onDone?: () => void): void {
    this.change({ failed: null });
    run().then(
      () => onDone?.(),
      (thrown: unknown) => {
        const error = toConnectionError(thrown);
        this.change({ failed: { operation, error, shown: this.#shown.connection } });
      },
    );
  }

  /** Goes to the address that `ask` resolves to, in this tab. */
  #leave(operation: Operation, ask: () => Promise<{ url: string }>): void {
    this.#attempt(operation, async () => location.assign((await ask()).url));
  }

  #copy(text: string): void {
    const { copied } = this.#settings.messages.card;
    this.change({ refusedCopy: null });
    copyText(text).then(
      () => this.#flash(copied),
      () => this.change({ refusedCopy: text }),
    );
  }

  #flash(text: string): void {
    // The timer ends with the card, and must not begin after it.
    if (!this.#listener) return;
    clearTimeout(this.#flashTimer);
    this.#flashTimer = setTimeout(() => this.#endFlash(), FLASH);
    this.change({ flash: text });
  }

  #endFlash(): void {
    clearTimeout(this.#flashTimer);
    if (this.#state.flash !== null) this.change({ flash: null });
  }
}

/**
 * Anything asked for opens onboarding, even when connected. Where all was sent there is the account to manage: while
 * Stripe checks it, it is not asked for again.
 */
function purposeOf({ reason, requirements }: Connection): FormPurpose {
  const asks = requirements.some(({ state }) => state !== "pending");
  return asks || reason === "details_not_submitted" ? "onboarding" : "management";
}

function openTab(): Window | null {
  try {
    return window.open("", "_blank");
  } catch {
    // Browsers inside other apps may throw where others give null.
    return null;
  }
}
