import type { Opened } from "./useOnboardingPlace.js";

/** The button that had opened Stripe's form, which took it out of the page; the nearest one where it is not back. */
export function openerOf({ from, keys }: Opened, menu: HTMLElement | null, body: HTMLElement | null) {
  if (from === "menu" && menu) return menu;
  const own = keys
    ? [...(body?.querySelectorAll<HTMLElement>("[data-keys]") ?? [])].find(
        (row) => row.dataset["keys"] === keys.join(" "),
      )
    : body?.querySelector<HTMLElement>('[data-part="actions"] button');
  return own ?? body?.querySelector("button") ?? null;
}
