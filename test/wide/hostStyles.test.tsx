import { act, fireEvent, render, screen } from "@testing-library/react";
import { createRoot, type Root } from "react-dom/client";
import {
  ConnectionError,
  StatusBadge,
  StripeConnectionCard,
  StripeConnectionProvider,
  StripeConnectionReturn,
  StripeOnboarding,
  StripeSection,
  TroubleshootPanel,
} from "react-stripe-connection";
import { fixtureAdapter, fixtures, type FixtureState } from "react-stripe-connection/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { changes, computedLook, type Look } from "../support/computedLook.js";
import { hostileRules, sheets } from "../support/hostSheets.js";

const HOSTS = Object.entries({ ...sheets, ...hostileRules });
const ORDERS = ["before", "after"] as const;

/** Puts a host's sheet before ours or after them, for as long as `look` takes. */
async function under<T>(css: string, order: (typeof ORDERS)[number], look: () => T | Promise<T>): Promise<T> {
  const style = document.createElement("style");
  style.textContent = css;
  document.head[order === "before" ? "prepend" : "append"](style);
  try {
    await settled();
    return await look();
  } finally {
    style.remove();
    await settled();
  }
}

/** What a sheet moves by a transition has arrived. */
async function settled() {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  arrive();
}
const arrive = () => {
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
};

/** Nothing of ours moves while it is looked at. */
const standStill = () => commands.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });

const cardOf = (state: FixtureState) => (
  <StripeConnectionCard
    adapter={fixtureAdapter(state)}
    {...(state === "loading" || state instanceof ConnectionError ? {} : { initialConnection: state })}
    platformName="Acme Cloud"
    supportUrl="https://acme.example/help"
    timeZone="UTC"
  />
);
const below = (state: FixtureState, component: React.ReactNode) => (
  <StripeConnectionProvider adapter={fixtureAdapter(state)} platformName="Acme Cloud">
    {component}
  </StripeConnectionProvider>
);
const ignore = () => {};

/** Everything that can be shown without a press. */
const SHOWN: Record<string, React.ReactNode> = {
  "not connected": cardOf(fixtures.notConnectedCountries),
  connecting: cardOf(fixtures.connecting),
  "in progress": cardOf(fixtures.manyRequirements),
  connected: cardOf(fixtures.connectedDueSoon),
  simulated: cardOf(fixtures.simulated),
  "action needed": cardOf(fixtures.actionNeeded),
  restricted: cardOf(fixtures.rejectedByPlatform),
  skeleton: cardOf("loading"),
  error: cardOf(new ConnectionError("forbidden", { requestId: "req_8fJk2LmN0pQr" })),
  reasons: below(
    fixtures.actionNeeded,
    <TroubleshootPanel connection={fixtures.actionNeeded} onFix={ignore} onCheck={ignore} />,
  ),
  "coming back": below("loading", <StripeConnectionReturn onReturn={ignore} />),
  "the form's place": below("loading", <StripeOnboarding purpose="onboarding" onExit={ignore} />),
  "a section's place": below("loading", <StripeSection name="payouts" />),
  badge: <StatusBadge status="error" />,
};

/** A place that no rule of a host's reaches, save by inheritance from nothing. */
const Place = ({ children }: { children: React.ReactNode }) => (
  <div className="article" style={{ all: "initial", display: "block", inlineSize: 640, font: "14px/20px sans-serif" }}>
    {children}
  </div>
);

/** What a rule of the page may do, and why. */
const ALLOWED: readonly { host?: string; change: RegExp; because: string }[] = [
  {
    change: /^0 [\w-]+: (margin-\w+|opacity) /,
    because: "a root is the host's to place and to fade: its class weighs as much as a rule for an attribute",
  },
  {
    host: "Pico",
    change: /select: padding-(left|right) /,
    because: "Pico's padding for a select with aria-invalid is !important",
  },
];
const unexpected = (host: string, found: string[]) =>
  found.filter(
    (text) => !ALLOWED.some(({ host: of, change }) => (of === undefined || of === host) && change.test(text)),
  );

describe("everything that stands in a page", () => {
  let root: Root;
  let bare: Map<string, Map<string, Look>>;
  const shown = () =>
    new Map(
      [...document.querySelectorAll<HTMLElement>("[data-shown]")].map((place) => [
        place.dataset["shown"] ?? "",
        computedLook(place.firstElementChild ?? place),
      ]),
    );

  beforeAll(async () => {
    await standStill();
    await commands.routeConnectJs("hangs");
    // Nothing becomes overdue or a minute older, however long the machine takes.
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance", "Date"],
    });
    root = createRoot(document.body.appendChild(document.createElement("div")));
    await act(async () =>
      root.render(
        <Place>
          {Object.entries(SHOWN).map(([name, component]) => (
            <div key={name} data-shown={name}>
              {component}
            </div>
          ))}
        </Place>,
      ),
    );
    const shows = (selector: string, count = 1) =>
      vi.waitUntil(() => document.querySelectorAll(selector).length === count, 10_000);
    await shows("[data-waits]", 0);
    await shows("[data-loading]");
    await shows('[data-part="waiting"]', 2);
    // The form's own code is here: before, its place looks the same but for this sentence.
    await vi.waitUntil(() => screen.queryByText(/Stripe may open a small window/), 10_000);
    await act(async () => {
      for (const closed of document.querySelectorAll('[aria-expanded="false"]:not([aria-haspopup])'))
        fireEvent.click(closed);
      fireEvent.click(screen.getByRole("button", { name: "Connect Stripe account" }));
    });
    // The skeleton's words, after three seconds, which this wait lets pass.
    await vi.waitUntil(
      () => document.querySelector('[data-part="slow"]')?.textContent.includes("Still checking"),
      10_000,
    );
    for (const details of document.querySelectorAll("details")) details.open = true;
    (document.activeElement as HTMLElement | null)?.blur();
    await settled();
    bare = shown();
  });
  afterAll(async () => {
    await act(async () => root.unmount());
    vi.useRealTimers();
    await commands.emulateMedia(null);
  });

  test("there is much to look at", () => {
    expect([...bare.keys()]).toEqual(Object.keys(SHOWN));
    expect([...bare.values()].reduce((sum, looks) => sum + looks.size, 0)).toBeGreaterThan(500);
  });

  test.each(HOSTS)("CL-F7 %s: every element looks as on a bare page, whichever sheet comes last", async (host, css) => {
    for (const order of ORDERS) {
      const found = await under(css, order, shown);
      for (const [name, looks] of found) {
        expect(
          unexpected(host, changes(bare.get(name) ?? new Map(), looks)),
          `${name}, ours ${order === "before" ? "last" : "first"}`,
        ).toEqual([]);
      }
    }
  });

  const PRESSED =
    '[data-part="button"], [data-part="link"], [data-part="kebab"], [data-part="row"], [data-part="disclosure"], select, summary';
  test.each(HOSTS)("CL-F7 %s: what has the focus looks as on a bare page", async (host, css) => {
    const focused = () => {
      const kinds = new Map<string, Map<string, Look>>();
      for (const element of document.querySelectorAll<HTMLElement>(PRESSED)) {
        const kind = `${element.dataset["part"] ?? element.localName} ${element.dataset["variant"] ?? ""}`;
        if (kinds.has(kind)) continue;
        element.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
        arrive();
        kinds.set(kind, computedLook(element));
        element.blur();
      }
      return kinds;
    };
    const before = focused();
    expect(before.size).toBeGreaterThan(6);
    for (const order of ORDERS) {
      const found = await under(css, order, focused);
      for (const [kind, looks] of found) {
        expect(unexpected(host, changes(before.get(kind) ?? new Map(), looks)), kind).toEqual([]);
      }
    }
  });
});

describe("what is opened", () => {
  afterEach(() => commands.emulateMedia(null));
  const dots = page.getByRole("button", { name: "More actions" });
  const showCard = () =>
    render(
      // A menu is as high as there is room below it, which no sheet may change here.
      <div style={{ all: "initial", position: "fixed", inset: "0 auto auto 0" }}>
        <Place>{cardOf(fixtures.connected)}</Place>
      </div>,
    );
  const OPENED = {
    menu: async () => {
      await dots.click();
      await expect.element(page.getByRole("menuitem", { name: "Disconnect" })).toBeVisible();
      return page.getByRole("menu").element();
    },
    alertdialog: async () => {
      await dots.click();
      await page.getByRole("menuitem", { name: "Disconnect" }).click();
      const confirm = page.getByRole("button", { name: "Disconnect billing connection" });
      await expect.element(confirm).not.toHaveAttribute("aria-disabled");
      return page.getByRole("alertdialog").element();
    },
  };

  test.each(Object.entries(OPENED))("CL-F7 the %s looks as on a bare page under every sheet", async (_role, open) => {
    await standStill();
    showCard();
    const surface = await open();
    await settled();
    const bare = computedLook(surface);
    expect(bare.size).toBeGreaterThan(8);
    for (const [host, css] of HOSTS) {
      for (const order of ORDERS) {
        const looks = await under(css, order, () => computedLook(surface));
        expect(
          unexpected(host, changes(bare, looks)),
          `${host}, ours ${order === "before" ? "last" : "first"}`,
        ).toEqual([]);
      }
    }
  });

  test.each(Object.entries(OPENED))(
    "CL-N2 the %s is where it belongs at once, although everything on the page has a transition",
    async (_role, open) => {
      await standStill();
      showCard();
      await under("* { transition: all .4s !important }", "after", async () => {
        const surface = await open();
        const moving = surface
          .getAnimations()
          .concat(surface.parentElement?.getAnimations() ?? [])
          .filter((animation) => animation instanceof CSSTransition);
        expect(moving).toEqual([]);
        const { left, top } = surface.getBoundingClientRect();
        await new Promise((resolve) => setTimeout(resolve, 500));
        const later = surface.getBoundingClientRect();
        expect([left, top]).toEqual([later.left, later.top]);
      });
    },
  );

  test("HO-13 the account's id in the dialog is no box, and the facts' names are not bold", async () => {
    const vite =
      "code { padding: 4px 8px; border: 1px solid; border-radius: 4px; background: #f4f3ec; font: 15px/1.35 monospace }";
    const bootstrap = "dt { font-weight: 700 } code { color: #d63384; font-size: .875em }";
    showCard();
    const dialog = await OPENED.alertdialog();
    await under(`${vite} ${bootstrap}`, "after", () => {
      const code = getComputedStyle(dialog.querySelector("code") ?? dialog);
      expect([code.paddingLeft, code.borderTopWidth, code.backgroundColor]).toEqual(["0px", "0px", "rgba(0, 0, 0, 0)"]);
      expect([code.fontFamily, code.fontSize]).toEqual(["sans-serif", "13px"]);
      const names = [...document.querySelectorAll("dt")].map((name) => getComputedStyle(name).fontWeight);
      expect(names).toEqual(["400", "400", "400", "400"]);
    });
  });
});

describe("what a host says about ours on purpose", () => {
  const partOf = (selector: string) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error(`${selector} is not in the page`);
    return getComputedStyle(element);
  };
  const own = (css: string, look: () => void) => under(css, "after", look);

  test("CL-F7 a rule by root and part goes before ours, where we set something and where we do not", async () => {
    render(cardOf(fixtures.connected));
    await own(
      '[data-rsc="connection-card"] [data-part="facts"] { display: none } [data-rsc] [data-part="heading"] { text-transform: uppercase; text-shadow: 1px 1px red }',
      () => {
        expect(partOf('[data-part="facts"]').display).toBe("none");
        expect(partOf('[data-part="heading"]').textTransform).toBe("uppercase");
        expect(partOf('[data-part="heading"]').textShadow).not.toBe("none");
      },
    );
  });

  test("CL-F7 a class of the host's places the root, in a layer too, where Tailwind 4 has its utilities", async () => {
    const { container } = render(
      <StripeConnectionCard
        adapter={fixtureAdapter(fixtures.connected)}
        initialConnection={fixtures.connected}
        platformName="Acme Cloud"
        className="mt-8 max-w-sm"
      />,
    );
    await own(
      "@layer utilities { .mt-8 { margin-top: 32px } .max-w-sm { max-width: 384px } .hidden { display: none } }",
      () => {
        const card = partOf('[data-rsc="connection-card"]');
        expect([card.marginTop, card.maxWidth]).toEqual(["32px", "384px"]);
        container.querySelector("[data-rsc]")?.classList.add("hidden");
        expect(card.display).toBe("none");
      },
    );
  });

  test("CL-F7 what a host puts into a slot, and a button of its own, keep the page's rules", async () => {
    render(
      <StripeConnectionCard
        adapter={fixtureAdapter(fixtures.actionNeeded)}
        initialConnection={fixtures.actionNeeded}
        platformName="Acme Cloud"
        components={{
          Button: ({ variant: _variant, busy: _busy, blocked: _blocked, ...rest }) => <button {...rest} id="theirs" />,
        }}
        slots={{
          footer: () => (
            <p id="note">
              See <a href="#help">help</a>
            </p>
          ),
        }}
      />,
    );
    await own("p { margin: 7px } a { color: rgb(1, 2, 3) } button { padding: 9px; text-transform: uppercase }", () => {
      expect(partOf("#note").marginTop).toBe("7px");
      expect(partOf("#note a").color).toBe("rgb(1, 2, 3)");
      expect(partOf("#theirs").paddingTop).toBe("9px");
      expect(partOf("#theirs").textTransform).toBe("uppercase");
    });
  });
});
