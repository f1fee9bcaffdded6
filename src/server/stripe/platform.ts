import { untilItSucceeds } from "../../core/async.js";
import type { Mode } from "../../core/connection.js";
import type { StoredConnection } from "../store/storedConnection.js";
import { StripeFault } from "./stripeFault.js";
import type { StripeGateway } from "./stripeGateway.js";

/** Whose secret key it is that we ask Stripe with. */
export interface Platform {
  /** Stripe's id of the platform, once its key is known to be of our mode. Asked until answered, then kept. */
  id: () => Promise<string>;
  /**
   * Resolves where Stripe's "no such account" means that it is gone. To the key of another platform or of the other
   * mode every account is: believing that would end every connection.
   */
  mustHave: (stored: StoredConnection) => Promise<void>;
}

export function createPlatform(gateway: StripeGateway, mode: Mode): Platform {
  const id = untilItSucceeds(async () => {
    const [isLive, platformId] = await Promise.all([gateway.isLive(), gateway.platformId()]);
    if (isLive === (mode === "live")) return platformId;
    throw notReady(`the secret key is not of ${mode} mode: pass a Stripe client with the key of the handler's mode`);
  });
  return {
    id,
    async mustHave({ platformId }) {
      if ((await id()) === platformId) return;
      throw notReady(
        "the account belongs to another platform than the secret key: pass the key that it was made with. Nothing was changed",
      );
    },
  };
}

/** Refused by us, and so with nothing done. */
function notReady(message: string): StripeFault {
  return new StripeFault("platform_not_ready", message, { kind: "refused", status: null, cause: undefined });
}
