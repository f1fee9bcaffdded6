import { waitFor } from "storybook/test";

/** What a play presses, whatever the language of the toolbar is. */
export function findPart(canvas: HTMLElement, selector: string): Promise<HTMLElement> {
  return waitFor(() => {
    const found = canvas.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector} yet.`);
    return found;
  });
}
