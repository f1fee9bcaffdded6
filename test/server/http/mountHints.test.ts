import { Hono } from "hono";
import { PATHS } from "../../../src/core/protocol.js";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type BackEnd, BASE, startBackEnd } from "../support/backEnd.js";

afterEach(() => vi.unstubAllEnvs());

const warnings = ({ logs }: BackEnd) => logs.filter(({ level }) => level === "warn");

describe("SV-F4 a trailing slash is the same address", () => {
  test.each(Object.values(PATHS).map((path) => [path]))("SV-F4 %s", async (path) => {
    const { url } = await startBackEnd({ webhooks: false });
    const headers = { authorization: "nobody", origin: "https://app.example.com", "content-type": "application/json" };
    for (const method of ["GET", "POST", "PUT"]) {
      const ask = async (address: string) => {
        const response = await fetch(address, { method, headers, ...(method === "GET" ? {} : { body: "{}" }) });
        const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
        return { status: response.status, body };
      };
      const plain = await ask(url + path);
      expect(plain.status).not.toBe(404);
      expect(await ask(`${url}${path}/`)).toEqual(plain);
    }
  });

  test("SV-F4 a webhook that is refused there is in the log as one", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    await backEnd.post("/webhooks/");
    expect(warnings(backEnd)).toEqual([expect.objectContaining({ message: "a webhook was refused" })]);
  });
});

describe("SV-P1 a path that does not begin with basePath", () => {
  const stripped = (backEnd: BackEnd) => new Hono().mount(BASE, backEnd.handler.fetch);
  const titleOf = async (response: Response | Promise<Response>) =>
    ((await (await response).json()) as { title: string }).title;

  test("SV-P1 HO-11 says so under a mount that strips the prefix, and is in the log once", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const app = stripped(backEnd);
    for (const path of ["/connection", "/connection", "/webhooks"]) {
      const answer = await app.request(`${BASE}${path}`);
      expect(answer.status).toBe(404);
      expect(await titleOf(answer)).toBe(
        `the path does not begin with basePath "${BASE}": is the handler mounted under another path, or by a mount that strips the prefix?`,
      );
    }
    expect(warnings(backEnd)).toEqual([
      {
        level: "warn",
        message: expect.stringContaining("does not begin with basePath"),
        fields: { path: "/connection", basePath: BASE },
      },
    ]);
  });

  test("SV-P1 an empty basePath is right under a mount that strips the prefix", async () => {
    const backEnd = await startBackEnd({ webhooks: false, options: { basePath: "" } });
    const answer = await stripped(backEnd).request(`${BASE}/connection`, { headers: { authorization: "ada" } });
    expect(answer.status).toBe(200);
    expect((await stripped(backEnd).request(`${BASE}/nowhere`)).status).toBe(404);
    expect(warnings(backEnd)).toEqual([]);
  });

  test("SV-P1 says nothing of it where the path does begin so, nor in the log for what was not meant for it", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    expect((await backEnd.get("/nowhere")).body["title"]).toBe("there is nothing at this path");
    const favicon = await fetch(new URL("/favicon.ico", backEnd.url));
    expect(await titleOf(favicon)).toContain("does not begin with basePath");
    expect(warnings(backEnd)).toEqual([]);
  });

  test("SV-P1 repeats nothing of the path, and the log gets it without line breaks", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const path = "/%0d%0a%3Cscript%3Ealert(1)%3C/script%3E/sk_test_PLANTED0123456789/connection";
    const answer = await fetch(new URL(path, backEnd.url));
    expect(await answer.text()).not.toMatch(/script|PLANTED/);
    const logged = JSON.stringify(warnings(backEnd));
    expect(logged).toContain("basePath");
    expect(logged).not.toMatch(/PLANTED|\\[rn]|<script/);
  });
});

describe("HO-11 a publicUrl that browsers don't show", () => {
  const page = (headers: Record<string, string>) => ({ "sec-fetch-site": "same-origin", ...headers });

  test("HO-11 is told in development, with both values, once for each origin", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const referer = "http://localhost:5173/settings?secret=1";
    await backEnd.get("/connection", page({ referer }));
    await backEnd.get("/connection", page({ referer }));
    await backEnd.post("/connection/refresh", {}, page({ origin: "http://localhost:5173" }));
    expect(warnings(backEnd)).toHaveLength(1);
    const { message } = warnings(backEnd)[0] ?? {};
    expect(message).toContain("at http://localhost:5173, but publicUrl is https://app.example.com");
    expect(message).not.toContain("secret");
    await backEnd.get("/connection", page({ referer: "http://127.0.0.1:5173/" }));
    expect(warnings(backEnd)).toHaveLength(2);
  });

  test("HO-11 is told of a change that is refused, too", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    const headers = { origin: "http://192.168.0.7:5173" };
    expect((await backEnd.post("/connection/refresh", {}, headers)).status).toBe(403);
    expect(warnings(backEnd)[0]?.message).toContain("http://192.168.0.7:5173");
  });

  test("HO-11 is not seen in a proxy's headers, another site, a page at an allowed origin, or no browser", async () => {
    const backEnd = await startBackEnd({
      webhooks: false,
      options: { allowedOrigins: ["https://app.example.com", "https://admin.example.com"] },
    });
    for (const headers of [
      page({ referer: "https://app.example.com/settings", "x-forwarded-host": "other.example.com" }),
      page({ referer: "https://admin.example.com/", forwarded: "host=other.example.com" }),
      page({ referer: "about:client" }),
      page({ referer: "not a url", origin: "null" }),
      { "sec-fetch-site": "cross-site", referer: "https://evil.example/" },
      { "sec-fetch-site": "none" },
      {},
    ]) {
      await backEnd.get("/connection", headers as Record<string, string>);
    }
    expect(warnings(backEnd)).toEqual([]);
  });

  test("HO-11 stays a handful of lines, whatever is sent", async () => {
    const backEnd = await startBackEnd({ webhooks: false });
    for (let port = 5000; port < 5020; port += 1)
      await backEnd.get("/connection", page({ referer: `http://localhost:${port}/` }));
    expect(warnings(backEnd)).toHaveLength(5);
  });

  test("HO-11 is not looked for in production", async () => {
    vi.stubEnv("NODE_ENV", "production");
    const backEnd = await startBackEnd({ webhooks: false });
    await backEnd.get("/connection", page({ referer: "http://localhost:5173/" }));
    expect(warnings(backEnd)).toEqual([]);
  });
});
