import { type ConnectionError, toConnectionError } from "../../../core/errors.js";
import type { CardController } from "./CardController.js";
import type { DisconnectState } from "./cardState.js";

/** The card whose dialog it is. */
type Card = Pick<CardController, "getState" | "change" | "client">;

/** From the menu's Disconnect to the end of it: preview, confirm, done. A failure stays in the dialog. */
export class DisconnectFlow {
  readonly #card: Card;
  /** Each opening has a number: the answer to one that was closed comes too late. */
  #opening = 0;

  constructor(card: Card) {
    this.#card = card;
  }

  /** Asks for the preview. `error`: why it is asked for again. */
  open(error: ConnectionError | null = null): void {
    this.#opening += 1;
    this.#card.change({ disconnect: { isOpen: true, preview: null, pending: false, error } });
    this.#follow(
      this.#card.client.previewDisconnect(),
      (preview) => this.#change({ preview }),
      (failure) => this.#change({ error: failure }),
    );
  }

  close(): void {
    this.#opening += 1;
    // What it says stays while it goes: an emptier dialog would jump on its way out.
    this.#change({ isOpen: false });
  }

  confirm(): void {
    const { preview, pending } = this.#card.getState().disconnect;
    if (!preview || pending) return;
    this.#change({ pending: true, error: null });
    this.#follow(
      this.#card.client.disconnect({ generation: preview.generation }),
      () => this.close(),
      (error) => {
        // Another account, or another balance, than the dialog shows: ask again before it can be confirmed.
        if (error.code === "conflict" || error.code === "disconnect_blocked") this.open(error);
        else this.#change({ pending: false, error });
      },
    );
  }

  /** Tells what came of `answer`, unless the dialog was closed or opened again since. */
  #follow<T>(answer: Promise<T>, onDone: (result: T) => void, onError: (error: ConnectionError) => void): void {
    const opening = this.#opening;
    answer.then(
      (result) => {
        if (opening === this.#opening) onDone(result);
      },
      (thrown: unknown) => {
        if (opening === this.#opening) onError(toConnectionError(thrown));
      },
    );
  }

  #change(change: Partial<DisconnectState>): void {
    this.#card.change({ disconnect: Object.assign({}, this.#card.getState().disconnect, change) });
  }
}
