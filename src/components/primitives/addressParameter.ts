/** The parameter of the page's address that tells what to do: of `returnUrl`, `refreshUrl` and Stripe's e-mails. */
const PARAMETER = "stripe";

/** What the page's address asks for; null: nothing. For effects and handlers only. */
export const readParameter = (): string | null => new URL(location.href).searchParams.get(PARAMETER);

/** Takes the parameter out of the address, so that a reload does not do it again. */
export function dropParameter(): void {
  const address = new URL(location.href);
  address.searchParams.delete(PARAMETER);
  history.replaceState(stateForRouter(history.state), "", address);
}

/** Next's marks in `history.state`. It patches `replaceState` and takes a call with them for its own. */
const NEXT_MARKS = ["__NA", "_N", "__PRIVATE_NEXTJS_INTERNALS_TREE"];

/**
 * The state as a router has to be given it: the `idx` and `key` of other routers stay. Without its marks Next learns of the
 * new address, and puts the marks back itself. With them it would bring the old address back at its next refresh.
 */
function stateForRouter(state: unknown): unknown {
  if (typeof state !== "object" || state === null || !NEXT_MARKS.some((mark) => mark in state)) return state;
  return Object.fromEntries(Object.entries(state).filter(([name]) => !NEXT_MARKS.includes(name)));
}
