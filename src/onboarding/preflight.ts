import type { Mode } from "../core/connection.js";
import { isForeignFrame } from "../react/isForeignFrame.js";

export { lastFailure } from "./lastFailure.js";

/** What in this browser may keep Stripe's form from working. Nothing here is certain, so nothing here refuses. */
export type Finding = "offline" | "insecure" | "isolated" | "in_app_browser" | "framed";

/** The few things of the browser that are looked at. */
export interface BrowserFacts {
  onLine: boolean;
  protocol: string;
  /** True only under `Cross-Origin-Opener-Policy: same-origin` with COEP. COOP alone can't be seen from inside a page. */
  crossOriginIsolated: boolean;
  userAgent: string;
  /** The top window is of another origin. */
  isForeignFrame: boolean;
}

export function preflight(mode: Mode, facts: BrowserFacts = thisBrowser()): Finding[] {
  const findings: Finding[] = [];
  if (!facts.onLine) findings.push("offline");
  // Stripe refuses live mode without https, on localhost too.
  if (mode === "live" && facts.protocol !== "https:") findings.push("insecure");
  if (facts.crossOriginIsolated) findings.push("isolated");
  if (isInAppBrowser(facts.userAgent)) findings.push("in_app_browser");
  if (facts.isForeignFrame) findings.push("framed");
  return findings;
}

/** Android's WebView says `; wv)`; on iOS a browser says Safari/ and a web view does not; the rest name themselves. */
function isInAppBrowser(userAgent: string): boolean {
  if (/; wv\)|\bFBA[NV]\/|\bInstagram\b|\bLine\/|\bMicroMessenger\//.test(userAgent)) return true;
  return /\b(iPhone|iPad|iPod)\b/.test(userAgent) && /AppleWebKit/.test(userAgent) && !/Safari\//.test(userAgent);
}

function thisBrowser(): BrowserFacts {
  return {
    onLine: navigator.onLine,
    protocol: location.protocol,
    crossOriginIsolated: window.crossOriginIsolated,
    userAgent: navigator.userAgent,
    isForeignFrame: isForeignFrame(),
  };
}
