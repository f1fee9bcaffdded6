/** Whether the page's security policy lets a style element with this nonce work: one look per document and nonce. */
const allowed = new WeakMap<Document, Map<string, boolean>>();

export function stylesAllowed(document: Document, nonce: string | undefined): boolean {
  const known = allowed.get(document) ?? new Map<string, boolean>();
  allowed.set(document, known);
  const key = nonce ?? "";
  const before = known.get(key);
  if (before !== undefined) return before;
  const style = document.createElement("style");
  if (nonce) style.setAttribute("nonce", nonce);
  style.append(document.createTextNode(""));
  document.head.append(style);
  const works = style.sheet !== null;
  style.remove();
  known.set(key, works);
  return works;
}

/** The nonce that the page names in `<meta name="csp-nonce">`. Browsers hide the attribute, not the property. */
export function pageNonce(document: Document): string | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"], meta[property="csp-nonce"]');
  return meta ? meta.nonce || meta.content || undefined : undefined;
}
