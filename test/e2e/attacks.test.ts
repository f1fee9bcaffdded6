import { describe, expect, inject, it } from "vitest";
import { createHosts } from "../../stories/demo/server/hosts.js";
import { readSettings } from "../../stories/demo/server/settings.js";
import { rawRequest } from "../support/rawRequest.js";

const origin = inject("demoOrigin");
const { host, port } = new URL(origin);

describe("requests that no browser of a customer sends", () => {
  it.each([
    "//",
    "//x",
    "http://[",
    "http://",
    "http://evil.example/",
    "*",
    "x",
    "/\\",
    "/%zz",
    "/page/%zz",
    "//[",
    "//page/page.js",
    "/demo//",
    "/demo/%zz",
    "/demo/simulator/%zz",
    "/simulator/test/_connect/%zz",
    "/connect.js//",
    "/api/stripe/test//",
    "/api/stripe/test/%zz",
    "/api/stripe/live/../../x",
    "/page/../../../etc/passwd",
  ])("AT-F6 the target %j is answered, and the demo goes on", async (target) => {
    const { status } = await rawRequest(origin, { target, headers: { host } });
    expect(status).toBeOneOf([400, 401, 403, 404]);
    expect((await fetch(origin)).status).toBe(200);
  });

  it.each(["OPTIONS *", "CONNECT 127.0.0.1:1", "HEAD //", "TRACE /", "POST //", "DELETE http://["])(
    "AT-F6 %s is answered or cut off, and the demo goes on",
    async (line) => {
      const [method = "", target = ""] = line.split(" ");
      const { status } = await rawRequest(origin, { method, target, headers: { host } });
      expect(status).toBeOneOf([Number.NaN, 200, 400, 404, 405]);
      expect((await fetch(origin)).status).toBe(200);
    },
  );
});

describe("a site whose name is made to point here", () => {
  const foreign = {
    host: `evil.example:${port}`,
    origin: `http://evil.example:${port}`,
    "sec-fetch-site": "same-origin",
  };

  it.each(["/", "/?x", "//", "/page/page.js", "/connect.js", "/demo/simulator/test", "/api/stripe/test/connection"])(
    "AT-F9 is refused at %s, with what to do and without a cookie",
    async (target) => {
      const { status, text } = await rawRequest(origin, { target, headers: foreign });
      expect(status).toBe(403);
      expect(text).not.toMatch(/set-cookie/i);
      expect(text).toContain("ALLOWED_HOSTS=");
    },
  );

  it.each(["test", "live"])("AT-F9 makes no account in %s mode, also with a cookie that it got", async (mode) => {
    const mine = { host, origin, "sec-fetch-site": "same-origin" };
    const cookie = /set-cookie: (acme_session=[^;]+)/i.exec(
      (await rawRequest(origin, { target: "/", headers: mine })).text,
    )?.[1];
    expect(cookie).toBeDefined();
    const post = (headers: Record<string, string>) =>
      rawRequest(origin, {
        method: "POST",
        target: `/api/stripe/${mode}/connection`,
        headers: { ...headers, cookie: cookie ?? "", "content-type": "application/json" },
        body: "{}",
      });
    expect((await post(foreign)).status).toBe(403);
    const get = { target: `/api/stripe/${mode}/connection`, headers: { ...mine, cookie: cookie ?? "" } };
    expect((await rawRequest(origin, get)).text).toContain('"status":"not_connected"');
    expect((await post(mine)).status).toBe(200);
  });

  it.each(["127.0.0.1", "localhost", "LocalHost", "[::1]"])(
    "AT-F9 the page opens by this machine's name %s",
    async (name) => {
      for (const own of [name, `${name}:${port}`]) {
        const { status, text } = await rawRequest(origin, { target: "/", headers: { host: own } });
        expect(status).toBe(200);
        expect(text).toMatch(/set-cookie/i);
      }
    },
  );

  it("AT-F9 the page works by the name localhost as by the address", async () => {
    const headers = { host: `localhost:${port}`, origin: `http://localhost:${port}`, "sec-fetch-site": "same-origin" };
    const page = await rawRequest(origin, { target: "/", headers });
    const cookie = /set-cookie: (acme_session=[^;]+)/i.exec(page.text)?.[1] ?? "";
    const { status } = await rawRequest(origin, {
      method: "POST",
      target: "/api/stripe/test/connection",
      headers: { ...headers, cookie, "content-type": "application/json" },
      body: "{}",
    });
    expect(status).toBe(200);
  });
});

describe("names that the developer allows", () => {
  const allows = (given: string, name: string) => {
    const { allowedHosts } = readSettings({ ALLOWED_HOSTS: given }, "/somewhere");
    return createHosts(allowedHosts).allows({ headers: { host: name } });
  };

  it("AT-F9 are those of ALLOWED_HOSTS, and no others", () => {
    expect(allows("Demo.example.com, tunnel.example", "demo.example.com")).toBe(true);
    expect(allows("demo.example.com tunnel.example", "tunnel.example:443")).toBe(true);
    expect(allows("demo.example.com", "a.demo.example.com")).toBe(false);
    expect(allows("", "")).toBe(false);
    expect(createHosts(["demo.example.com"]).origins("http://127.0.0.1:4242")).toContain("https://demo.example.com");
  });

  it.each(["http://127.0.0.1:4242", "http://127.0.0.1:80"])("are origins as browsers write them, at %s", (at) => {
    const { origin } = new URL(at);
    expect(createHosts(["demo.example.com"]).origins(at)).toEqual(
      expect.arrayContaining([
        origin,
        origin.replace("127.0.0.1", "localhost"),
        origin.replace("127.0.0.1", "[::1]"),
        origin.replace("127.0.0.1", "demo.example.com"),
        "http://demo.example.com",
        "https://demo.example.com",
      ]),
    );
  });

  it.each(["http://demo.example.com", "demo.example.com:80", "*"])("AT-F9 can't be %s", (given) => {
    expect(() => readSettings({ ALLOWED_HOSTS: given }, "/somewhere")).toThrow("names without scheme and port");
  });
});
