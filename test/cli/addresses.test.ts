import { describe, expect, test } from "vitest";
import { runDoctor } from "../../src/cli/doctor/runDoctor.js";
import { runCli } from "../../src/cli/runCli.js";
import { testIo } from "./io.js";

const COMMANDS = [
  ["conformance"],
  ["conformance", "http://127.0.0.1:1/api", "--origin"],
  ["conformance", "http://127.0.0.1:1/api", "--simulator"],
  ["doctor", "--url"],
  ["doctor", "--page"],
  ["doctor", "--stripe"],
  ["simulator", "--port", "0", "--forward"],
];
const ADDRESSES = [
  "http://ada:hunter2secret@127.0.0.1:1/api",
  "https://hunter2secret@app.example.com",
  "http://ada:p@ss/hunter2secret@127.0.0.1",
  "ada:hunter2secret@127.0.0.1",
  "ftp://ada:hunter2secret@127.0.0.1",
  "http://ada:hunter2secret@",
];

describe("an address with a password", () => {
  test.each(COMMANDS)("AT-P4 `%s %s` names the option that takes one only where there is one", async (...command) => {
    const io = testIo();
    await runCli([...command, "http://ada:hunter2secret@127.0.0.1:1/api"], io);
    const hint = ': conformance takes --header "authorization: …"';
    const takesHeaders = command[0] === "conformance";
    expect(io.lines).toEqual([
      `react-stripe-connection: "…@127.0.0.1:1/api" must be without user and password${takesHeaders ? hint : ""}. See react-stripe-connection --help`,
    ]);
  });

  test.each(COMMANDS.flatMap((command) => ADDRESSES.map((address) => [command.join(" "), address] as const)))(
    "AT-P4 `%s %s` is refused, sent nowhere, and not repeated",
    async (command, address) => {
      const asked: string[] = [];
      const fetch = (input: string) => {
        asked.push(input);
        return Promise.reject(new Error("asked"));
      };
      const io = testIo({ fetch });
      expect(await runCli([...command.split(" "), address], io)).toBe(2);
      expect(asked).toEqual([]);
      expect(io.lines.join("\n")).not.toContain("hunter2secret");
      expect(io.lines.join("\n")).toMatch(/must be without user and password|can't be an address/);
    },
  );

  test("AT-P4 one that a page redirects to, or that a message holds, is printed without it", async () => {
    const fetch = () => Promise.reject(new Error("no route to https://ada:hunter2secret@proxy.example/x"));
    const io = testIo({ fetch });
    await runDoctor({ page: "https://app.example.com/" }, io);
    expect(io.lines.join("\n")).toContain("no route to https://…@proxy.example/x");
  });

  test.each([
    ["https://shop.example.com/@acme", "https://shop.example.com/@acme"],
    [
      "http://shop.example.com:8080/@acme?by=ada@acme.example",
      "http://shop.example.com:8080/@acme?by=ada@acme.example",
    ],
    ["https://hunter2secret@shop.example.com/@acme", "https://…@shop.example.com/@acme"],
    ["http://ada:p@ss/hunter2secret@proxy.example", "http://…@proxy.example"],
  ])("AT-P4 of %s the host is printed and no password: %s", async (address, printed) => {
    const io = testIo({ fetch: () => Promise.reject(new Error(`no route to ${address}`)) });
    await runDoctor({ page: "https://app.example.com/" }, io);
    expect(io.lines[0]).toBe(`FAILED   page: it answers: no route to ${printed}`);
  });

  test("AT-P4 one in STRIPE_API_URL is not printed", async () => {
    const env = {
      STRIPE_TEST_SECRET_KEY: "sk_test_ofThePlatform123",
      STRIPE_TEST_PUBLISHABLE_KEY: "pk_test_ofThePlatform123",
      STRIPE_TEST_WEBHOOK_SECRET: "whsec_ofTheEndpoint123",
      STRIPE_API_URL: "http://ada:hunter2secret@127.0.0.1:4244",
    };
    const io = testIo({ env });
    expect((await runDoctor({}, io)).exitCode).toBe(1);
    expect(io.lines.join("\n")).toContain("STRIPE_API_URL");
    expect(io.lines.join("\n")).not.toContain("hunter2secret");
  });
});

test.each(["/", "a", "@", "http://"])("AT-P3 an address of nothing but %j is refused in no time", async (piece) => {
  const began = performance.now();
  const io = testIo();
  expect(await runCli(["conformance", `http://127.0.0.1${piece.repeat(200_000)}x`], io)).toBe(2);
  expect(performance.now() - began).toBeLessThan(1000);
  expect(io.lines.join().length).toBeLessThan(3000);
});
