import { expect, screen, userEvent, waitFor, within } from "storybook/test";

/** Presses through the whole life, as a person would, and looks at the badge after each part. */
export async function playFlow(canvas: HTMLElement): Promise<void> {
  const page = within(canvas);
  const press = async (name: string) => userEvent.click(await page.findByRole("button", { name }));
  const badge = (label: string) =>
    waitFor(() => expect(canvas.querySelector('[data-rsc="status-badge"]')).toHaveTextContent(label));

  await badge("Not connected");
  await press("Connect Stripe account");
  await badge("In progress");
  await press("Update Stripe information");
  await fillStripesForm(canvas);
  await badge("Connected");
  await press("Find the photo of the ID blurry");
  await badge("Action needed");
  await press("More actions");
  await userEvent.click(await screen.findByRole("menuitem", { name: "Disconnect" }));
  const confirm = await screen.findByRole("button", { name: "Disconnect billing connection" });
  await waitFor(() => expect(confirm).not.toHaveAttribute("aria-disabled"));
  await userEvent.click(confirm);
  await badge("Not connected");
  await waitFor(() => expect(page.getByText("Disconnected").closest("li")).toHaveAttribute("aria-current"));
}

/** Stripe's form is in a shadow root, where roles are not looked for: it is found by what is in it. */
async function fillStripesForm(canvas: HTMLElement): Promise<void> {
  const form = () => {
    const root = canvas.querySelector("stripe-connect-account-onboarding")?.shadowRoot;
    if (!root) throw new Error("Stripe's form is not there.");
    return root;
  };
  const button = (name: string) =>
    waitFor(() => {
      const found = [...form().querySelectorAll("button")].find(({ textContent }) => textContent?.trim() === name);
      if (!found) throw new Error(`Stripe's form has no button "${name}".`);
      return found;
    });
  const isReview = () => form().textContent?.includes("Review and submit") ?? false;

  await userEvent.click(await button("Add information"));
  await button("Use test data");
  while (!isReview()) {
    const before = form().querySelector("form");
    await userEvent.click(await button("Use test data"));
    await userEvent.click(await button("Continue"));
    await waitFor(() => expect(before?.isConnected).toBe(false));
    await waitFor(() => expect(isReview() || form().querySelector("form") !== null).toBe(true));
  }
  await userEvent.click(await button("Submit"));
}
