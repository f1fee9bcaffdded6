import { OnboardingError } from "./OnboardingError.js";

export const CONNECT_JS_URL = "https://connect-js.stripe.com/v1.0/connect.js";

export interface ScriptOptions {
  /** Default: Stripe's. */
  url?: string | undefined;
  /** For a Content-Security-Policy. */
  nonce?: string | undefined;
  /** Milliseconds. Default: 15 000. */
  timeout?: number;
}

/** The name that a page with Trusted Types has to allow. */
const POLICY = "react-stripe-connection";

let policy: { createScriptURL: (address: string) => unknown } | undefined;

/** The address as a page with Trusted Types wants it. */
function trusted(address: string): string {
  const { trustedTypes } = window as {
    trustedTypes?: {
      createPolicy: (name: string, rules: { createScriptURL: (text: string) => string }) => typeof policy;
    };
  };
  if (!trustedTypes) return address;
  try {
    // The address is the host's own setting, or Stripe's.
    policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: (text) => text });
  } catch {
    // The page allows other names. Its default policy, if it has one, decides.
    return address;
  }
  // TypeScript has no such type for `src`.
  return policy?.createScriptURL(address) as string;
}

/** Tags that have not ended yet, by address: two cards on a page share one, and each has patience of its own. */
const underWay = new Map<string, { script: HTMLScriptElement; waiting: number }>();

/**
 * Brings connect.js to the page before Stripe's own loader is asked: that one keeps a failed load, without an
 * event, until the page is reloaded. Rejects with an `OnboardingError`; the next call starts over.
 */
export async function loadConnectScript({
  url = CONNECT_JS_URL,
  nonce,
  timeout = 15_000,
}: ScriptOptions = {}): Promise<void> {
  if (isConnectReady()) return;
  await waitForScript(new URL(url, document.baseURI).href, nonce, timeout);
}

/** An element with the id "StripeConnect" makes a global of that name too, whose `init` is an element at most. */
function isConnectReady(): boolean {
  const global: unknown = (window as { StripeConnect?: unknown }).StripeConnect;
  if (typeof global !== "object" || global === null) return false;
  return "init" in global && typeof global.init === "function";
}

function waitForScript(address: string, nonce: string | undefined, timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const load = underWay.get(address) ?? {
      script: livingTag(address) ?? document.createElement("script"),
      waiting: 0,
    };
    const { script } = load;
    load.waiting += 1;
    underWay.set(address, load);
    const settle = (error: OnboardingError | null) => {
      clearTimeout(watchdog);
      script.removeEventListener("load", onLoad);
      script.removeEventListener("error", onError);
      load.waiting -= 1;
      const hasFailed = error !== null && !isConnectReady();
      if (load.waiting === 0) {
        underWay.delete(address);
        // Stripe's loader would wait for ever for a load event of a dead tag.
        if (hasFailed) script.remove();
      }
      if (hasFailed) reject(error);
      else resolve();
    };
    const onLoad = () =>
      settle(
        isConnectReady()
          ? null
          : new OnboardingError("script_broken", `${address} was loaded and did not define window.StripeConnect.init.`),
      );
    const onError = () =>
      settle(
        new OnboardingError(
          "script_blocked",
          `${address} could not be loaded. Is it allowed by script-src, and is no content blocker in the way?`,
        ),
      );
    const watchdog = setTimeout(
      () => settle(new OnboardingError("script_timeout", `${address} was not there after ${timeout} ms.`)),
      timeout,
    );
    script.addEventListener("load", onLoad);
    script.addEventListener("error", onError);
    if (!script.isConnected) {
      if (nonce) script.nonce = nonce;
      script.async = true;
      try {
        script.src = trusted(address);
      } catch (error) {
        settle(
          new OnboardingError(
            "script_blocked",
            `the page's Trusted Types refuse ${address}. Allow the policy \`${POLICY}\` in the directive trusted-types. (${String(error)})`,
          ),
        );
        return;
      }
      document.head.append(script);
    }
  });
}

/** A tag that the host put there and that is still loading. One that has ended without a result is taken away. */
function livingTag(address: string): HTMLScriptElement | null {
  const tag = [...document.scripts].find((script) => script.src === address);
  if (!tag) return null;
  const hasEnded = performance
    // Absent in jsdom: the tag is waited for then.
    .getEntriesByName?.(address, "resource")
    .some((entry) => (entry as PerformanceResourceTiming).initiatorType === "script");
  if (!hasEnded) return tag;
  tag.remove();
  return null;
}
