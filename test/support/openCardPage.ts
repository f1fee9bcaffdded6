import { page } from "vitest/browser";

/** Where the same server answers under another origin. */
const foreignHost = "framed.localhost";

/** Opens `cardPage.html` in a frame; `said` is what it told the page around it. */
export async function openCardPage(query: Record<string, string> = {}, { isForeign = false } = {}) {
  const address = new URL("/test/support/cardPage.html", location.href);
  if (isForeign) address.hostname = foreignHost;
  address.search = new URLSearchParams(query).toString();
  const frame = document.createElement("iframe");
  frame.title = "A page with a card";
  frame.style.cssText = "inline-size: 700px; block-size: 560px";
  frame.dataset["testid"] = `frame-${address.search}`;
  const said: unknown[] = [];
  const listen = ({ source, data }: MessageEvent) => {
    if (source === frame.contentWindow) said.push(data);
  };
  addEventListener("message", listen);
  frame.src = address.href;
  document.body.append(frame);
  const inside = page.frameLocator(page.getByTestId(frame.dataset["testid"]));
  return {
    inside,
    said,
    /** Null for a frame of another origin. */
    document: () => frame.contentDocument,
    close: () => {
      removeEventListener("message", listen);
      frame.remove();
    },
  };
}
