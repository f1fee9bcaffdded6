interface WithProcess {
  process?: { env?: Record<string, string | undefined> };
}

/** A simulator must not stand in for Stripe where money is meant. In a page it may: a static Storybook is a production build. */
export function refuseInProduction(what: string, allowInProduction: boolean | undefined): void {
  const environment = (globalThis as WithProcess).process?.env?.["NODE_ENV"];
  if ("document" in globalThis || environment !== "production" || allowInProduction === true) return;
  throw new Error(
    `react-stripe-connection: ${what} refuses to start under NODE_ENV=production, because no money would ever arrive. ` +
      "Use Stripe's keys, or pass `allowInProduction: true` if it is a demo.",
  );
}
