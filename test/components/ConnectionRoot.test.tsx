import { render } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { StatusBadge } from "react-stripe-connection";
import { ar } from "react-stripe-connection/locales/ar";
import { ServerStyleSheet, styled, StyleSheetManager } from "styled-components";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConnectionRoot, scopeAttributes } from "../../src/components/primitives/ConnectionRoot.js";
import { useConnectionSettings } from "../../src/react/context.js";
import { SettingsOnly } from "../support/SettingsOnly.js";

let boxes = 0;
/** One of each test's own: rules are written once, into the sheet of whoever draws them first. */
let Box: ReturnType<typeof makeBox>;
const makeBox = () => styled.div.withConfig({ componentId: `test-nonce-box-${(boxes += 1)}` })`
  color: rebeccapurple;
`;

const ScopedBox = () => <Box {...scopeAttributes(useConnectionSettings())} />;

beforeEach(() => {
  Box = makeBox();
});
afterEach(() => {
  for (const meta of document.head.querySelectorAll("meta")) meta.remove();
});

const nonces = () =>
  [...document.querySelectorAll<HTMLStyleElement>("style[data-styled]")].map((style) => style.getAttribute("nonce"));

test("the nonce of the prop is on the style element, once for many components", () => {
  render(
    <>
      {["a", "b", "c"].map((name) => (
        <SettingsOnly key={name} nonce="of-the-prop">
          <ConnectionRoot styles={[Box]}>
            <Box />
          </ConnectionRoot>
        </SettingsOnly>
      ))}
    </>,
  );
  expect(nonces().filter((nonce) => nonce === "of-the-prop")).toHaveLength(1);
});

test("without a prop it is the page's", () => {
  const meta = document.createElement("meta");
  meta.name = "csp-nonce";
  meta.content = "of-the-page";
  document.head.append(meta);
  render(
    <SettingsOnly>
      <ConnectionRoot styles={[Box]}>
        <Box />
      </ConnectionRoot>
    </SettingsOnly>,
  );
  expect(nonces()).toContain("of-the-page");
});

test("a nonce that the host's own StyleSheetManager has is kept", () => {
  render(
    <StyleSheetManager nonce="of-the-host">
      <SettingsOnly>
        <ConnectionRoot styles={[Box]}>
          <Box />
        </ConnectionRoot>
      </SettingsOnly>
    </StyleSheetManager>,
  );
  expect(nonces()).toContain("of-the-host");
});

test("a host's tokens are in the server's HTML as a class, not as a style attribute", () => {
  const sheet = new ServerStyleSheet();
  const html = renderToString(
    sheet.collectStyles(
      <SettingsOnly theme={{ colorScheme: "dark", tokens: { accent: "#0a7a5c" } }} locale="ar" locales={[ar]}>
        <ConnectionRoot styles={[Box]}>
          <ScopedBox />
        </ConnectionRoot>
      </SettingsOnly>,
    ),
  );
  expect(html).not.toContain("style=");
  expect(html).toContain('data-rsc-scheme="dark" dir="rtl" lang="ar"');
  expect(sheet.getStyleTags()).toContain("--rsc-accent:#0a7a5c;");
  sheet.seal();
});

test("a token that is none is named in a warning", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  render(
    <SettingsOnly theme={{ tokens: { accent: "red; } body { display: none" } }}>
      <ConnectionRoot styles={[Box]}>
        <Box />
      </ConnectionRoot>
    </SettingsOnly>,
  );
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("theme: accent"));
});

test("B18 a badge needs no provider and no theme of the host", () => {
  const { container } = render(<StatusBadge status="connected" className="mine" />);
  expect(container.querySelector('[data-rsc="status-badge"]')).toHaveTextContent("Connected");
  expect(container.firstChild).toHaveClass("mine");
});

test("A14 a status of a newer server reads Action needed and alarms nobody", () => {
  const { container } = render(<StatusBadge status={"melting" as never} />);
  expect(container.firstChild).toHaveTextContent("Action needed");
  expect(container.firstChild).toHaveAttribute("data-tone", "neutral");
});
