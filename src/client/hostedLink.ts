/** Whether a link may be followed: Stripe's pages are https; a simulator on this machine may speak http. */
export function isHostedLink(url: string, simulated: boolean): boolean {
  try {
    const { protocol } = new URL(url);
    return protocol === "https:" || (simulated && protocol === "http:");
  } catch {
    // Not an address at all.
    return false;
  }
}
