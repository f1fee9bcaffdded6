import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
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
