import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { removeSecrets, withoutSecrets } from "../../src/server/withoutSecrets.js";

describe("SV-F13 secrets in what drivers, proxies and clients write into their errors", () => {
  test.each([
    ["a key=value DSN", "connect failed: host=db user=app password=PLANTED dbname=app"],
    ["a quoted password of a DSN", "host=db password='PLANTED \\' PLANTED' user=app"],
    ["a password with spaces around it", 'Server=db; Password = "PLANTED PLANTED"; Pooling=true'],
    ["JSON", '{"user":"app","password":"PLANTED\\"PLANTED","host":"db"}'],
    ["an inspected object", "{ host: 'db', passphrase: 'PLANTED PLANTED', port: 5432 }"],
    ["a password with @ and /", "postgres://app:PLANTED@PLANTED/w0rd!@db.internal:5432/app failed"],
    ["a password with quotes", `redis://:PLANTED'"(x)PLANTED@cache:6379`],
    ["a user alone", "https://PLANTED@api.example.com/v1"],
    ["Basic", "authorization: Basic c2tfbGl2ZV9QTEFOVEVEOg=="],
    ["Basic without its header", "sent Basic c2tfbGl2ZV9QTEFOVEVEOg== to the proxy"],
    ["Bearer", "Bearer PLANTED.PLANTED-PLANTED refused"],
    ["any other scheme", "Authorization: Digest username=app, nonce=PLANTED, response=PLANTED"],
    ["Proxy-Authorization", "Proxy-Authorization: PLANTED"],
    ["x-api-key", "x-api-key: PLANTED"],
    ["an inspected header", "headers: { 'x-api-key': 'PLANTED', accept: '*/*' }"],
    ["a query", "GET https://api.example.com/v1?api_key=PLANTED&page=2"],
    ["a cookie", "cookie: theme=dark; session=PLANTED; other=PLANTED"],
    ["a set-cookie", "Set-Cookie: sid=PLANTED; HttpOnly; Path=/"],
    ["an environment variable", "AWS_SECRET_ACCESS_KEY=PLANTED/PLANTED+PLANTED is not set"],
    ["JSON in JSON", String.raw`config {"db":"{\"password\":\"PLANTED PLANTED\"}"}`],
    ["a user without a scheme", "connect root:PLANTED@localhost:5432 refused"],
    ["a short name", "DB_PASS='PLANTED' is wrong, pass=PLANTED too"],
    ["a password with a space, in a URL", "postgres://app:PLANTED word@db:5432/app"],
    ["a session id", "session_id=PLANTED expired"],
    ["an e-mail address", "duplicate key (email)=(planted.person+tag@example.com)"],
    ["an e-mail address beside a URL", "planted@example.com,https://app:PLANTED@example.com"],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----\nPLANTED\nPLANTED\n-----END RSA PRIVATE KEY-----"],
  ])("SV-F13 %s", (_name, text) => {
    expect(withoutSecrets(text)).not.toMatch(/planted|UExBTlRFR|QTEFOVEVE/i);
  });

  test.each([
    ["GitHub", "ghp_PLANTED0123456789abcdef0123456789ab"],
    ["GitHub, fine-grained", "github_pat_PLANTED0123456789_abcdef0123456789"],
    ["GitLab", "glpat-PLANTED0123456789ab"],
    ["npm", "npm_PLANTED0123456789abcdef0123456789"],
    ["Slack", "xoxb-PLANTED01234-0123456789-abcdef"],
    ["an app of Slack's", "xapp-1-PLANTED0123-456789"],
    ["AWS", "AKIAPLANTED012345678"],
    ["AWS, temporary", "ASIAPLANTED012345678"],
    ["Google", "AIzaPLANTED0123456789abcdef0123456789ab"],
    ["SendGrid", "SG.PLANTED0123456789.abcdef0123456789"],
    ["OpenAI", "sk-proj-PLANTED0123456789"],
    ["Stripe", "sk_live_PLANTED0123456789"],
    ["a webhook's secret", "whsec_PLANTED/0123+456789="],
    ["a JSON Web Token", "eyJhbGciOiJIUzI1NiJ9.PLANTED0123456789.abcdef-_"],
  ])("SV-F13 a token of %s", (_name, token) => {
    for (const text of [token, `refused: ${token}.`, `{"t":"${token}"}`, `(${token})`]) {
      expect(withoutSecrets(text)).not.toContain("PLANTED");
    }
  });

  test("SV-F13 what helps to find the fault stays", () => {
    for (const text of [
      'password authentication failed for user "app"',
      "connect ECONNREFUSED 10.0.0.7:5432",
      'relation "rsc_facts" does not exist',
      "Cannot find module '/app/node_modules/@scope/pkg/index.js'",
      "StripeInvalidRequestError 400 invalid_request_error parameter_invalid req_1",
      "https://api.stripe.com/v1/accounts/acct_1 answered 503",
      "asia-northeast1-b is unavailable",
      "passed: 12 of 13, bypass: off",
      "http://[::1]:5432 and http://localhost:3000, please",
      "7f9c24e8-3b12-4fef-91e0-5b8a0f5b6f11",
    ]) {
      expect(withoutSecrets(text)).toBe(text);
    }
    expect(withoutSecrets("postgres://app:PLANTED@db:5432/app is away")).toBe(
      "postgres://[removed]@db:5432/app is away",
    );
  });

  test("SV-F13 a secret at the place where a long text is cut is not shown by halves", () => {
    for (let before = 3_900; before < 4_010; before += 1) {
      const text = `${"x ".repeat(before / 2)}postgres://app:${"PLANTED".repeat(30)}@db/app ${"y".repeat(300)}`;
      expect(withoutSecrets(text)).not.toContain("PLANTED");
      // Where what comes before it is removed, the place comes into sight.
      const removed = `password='${"x ".repeat(before / 2)}' postgres://app:${"PLANTED".repeat(30)}@db/app`;
      expect(withoutSecrets(removed)).not.toContain("PLANTED");
    }
    expect(withoutSecrets(`postgres://app:${"PLANTED".repeat(1_000)}@db/app`)).not.toContain("PLANTED");
  });
});

test("AT-P1 control characters do not reach the log: they would begin a line of their own or hide one", () => {
  expect(withoutSecrets("a\nERROR forged\r\n\u001b[2K\u2028b")).toBe("a ERROR forged [2K b");
});

describe("AT-P2 a crafted text takes no longer than another of its length", () => {
  // Of these lengths a pattern that is quadratic takes minutes, and one that is cubic never ends.
  const LENGTH = 400_000;
  const grown = (part: string) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH);

  test.each(
    [
      "a",
      "@",
      "a@",
      "@a.",
      "a@b",
      "a@b.",
      ".@",
      "-",
      "_",
      "://",
      "a://",
      "://@",
      "sk_",
      "-sk_",
      "_secret_",
      "a_secret_-",
      "bearer ",
      "basic  ",
      "bearer",
      "eyJ",
      "eyJ-",
      "eyJ.",
      "password",
      "password=",
      "password-",
      "password='",
      'password="\\',
      "token: ",
      "cookie:",
      "authorization",
      " ",
      "\n",
      "\u001b",
      "'",
      '"',
      "\\",
      "-----BEGIN PRIVATE KEY-----",
      "-----BEGIN ",
      "ghp_",
      "xoxb-",
      "AKIA",
      "v1=",
      "v1=0",
      "secret-secret_",
    ].map((part) => [part]),
  )(
    "AT-P2 %j",
    (part) => {
      for (const text of [grown(part), `${grown(part)}!`, `x ${grown(part)}@`]) {
        expect(removeSecrets(text).length).toBeLessThanOrEqual(text.length * 3);
        expect(withoutSecrets(text).length).toBeLessThanOrEqual(500);
      }
    },
    20_000,
  );

  test("AT-P2 nor do any two crafted parts beside each other", () => {
    const parts = fc.constantFrom(
      "a",
      "@",
      ".",
      "-",
      "_",
      " ",
      "://",
      "sk_",
      "eyJ",
      "bearer ",
      "_secret_",
      "password=",
      "'",
      '"',
      "\\",
    );
    fc.assert(
      fc.property(fc.array(parts, { minLength: 2, maxLength: 5 }), (some) => {
        const text = grown(some.join(""));
        expect(withoutSecrets(removeSecrets(text)).length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
