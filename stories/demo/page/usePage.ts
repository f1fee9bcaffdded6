import { useSyncExternalStore } from "react";

/** The tabs of the environment's settings that lead somewhere, by their hash. */
export const PAGES = { billing: "Billing", payouts: "Payouts", documents: "Documents" } as const;
export type PageName = keyof typeof PAGES;

const NAMES = Object.keys(PAGES) as PageName[];

/** The page that the address names, kept over a reload. */
export function usePage(): PageName {
  const hash = useSyncExternalStore(onHash, () => location.hash);
  return NAMES.find((name) => hash === `#${name}`) ?? "billing";
}

function onHash(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
