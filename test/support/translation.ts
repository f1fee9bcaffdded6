/**
 * What a browser's translator does to a text: `replace` puts a <font> with a new text node in its place, `move` moves
 * the text node into a <font> (facebook/react#11538).
 */
export const TRANSLATIONS = ["replace", "move"] as const;
export type Translation = (typeof TRANSLATIONS)[number];

/** A translation that can be undone: `⟦Connected⟧`. */
const translated = (text: string) => `⟦${text}⟧`;
export const untranslated = (text: string) => text.replaceAll(/[⟦⟧]/g, "");

const isLeftAlone = (text: Text): boolean =>
  text.data.trim() === "" ||
  text.data.startsWith("⟦") ||
  text.parentElement?.closest('[translate="no"], script, style') != null;

function textsOf(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

/** Translates every text below `root` that is not translated yet. */
export function translate(root: Node, how: Translation): void {
  for (const text of textsOf(root)) {
    if (isLeftAlone(text)) continue;
    // A text that changed inside of a <font> is translated where it is.
    if (text.parentElement?.localName === "font") {
      text.data = translated(text.data);
      continue;
    }
    const font = document.createElement("font");
    text.replaceWith(font);
    if (how === "replace") font.textContent = translated(text.data);
    else {
      text.data = translated(text.data);
      font.append(text);
    }
  }
}

/** Translates what is below `root` now and whatever comes later, until the result is called. */
export function keepTranslated(root: Node, how: Translation): () => void {
  const observer = new MutationObserver(() => {
    translate(root, how);
    // Its own changes are no news.
    observer.takeRecords();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  translate(root, how);
  return () => observer.disconnect();
}

/**
 * Words in a text node of React's own. React writes a string that is an element's only child by `textContent`, which
 * replaces what a translator put there; a text beside a sibling is a node that React keeps, also after a translator
 * took it out of the page. The node then has a key for React's fiber.
 */
export const wordsOfReact = (root: Node): string[] =>
  textsOf(root)
    .filter((text) => text.data.trim() !== "" && Object.keys(text).some((key) => key.startsWith("__reactFiber$")))
    .map(({ data }) => data);
