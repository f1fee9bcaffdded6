// @vitest-environment node
import type { Plugin } from "esbuild";
import type { Page } from "playwright";
import { afterEach, beforeAll, expect, test } from "vitest";
import { bundle, type HostPage, openHostPage } from "../support/hostPage.js";

// A page may have two copies of the library: two versions of it, or two bundles of two teams.

const CARD = `
  import { createRoot } from "react-dom/client";
  import { StripeConnectionCard } from "react-stripe-connection";
  import { fixtureAdapter, fixtures } from "react-stripe-connection/testing";
  export function put(id) {
    const place = document.body.appendChild(Object.assign(document.createElement("section"), { id }));
    createRoot(place).render(
      <StripeConnectionCard adapter={fixtureAdapter(fixtures.actionNeeded)} initialConnection={fixtures.actionNeeded}
        platformName="Acme Cloud" timeZone="UTC" theme={{ colorScheme: "light" }} />,
    );
  }
`;
const SHARED = ["react", "react-dom", "react-dom/client", "react/jsx-runtime", "styled-components"];

let copy: string;
/** The next version: rounder, and with another head. */
let newer: string;
beforeAll(async () => {
  copy = await bundle(CARD, { external: SHARED });
  newer = copy
    .replaceAll("12px", "21px")
    .replaceAll("min-block-size:72px", "min-block-size:96px")
    .replaceAll("min-block-size: 72px", "min-block-size: 96px");
});

let host: HostPage | undefined;
afterEach(() => host?.close());

/** A page's script out of copies that share one React and one styled-components. */
const together = (copies: Record<string, string>) => {
  const plugin: Plugin = {
    name: "copies",
    setup(build) {
      build.onResolve({ filter: /^copy:/ }, ({ path }) => ({ path: path.slice(5), namespace: "copy" }));
      build.onLoad({ filter: /.*/, namespace: "copy" }, ({ path }) => ({
        contents: copies[path] ?? "",
        resolveDir: process.cwd(),
      }));
    },
  };
  const names = Object.keys(copies);
  return bundle(names.map((name) => `import { put as ${name} } from "copy:${name}"; ${name}("${name}");`).join("\n"), {
    plugins: [plugin],
  });
};

/** How every element of a card looks. */
async function looks(page: Page, id: string) {
  await page.locator(`#${id} [data-rsc="status-badge"]`).waitFor();
  return page.evaluate((place) => {
    const seen = ["display", "color", "background", "border", "border-radius", "padding", "margin", "font", "height"];
    const elements = document.querySelectorAll<HTMLElement>(`#${place} [data-rsc], #${place} [data-part]`);
    return [...elements].map((element) => {
      const style = getComputedStyle(element);
      return [
        element.dataset["part"] ?? element.dataset["rsc"],
        ...seen.map((name) => style.getPropertyValue(name)),
      ].join(" | ");
    });
  }, id);
}

async function open(...scripts: string[]) {
  await host?.close();
  host = await openHostPage(...scripts);
  await host.page.goto(host.url);
  return host.page;
}

test("B19 two copies with one styled-components: each card looks as it does alone", async () => {
  const alone = await looks(await open(await together({ one: copy })), "one");
  const newerAlone = await looks(await open(await together({ two: newer })), "two");
  expect(alone.length).toBeGreaterThan(15);
  expect(newerAlone).not.toEqual(alone);

  for (const copies of [
    { one: copy, two: newer },
    { two: newer, one: copy },
  ]) {
    const page = await open(await together(copies));
    expect(await looks(page, "one")).toEqual(alone);
    expect(await looks(page, "two")).toEqual(newerAlone);
  }
  const page = await open(await together({ one: copy, same: copy }));
  expect(await looks(page, "same")).toEqual(alone);
}, 120_000);

test("B19 two whole bundles, each with a React and a styled-components of its own", async () => {
  const [one, two] = [await together({ one: copy }), await together({ two: newer })];
  const alone = await looks(await open(one), "one");
  const newerAlone = await looks(await open(two), "two");
  for (const scripts of [
    [one, two],
    [two, one],
  ]) {
    const page = await open(...scripts);
    expect(await looks(page, "one")).toEqual(alone);
    expect(await looks(page, "two")).toEqual(newerAlone);
  }
}, 120_000);
