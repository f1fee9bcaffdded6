import { render } from "@testing-library/react";
import axe from "axe-core";
import { StripeConnectionCard } from "react-stripe-connection";
import { fixtureAdapter, type FixtureKey, fixtures } from "react-stripe-connection/testing";
import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";

const keys = Object.keys(fixtures) as FixtureKey[];

async function violations(): Promise<string[]> {
  // Base UI's guards take the focus only to hand it on at once, which axe can't know.
  const context = { include: [["body"]], exclude: [["[data-base-ui-focus-guard]"]] };
  const { violations: found } = await axe.run(context as axe.ElementContext, {
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    // A test page is no page: these are about what is around a component.
    rules: {
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
      "landmark-one-main": { enabled: false },
    },
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each(keys)("%s has nothing that axe knows to be wrong", async (key) => {
    render(
      <div style={{ background: colorScheme === "dark" ? "#0e1013" : "#f3f4f7", padding: 16 }}>
        <StripeConnectionCard
          adapter={fixtureAdapter(fixtures[key])}
          initialConnection={fixtures[key]}
          platformName="Acme Cloud"
          timeZone="UTC"
          theme={{ colorScheme }}
        />
      </div>,
    );
    await expect.element(page.getByText("Stripe", { exact: true })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test("the open menu and the dialog", async () => {
    render(
      <StripeConnectionCard
        adapter={fixtureAdapter(fixtures.connected)}
        platformName="Acme Cloud"
        theme={{ colorScheme }}
      />,
    );
    await page.getByRole("button", { name: "More actions" }).click();
    await expect.element(page.getByRole("menu")).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole("menuitem", { name: "Disconnect" }).click();
    const confirm = page.getByRole("button", { name: "Disconnect billing connection" });
    await expect.element(confirm).not.toHaveAttribute("aria-disabled");
    expect(await violations()).toEqual([]);
  });

  test("the reasons, opened", async () => {
    render(
      <StripeConnectionCard
        adapter={fixtureAdapter(fixtures.identityDocument)}
        platformName="Acme Cloud"
        theme={{ colorScheme }}
      />,
    );
    await page.getByRole("button", { name: "Why is this still in progress?" }).click();
    await expect.element(page.getByRole("button", { name: /^Fix this/ })).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});
