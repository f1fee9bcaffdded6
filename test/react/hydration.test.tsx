import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { StripeConnectionProvider } from "../../src/react/StripeConnectionProvider.js";
import { useStripeConnection } from "../../src/react/useStripeConnection.js";
import { connected, connecting } from "../support/connections.js";
import { controlledAdapter } from "../support/controlledAdapter.js";

function Status() {
  const { state, connection } = useStripeConnection();
  return <p>{connection?.status ?? state}</p>;
}

test("A7 what the server rendered is what the page begins with, and one request confirms it", async () => {
  const { adapter, of, last } = controlledAdapter("hydrated");
  const tree = (
    <StripeConnectionProvider adapter={adapter} platformName="Acme" initialConnection={connecting()}>
      <Status />
    </StripeConnectionProvider>
  );
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(tree);
  expect(container.textContent).toBe("connecting");
  const recovered: unknown[] = [];
  const root = await act(() =>
    hydrateRoot(container, tree, { onRecoverableError: (thrown) => recovered.push(thrown) }),
  );
  expect(recovered).toEqual([]);
  await act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
  expect(of("getConnection")).toHaveLength(1);
  await act(async () => {
    await last("getConnection").answer(connected({ revision: 8 }));
    await new Promise<void>((resolve) => setTimeout(resolve, 5));
  });
  expect(container.textContent).toBe("connected");
  act(() => root.unmount());
  container.remove();
});

test("B17 a part that hydrates late begins with what the server rendered, not with what the page knows by then", async () => {
  const { adapter, last } = controlledAdapter("islands");
  const island = () => (
    <StripeConnectionProvider adapter={adapter} platformName="Acme" initialConnection={connecting()}>
      <Status />
    </StripeConnectionProvider>
  );
  const rendered = () => {
    const tree = island();
    const container = document.body.appendChild(document.createElement("div"));
    container.innerHTML = renderToString(tree);
    return { tree, container };
  };
  const [early, late] = [rendered(), rendered()] as const;
  const recovered: unknown[] = [];
  const options = { onRecoverableError: (thrown: unknown) => recovered.push(thrown) };
  const pass = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

  const first = await act(() => hydrateRoot(early.container, early.tree, options));
  await act(pass);
  await act(async () => {
    await last("getConnection").answer(connected({ revision: 8 }));
    await pass();
  });
  const second = await act(() => hydrateRoot(late.container, late.tree, options));
  await act(pass);
  expect(recovered).toEqual([]);
  expect([early.container.textContent, late.container.textContent]).toEqual(["connected", "connected"]);
  act(() => {
    first.unmount();
    second.unmount();
  });
  early.container.remove();
  late.container.remove();
});

test.each([
  [undefined, connecting()],
  [connecting(), undefined],
])("B17 two providers hydrate as the server rendered each, one with data and one without (%#)", async (...rendered) => {
  const { adapter, of, last } = controlledAdapter(`mixed ${JSON.stringify(rendered.map(Boolean))}`);
  const tree = (
    <>
      {rendered.map((initial, n) => (
        <StripeConnectionProvider
          key={n}
          adapter={adapter}
          platformName="Acme"
          {...(initial ? { initialConnection: initial } : {})}
        >
          <Status />
        </StripeConnectionProvider>
      ))}
    </>
  );
  const container = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("window", undefined);
  try {
    container.innerHTML = renderToString(tree);
  } finally {
    vi.unstubAllGlobals();
  }
  expect(container.textContent).toBe(rendered.map((initial) => initial?.status ?? "loading").join(""));
  const recovered: unknown[] = [];
  const root = await act(() =>
    hydrateRoot(container, tree, { onRecoverableError: (thrown) => recovered.push(thrown) }),
  );
  await act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
  expect(recovered).toEqual([]);
  expect(container.textContent, "what one of them knows, both know").toBe("connectingconnecting");
  expect(of("getConnection")).toHaveLength(1);
  await act(async () => {
    await last("getConnection").answer(connected({ revision: 8 }));
    await new Promise<void>((resolve) => setTimeout(resolve, 5));
  });
  expect(container.textContent).toBe("connectedconnected");
  act(() => root.unmount());
  container.remove();
});
