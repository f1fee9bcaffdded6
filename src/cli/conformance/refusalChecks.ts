import { MAX_REQUEST_BYTES, PATHS } from "../../core/protocol.js";
import { changesOf, changesWithConnect, type Checks, expect, expectRefusal } from "./expectations.js";

/** What must not get through. */
export const refusalChecks: Checks = {
  "E1 a body that names an account is refused": async (subject) => {
    for (const [path, body] of await changesWithConnect(subject)) {
      const answer = await subject.post(path, { ...body, accountId: "acct_1ofSomebodyElse" });
      expectRefusal(answer, 400, "invalid_request", `POST ${path} with \`accountId\``);
    }
  },

  "a field that the protocol does not know is refused": async (subject) => {
    for (const [path, body] of await changesWithConnect(subject)) {
      const answer = await subject.post(path, { ...body, somethingNew: true });
      expectRefusal(answer, 400, "invalid_request", `POST ${path} with an unknown field`);
    }
  },

  "a field of the wrong type is refused": async ({ post }) => {
    const wrong = [
      [PATHS.connection, { country: ["DE"] }],
      [PATHS.connection, { businessType: "shop" }],
      [PATHS.accountSession, { purpose: "payouts" }],
      [PATHS.accountSession, {}],
      [PATHS.disconnect, {}],
      [PATHS.disconnect, { generation: "1" }],
      [PATHS.disconnect, { generation: -1 }],
    ] as const;
    for (const [path, body] of wrong)
      expectRefusal(await post(path, body), 400, "invalid_request", `POST ${path} ${JSON.stringify(body)}`);
  },

  "E7 a body that is no JSON object is refused": async ({ ask, origin }) => {
    const bodies: [string, string | Uint8Array][] = [
      ["nothing", ""],
      ["half an object", '{"generation":'],
      ["a list", "[]"],
      ["null", "null"],
      ["what is not UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
      ["ten thousand levels", `{"generation":${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
    ];
    const headers = { "content-type": "application/json", origin };
    for (const [of, body] of bodies) {
      const answer = await ask(PATHS.disconnect, { method: "POST", headers, body });
      expectRefusal(answer, 400, "invalid_request", of);
    }
  },

  "E7 a body over 64 kB is refused with 413": async ({ ask, origin }) => {
    const headers = { "content-type": "application/json", origin };
    const body = `{"generation":"${"1".repeat(MAX_REQUEST_BYTES)}"}`;
    expectRefusal(await ask(PATHS.disconnect, { method: "POST", headers, body }), 413, "invalid_request", "65 kB");
  },

  "E5 what a form can send is refused with 415": async ({ ask, origin }) => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
      const headers = { "content-type": type, origin };
      const answer = await ask(PATHS.refresh, { method: "POST", headers, body: "{}" });
      expectRefusal(answer, 415, "invalid_request", type);
    }
  },

  "E6 another method is refused with 405, and told which there are": async (subject) => {
    const { ask, origin } = subject;
    const changes = await changesOf(subject);
    for (const path of [...changes.map(([changing]) => changing), PATHS.webhooks]) {
      for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
        const answer = await ask(path, { method, headers: { origin } });
        expect(answer.status === 405, `${method} ${path} is answered with ${answer.status}, must be 405`);
        const allow = answer.headers.get("allow") ?? "";
        expect(/\bPOST\b/.test(allow), `${method} ${path}: \`Allow\` is "${allow}", must name POST`);
      }
    }
    const { status, headers } = await ask(PATHS.connection, { method: "DELETE", headers: { origin } });
    const allow = headers.get("allow") ?? "";
    expect(
      status === 405 && /\bGET\b/.test(allow) && /\bPOST\b/.test(allow),
      `DELETE /connection: ${status}, "${allow}"`,
    );
  },

  "E4 a change that another site asks for is refused": async (subject) => {
    const from: Record<string, string>[] = [
      {},
      { origin: "null" },
      { origin: "https://evil.example" },
      { origin: `${subject.origin}.evil.example` },
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    ];
    for (const [path, body] of await changesWithConnect(subject)) {
      for (const headers of from) {
        const answer = await subject.ask(path, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify(body),
        });
        expectRefusal(answer, 403, "csrf", `POST ${path} from ${JSON.stringify(headers)}`);
      }
    }
  },

  "no page of another origin may read an answer": async ({ ask }) => {
    const { headers } = await ask(PATHS.connection, { headers: { origin: "https://evil.example" } });
    const allowed = headers.get("access-control-allow-origin");
    expect(allowed === null || !["*", "https://evil.example"].includes(allowed), `it is allowed to "${allowed}"`);
  },

  "G1 a webhook without a fitting signature is refused": async ({ ask, io }) => {
    const time = Math.floor(io.now() / 1000);
    const signatures: Record<string, string>[] = [
      {},
      { "stripe-signature": "" },
      { "stripe-signature": "garbled" },
      { "stripe-signature": `t=${time}` },
      { "stripe-signature": `t=${time},v1=${"0".repeat(64)}` },
      { "stripe-signature": `t=${time},v0=${"0".repeat(64)}` },
    ];
    const body = JSON.stringify({ id: "evt_forged", object: "event", type: "account.updated", livemode: false });
    for (const headers of signatures) {
      // Stripe is signed in nowhere.
      const answer = await ask(PATHS.webhooks, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body,
        as: "nobody",
      });
      const said = headers["stripe-signature"] ?? "nothing";
      expectRefusal(answer, 400, "invalid_request", `an event signed with ${JSON.stringify(said.slice(0, 20))}`);
    }
  },
};
