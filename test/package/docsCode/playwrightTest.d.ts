// The runner that hosts have; its types are Playwright's own.
declare module "@playwright/test" {
  export { expect, test } from "playwright/test";
}
