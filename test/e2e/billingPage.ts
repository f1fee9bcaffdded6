import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright";
import {
  SIMULATOR_FAULTS,
  type SimulatorActionRequest,
  type SimulatorFault,
  type SimulatorView,
} from "../../stories/demo/simulatorView.js";
import { browserOptions } from "../support/browser.mjs";

export const launchBrowser = async (): Promise<Browser> => chromium.launch(await browserOptions());

/** The settings page as a person uses it. */
export interface BillingPage {
  readonly page: Page;
  readonly card: Locator;
  /** `GET /api/stripe/test/connection`, in order: everything the page asked for, without its own files. */
  readonly requests: readonly string[];
  /** What the page threw or wrote to the console as an error. */
  readonly complaints: readonly string[];
  /** Whether the server's stream of changes stands. Until then the page asks by itself every few seconds. */
  isTold: () => boolean;
  /** Resolves once the card says so. */
  status: (label: string) => Promise<void>;
  button: (name: string | RegExp) => Locator;
  /** Stripe's form (the stand-in), from "Update Stripe information" to the heading of its first page. */
  openForm: () => Promise<void>;
  /** Fills the form's page that is open with test data and goes to the next; resolves to that one's heading. */
  fillStep: () => Promise<string>;
  /** Menu → Disconnect → the dialog's button. */
  disconnect: () => Promise<void>;
}

export async function openBillingPage(context: BrowserContext, origin: string): Promise<BillingPage> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const requests: string[] = [];
  let isTold = false;
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/page/")) requests.push(`${request.method()} ${pathname}`);
  });
  page.on("response", (response) => {
    if (response.ok() && new URL(response.url()).pathname.endsWith("/connection/events")) isTold = true;
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(origin);

  const card = page.locator('[data-rsc="connection-card"]');
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = page.locator("stripe-connect-account-onboarding h3");
  return {
    page,
    card,
    requests,
    complaints,
    button,
    isTold: () => isTold,
    status: (label) => card.locator('[data-rsc="status-badge"]', { hasText: label }).waitFor(),
    async openForm() {
      await button("Update Stripe information").click();
      await button("Add information").click();
      await button("Use test data").or(button("Submit")).waitFor();
    },
    async fillStep() {
      const before = await heading.textContent();
      await button("Use test data").click();
      await button("Continue").click();
      await heading.filter({ hasNotText: before ?? "" }).waitFor();
      return (await heading.textContent()) ?? "";
    },
    async disconnect() {
      await button("More actions").click();
      await page.getByRole("menuitem", { name: "Disconnect" }).click();
      const dialog = page.getByRole("alertdialog");
      await dialog.getByRole("button", { name: "Disconnect billing connection" }).click();
      await dialog.waitFor({ state: "detached" });
    },
  };
}

/** The drawer's line to the simulator, with the browser's own session. */
export interface Drawer {
  view(): Promise<SimulatorView>;
  act(request: SimulatorActionRequest): Promise<SimulatorView>;
  fault(fault: SimulatorFault, on: boolean): Promise<SimulatorView>;
  /** Ends the faults that a test has left: the next one has the same simulator. */
  calm(): Promise<void>;
}

export function drawerOf(context: BrowserContext, origin: string, mode: "test" | "live" = "test"): Drawer {
  const path = `${origin}/demo/simulator/${mode}`;
  const view = async () => (await (await context.request.get(path)).json()) as SimulatorView;
  const post = async (to: string, data: unknown): Promise<SimulatorView> => {
    const answer = await context.request.post(to, { data });
    if (!answer.ok()) throw new Error(`${to}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as SimulatorView;
  };
  return {
    view,
    act: (request) => post(`${path}/actions`, request),
    fault: (fault, on) => post(`${path}/faults`, { fault, on }),
    async calm() {
      const { faults } = await view();
      for (const { id } of SIMULATOR_FAULTS) if (faults[id]) await post(`${path}/faults`, { fault: id, on: false });
    },
  };
}
