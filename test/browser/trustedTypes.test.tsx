import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands } from "vitest/browser";

// Only in a page of its own: a policy for Trusted Types can't be taken back.

const frames: HTMLIFrameElement[] = [];

/** What loading connect.js came to in a page whose policy allows these names. */
function loadUnder(names: string, before = ""): Promise<string> {
  const frame = document.createElement("iframe");
  frames.push(frame);
  const came = new Promise<string>((resolve) => {
    const listen = ({ source, data }: MessageEvent) => {
      if (source !== frame.contentWindow) return;
      removeEventListener("message", listen);
      resolve(String(data));
    };
    addEventListener("message", listen);
  });
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types ${names}">
    <script>${before}</script>
    <script type="module">
      import { loadConnectScript } from "${location.origin}/src/onboarding/session/loadConnect.ts";
      await loadConnectScript().then(
        () => parent.postMessage(typeof window.StripeConnect.init, "*"),
        (error) => parent.postMessage(error.failure + ": " + error.message, "*"),
      );
    </script>`;
  document.body.append(frame);
  return came;
}

beforeEach(() => commands.routeConnectJs("minimal"));
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe("CL-N1 under Trusted Types connect.js", () => {
  test("is loaded where the page allows the name of our policy", async () => {
    expect(await loadUnder("react-stripe-connection")).toBe("function");
  });

  test("is loaded where the page has a default policy and allows no other name", async () => {
    const policy = "trustedTypes.createPolicy('default', { createScriptURL: (address) => address })";
    expect(await loadUnder("default", policy)).toBe("function");
  });

  test("is refused where the page allows neither, and the developer hears which name to allow", async () => {
    const came = await loadUnder("another");
    expect(came).toMatch(/^script_blocked: .*Trusted Types refuse https:.*`react-stripe-connection`.*trusted-types/);
  });
});
