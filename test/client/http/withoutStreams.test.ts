// @vitest-environment node
import { Readable } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import { httpAdapter } from "../../../src/client/http/httpAdapter.js";
import { MAX_ANSWER_BYTES } from "../../../src/core/protocol.js";
import { connected } from "../../support/connections.js";
import { takeToldRequests } from "../../support/setup.js";

// What the developer is told of these has tests of its own.
afterEach(() => void takeToldRequests());

interface Answer {
  status: number;
  type: string;
  text: string;
}

const headersOf = ({ type }: Answer) => new Headers({ "content-type": type });

/** What `fetch` resolves to where it is not the platform's. */
const KINDS: Record<string, (answer: Answer) => object> = {
  // whatwg-fetch 3.6: a class of its own over XMLHttpRequest, with `_bodyText` and without `body`.
  "whatwg-fetch": (answer) =>
    new (class Response {
      readonly type = "default";
      readonly ok = answer.status < 300;
      readonly status = answer.status;
      readonly headers = headersOf(answer);
      bodyUsed = false;
      readonly _bodyText = answer.text;
      text() {
        if (this.bodyUsed) return Promise.reject(new TypeError("Already read"));
        this.bodyUsed = true;
        return Promise.resolve(this._bodyText);
      }
    })(),
  // node-fetch 2: `body` is a stream of Node's, and there is no `type`.
  "node-fetch 2": (answer) => {
    const body = Readable.from([Buffer.from(answer.text)]);
    return {
      ok: answer.status < 300,
      status: answer.status,
      headers: headersOf(answer),
      body,
      text: async () => Buffer.concat(await body.toArray()).toString(),
    };
  },
  "a mock by hand": (answer) => ({
    ok: answer.status < 300,
    status: answer.status,
    headers: headersOf(answer),
    json: async () => JSON.parse(answer.text) as unknown,
    text: async () => answer.text,
  }),
};

const json = (text: string, status = 200): Answer => ({ status, type: "application/json", text });

describe.each(Object.entries(KINDS))("CL-F10 %s", (_, respond) => {
  function adapterFor(answer: Answer) {
    const sent: string[] = [];
    const adapter = httpAdapter({
      url: "/api/stripe",
      fetch: async (url) => {
        sent.push(url);
        return respond(answer) as Response;
      },
    });
    return { adapter, sent };
  }
  const getConnection = (answer: Answer) => adapterFor(answer).adapter.getConnection();

  test("is read", async () => {
    expect(await getConnection(json(JSON.stringify(connected())))).toEqual(connected());
  });

  test("refuses in the server's words", async () => {
    const refusal = {
      type: "about:blank",
      title: "Not now",
      status: 503,
      code: "store_unavailable",
      requestId: "req_1",
    };
    await expect(
      getConnection({ ...json(JSON.stringify(refusal), 503), type: "application/problem+json" }),
    ).rejects.toMatchObject({ code: "store_unavailable", requestId: "req_1" });
  });

  test.each([
    ["is not JSON", json("not json"), "no JSON"],
    ["is a page", { ...json("<html>"), type: "text/html" }, "no JSON"],
    ["is larger than an answer may be", json(`"${"a".repeat(MAX_ANSWER_BYTES)}"`), "too large"],
  ])("that %s is an invalid response", async (_what, answer, message) => {
    await expect(getConnection(answer)).rejects.toMatchObject({
      code: "invalid_response",
      message: expect.stringContaining(message) as string,
    });
  });

  test("can't be followed as a stream, which is said once and leaves the client to poll", async () => {
    const { adapter, sent } = adapterFor({ ...json(": hello\n\n"), type: "text/event-stream" });
    const follow = () => adapter.subscribe?.({ onConnection: () => {} }, {});
    await expect(follow()).rejects.toMatchObject({
      code: "invalid_request",
      retryable: false,
      message: expect.stringContaining("must be a web stream") as string,
    });
    expect(sent).toHaveLength(1);
  });

  test("is not asked for a stream once an answer came without one", async () => {
    const { adapter, sent } = adapterFor(json(JSON.stringify(connected())));
    await adapter.getConnection();
    await expect(adapter.subscribe?.({ onConnection: () => {} }, {})).rejects.toMatchObject({ retryable: false });
    expect(sent).toHaveLength(1);
  });
});
