// A server's pages for some tenants, as React streams them: node --conditions react-server --import register.mjs render.mjs
import { createElement } from "react";
import { renderToPipeableStream } from "react-server-dom-webpack/server";
import * as library from "react-stripe-connection";
import * as headless from "react-stripe-connection/headless";

const REFERENCE = Symbol.for("react.client.reference");
const kindsOf = (module) =>
  Object.fromEntries(
    Object.entries(module).map(([name, value]) => [name, value?.$$typeof === REFERENCE ? "reference" : typeof value]),
  );

/** What a bundler would have written down for each file of the page. */
const manifest = new Proxy(
  {},
  {
    get: (_, id) => {
      const [file, name] = id.split("#");
      return { id: file, chunks: [], name: name ?? "*", async: true };
    },
  },
);

const flightOf = (element) =>
  new Promise((resolve, reject) => {
    const chunks = [];
    const { pipe } = renderToPipeableStream(element, manifest, { onError: reject });
    pipe({
      write: (chunk) => Boolean(chunks.push(Buffer.from(chunk))),
      end: () => resolve(Buffer.concat(chunks).toString()),
      on() {
        return this;
      },
      off() {
        return this;
      },
      once() {
        return this;
      },
      removeListener() {
        return this;
      },
      emit() {},
      destroy: reject,
    });
  });

/** An async server component, such as a host's settings page. */
async function Page({ tenant, read }) {
  const initialConnection = await read(tenant);
  const { sentence } = library.describeConnection(initialConnection, { platformName: "Acme Cloud" });
  return createElement(
    "main",
    null,
    createElement("p", null, sentence),
    createElement(library.StripeConnectionCard, {
      endpoint: "/api/stripe/test",
      platformName: "Acme Cloud",
      scope: tenant,
      initialConnection,
    }),
  );
}

const connections = JSON.parse(process.env.CONNECTIONS);
// Each read waits until all have begun, and then ends in the reverse order.
const waiting = [];
const read = (tenant) =>
  new Promise((resolve) => {
    waiting.push(() => resolve(connections[tenant]));
    if (waiting.length === Object.keys(connections).length) for (const go of waiting.toReversed()) go();
  });
const tenants = Object.keys(connections);
const pages = await Promise.all(tenants.map((tenant) => flightOf(createElement(Page, { tenant, read }))));
console.log(
  JSON.stringify({
    kinds: { library: kindsOf(library), headless: kindsOf(headless) },
    pages: Object.fromEntries(tenants.map((tenant, n) => [tenant, pages[n]])),
  }),
);
