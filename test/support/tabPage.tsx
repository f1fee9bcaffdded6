import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import {
  StripeConnectionProvider,
  useStripeConnection,
  type StripeConnectionAdapter,
} from "react-stripe-connection/headless";

/** A tab of a browser, as far as locks and channels go: a document of its own, whose back end is in the page around it. */
const name = new URLSearchParams(location.search).get("tab") ?? "";
const { tabs } = parent as Window & { tabs?: Record<string, StripeConnectionAdapter> };
const adapter = tabs?.[name];
if (!adapter) throw new Error(`there is no tab "${name}"`);

function Status() {
  const { state, connection, disconnect } = useStripeConnection();
  return (
    <>
      <output>{connection ? `${connection.status} ${connection.revision}` : state}</output>
      <button type="button" onClick={() => void disconnect({ generation: connection?.generation ?? 0 })}>
        Disconnect
      </button>
    </>
  );
}

const place = document.createElement("div");
document.body.append(place);
createRoot(place).render(
  <StrictMode>
    <StripeConnectionProvider adapter={adapter}>
      <Status />
    </StripeConnectionProvider>
  </StrictMode>,
);
