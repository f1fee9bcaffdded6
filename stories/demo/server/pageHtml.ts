import { BOOT_ELEMENT, type BootData } from "../bootData.js";

/** The page, with what it has to know before its first request. */
export function pageHtml(boot: BootData): string {
  // `<` is the one character that could end the element early.
  const json = JSON.stringify(boot).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Billing · Environment · Acme Cloud</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page/page.css" />
    <style>
      html { color-scheme: light dark; }
      body { margin: 0; background: light-dark(#f3f4f7, #0e1013); }
    </style>
  </head>
  <body>
    <div id="root"></div>
    <script type="application/json" id="${BOOT_ELEMENT}">${json}</script>
    <script type="module" src="/page/page.js"></script>
  </body>
</html>
`;
}
