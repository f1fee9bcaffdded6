interface WithProcess {
  process?: { env?: Record<string, string | undefined>; versions?: { node?: string } };
}

/**
 * A simulator must not stand in for Stripe where money is meant. In a page it may: a static Storybook is a production
 * build. A `document` says nothing of that, because jsdom puts one into a server.
 */
export function refuseInProduction(what: string, allowInProduction: boolean | undefined): void {
  const { process } = globalThis as WithProcess;
  const isPage = "document" in globalThis && process?.versions?.node === undefined;
  if (isPage || !isProduction(process?.env?.["NODE_ENV"]) || allowInProduction === true) return;
  throw new Error(
    `react-stripe-connection: ${what} refuses to start under NODE_ENV=production, because no money would ever arrive. ` +
      "Use Stripe's keys, or pass `allowInProduction: true` if it is a demo.",
  );
}

/** However it is written: a typing mistake must not open what is closed in production. */
export const isProduction = (environment: string | undefined): boolean =>
  environment?.trim().toLowerCase() === "production";
