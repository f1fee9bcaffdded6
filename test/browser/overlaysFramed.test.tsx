import { afterEach, describe, expect, test } from "vitest";
import { openCardPage } from "../support/openCardPage.js";

let opened: Awaited<ReturnType<typeof openCardPage>> | undefined;
afterEach(() => opened?.close());
const open = async (...args: Parameters<typeof openCardPage>) => {
  opened = await openCardPage(...args);
  return opened;
};

// A frame of another origin can't be looked into, only used: `hover` is there to find, and to fail where nothing is.
const there = { force: true };

describe("B7 in a frame of another origin", () => {
  test("the menu says why Disconnect is off, and keeps the rest", async () => {
    const { inside } = await open({}, { isForeign: true });
    await inside.getByRole("button", { name: "More actions" }).click();
    await inside.getByRole("menuitem", { name: "Disconnect Open this page on its own to use this." }).click(there);
    // Still the menu: nothing was chosen.
    await inside.getByRole("menuitem", { name: "Check status now" }).click();
  });

  test("a host's own dialog says why, and can't be confirmed", async () => {
    const { inside, said } = await open({ dialog: "" }, { isForeign: true });
    await inside.getByRole("button", { name: "Leave Stripe" }).click();
    await inside.getByText("This page is shown inside another site. Open it on its own to disconnect.").hover();
    const confirm = inside.getByRole("button", { name: "Disconnect billing connection", disabled: true });
    await confirm.click(there);
    await confirm.click({ ...there, delay: 600 });
    await inside.getByRole("button", { name: "Cancel" }).click();
    await inside.getByRole("button", { name: "Leave Stripe" }).hover();
    expect(said).toEqual([]);
  });

  test("a host that allows framing gets the whole of it", async () => {
    const { inside, said } = await open({ dialog: "", "allow-framing": "" }, { isForeign: true });
    await inside.getByRole("button", { name: "Leave Stripe" }).click();
    await inside.getByRole("button", { name: "Disconnect billing connection", disabled: false }).click();
    await expect.poll(() => said).toEqual(["confirmed"]);
  });
});

test("B7 a frame of the same origin is as good as none", async () => {
  const { inside, said } = await open({ dialog: "" });
  await inside.getByRole("button", { name: "Leave Stripe" }).click();
  await inside.getByRole("button", { name: "Disconnect billing connection", disabled: false }).click();
  await expect.poll(() => said).toEqual(["confirmed"]);
});
