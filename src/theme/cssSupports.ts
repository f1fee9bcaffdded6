/** Whether the browser takes the value. False where there is no `CSS` to ask, as in jsdom. */
export const cssSupports = (property: string, value: string): boolean =>
  globalThis.CSS?.supports?.(property, value) ?? false;
