import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { forwardRef, useEffect } from "react";
import {
  type ButtonProps,
  type HostComponents,
  type HostDialogProps,
  type HostMenuProps,
  type StripeConnectionAdapter,
  StripeConnectionCard,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
import { expect, test, vi } from "vitest";

const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button({ variant, busy, blocked, ...rest }, ref) {
  return <button {...rest} ref={ref} className={`own ${variant} ${busy ? "busy" : ""} ${blocked ? "blocked" : ""}`} />;
});
function Menu({ label, groups, triggerRef }: HostMenuProps) {
  return (
    <details open>
      <summary>Open</summary>
      <button ref={triggerRef}>{label}</button>
      {groups.flat().map(({ id, label: text, onSelect }) => (
        <button key={id} onClick={onSelect}>
          {text}
        </button>
      ))}
    </details>
  );
}
function Dialog({ open, title, children, busy, initialFocus, returnFocus, onOpenChange }: HostDialogProps) {
  useEffect(() => {
    if (!open) return undefined;
    initialFocus.current?.focus();
    return () => returnFocus()?.focus();
  }, [open, initialFocus, returnFocus]);
  return open ? (
    <div role="alertdialog" aria-label={title} aria-busy={busy} data-own>
      {children}
      <button onClick={() => onOpenChange(false)}>Escape</button>
    </div>
  ) : null;
}

/** The half second until a press counts passes when the test says so, however busy the machine is. */
function holdHalfSeconds(): () => void {
  const held: (() => void)[] = [];
  const real = globalThis.setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void, ms?: number) => {
    if (ms !== 500) return real(run, ms);
    held.push(run);
    return real(() => {});
  }) as typeof setTimeout);
  return () => held.forEach((run) => run());
}

const components: HostComponents = { Button, Menu, Dialog };

const show = (given: HostComponents, own: Partial<StripeConnectionAdapter> = {}) =>
  render(
    <StripeConnectionCard
      platformName="Acme Cloud"
      adapter={{ ...fixtureAdapter(fixtures.connected), ...own }}
      components={given}
    />,
  );

test("button, menu and dialog of a design system stand in place of ours, with the same care", {
  timeout: 30_000,
}, async () => {
  let refuse = (_reason: Error) => {};
  const disconnect = vi.fn(() => new Promise<never>((_, reject) => (refuse = reject)));
  const pass = holdHalfSeconds();
  show(components, { disconnect });
  const [, inBody] = await screen.findAllByRole("button", { name: "Update Stripe information" });
  expect(inBody).toHaveClass("own", "secondary");
  await userEvent.click(screen.getByRole("button", { name: "Disconnect" }));

  const dialog = await screen.findByRole("alertdialog", { name: "Disconnect Stripe?" }, { timeout: 20_000 });
  expect(dialog).toHaveAttribute("data-own");
  expect(within(dialog).getByText("No new payments are taken.")).toBeVisible();
  const confirm = await within(dialog).findByRole("button", { name: "Disconnect billing connection" });
  expect(within(dialog).getByRole("button", { name: "Cancel" })).toHaveFocus();
  // A double click on what opened it confirms nothing.
  await userEvent.click(confirm);
  expect(disconnect).not.toHaveBeenCalled();
  act(pass);
  expect(confirm).not.toHaveAttribute("aria-disabled");
  await userEvent.click(confirm);
  expect(disconnect).toHaveBeenCalledOnce();
  await waitFor(() => expect(dialog).toHaveAttribute("aria-busy", "true"));
  // What is under way can't be left.
  await userEvent.click(within(dialog).getByRole("button", { name: "Escape" }));
  expect(screen.getByRole("alertdialog")).toBeVisible();
  await act(async () => refuse(new Error("no")));
  expect(await within(dialog).findByRole("alert")).toBeVisible();
  await userEvent.click(within(dialog).getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(screen.getByRole("button", { name: "More actions" })).toHaveFocus();
});

test("a menu of the host's alone asks with our dialog", { timeout: 30_000 }, async () => {
  show({ Menu });
  await userEvent.click(await screen.findByRole("button", { name: "Disconnect" }));
  const dialog = await screen.findByRole("alertdialog", { name: "Disconnect Stripe?" }, { timeout: 20_000 });
  expect(dialog).not.toHaveAttribute("data-own");
});
