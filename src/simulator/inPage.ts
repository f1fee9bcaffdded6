/** What the stand-in for connect.js needs of a simulator that runs in the same page. */
export interface InPageSimulator {
  fetch(request: Request): Promise<Response>;
}

const NAME = Symbol.for("react-stripe-connection.simulators");

/** Where connect.js finds the simulators of its page. It tries them all: the one that knows the secret answers. */
function simulatorsOfThisPage(): Set<InPageSimulator> {
  const page = globalThis as { [NAME]?: Set<InPageSimulator> };
  page[NAME] ??= new Set();
  return page[NAME];
}

/** Makes the simulator known in its page; the result takes that back. Outside of a page it does nothing. */
export function inPage(simulator: InPageSimulator): () => void {
  if (!("document" in globalThis)) return () => {};
  simulatorsOfThisPage().add(simulator);
  return () => void simulatorsOfThisPage().delete(simulator);
}
