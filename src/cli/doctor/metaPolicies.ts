/** Characters. A head that is longer has its policy before that. */
const MAX_HEAD = 512 * 1024;

/** Where a head ends. */
const END = /<\/head\s*>|<body[\s>]/i;

/** The elements of a page's head. The rest is not fetched. */
export async function readHead(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let html = "";
  while (reader && html.length < MAX_HEAD && !END.test(withoutTexts(html))) {
    const { done, value } = await reader.read();
    if (done) break;
    html += value;
  }
  await reader?.cancel();
  return withoutTexts(html).split(END)[0] ?? "";
}

/** What stands in these is text to the browser, and no element; also where their end has not come yet. */
function withoutTexts(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, "");
}

/** The policies that a page sets in itself: they hold as well as those of its headers. */
export function metaPolicies(head: string): string[] {
  return [...head.matchAll(/<meta\b(?:"[^"]*"|'[^']*'|[^<>"'])*>/gi)].flatMap(([meta]) => {
    const isPolicy = attribute(meta, "http-equiv").trim().toLowerCase() === "content-security-policy";
    return isPolicy ? [attribute(meta, "content")] : [];
  });
}

function attribute(tag: string, name: string): string {
  const pattern = new RegExp(`[\\s"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i");
  const [, double, single, bare] = pattern.exec(tag) ?? [];
  return (double ?? single ?? bare ?? "").replace(/&(?:#39|#x27|apos|quot|#34|amp);/gi, (entity) =>
    /quot|34/i.test(entity) ? '"' : /amp/i.test(entity) ? "&" : "'",
  );
}
