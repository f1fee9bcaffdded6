const locks = new WeakMap<Document, { count: number; undo: () => void }>();

/** The page behind does not scroll until the last lock is released, and does not move: a scrollbar's room is kept. */
export function lockScroll(page: Document): () => void {
  const lock = locks.get(page) ?? { count: 0, undo: hideOverflow(page) };
  locks.set(page, lock);
  lock.count += 1;
  return () => {
    lock.count -= 1;
    if (lock.count > 0) return;
    locks.delete(page);
    lock.undo();
  };
}

function hideOverflow({ documentElement: root, body, defaultView: view }: Document): () => void {
  const hasScrollbar = view !== null && view.innerWidth > root.clientWidth;
  // The window takes the body's overflow where the root has none, and the body would scroll by itself if the root had one.
  const isBodys = view?.getComputedStyle(root).overflowY === "visible";
  const undo = [
    setStyle(isBodys ? body : root, "overflow-x", "hidden"),
    setStyle(isBodys ? body : root, "overflow-y", "hidden"),
    ...(hasScrollbar ? [setStyle(root, "scrollbar-gutter", "stable")] : []),
  ];
  return () => {
    for (const one of undo) one();
  };
}

/** Sets an inline style over any rule; undone, the element has the inline style that it had before. */
function setStyle({ style }: HTMLElement, property: string, value: string): () => void {
  const before = style.getPropertyValue(property);
  const priority = style.getPropertyPriority(property);
  style.setProperty(property, value, "important");
  return () => {
    // What the host has set meanwhile is the host's.
    if (style.getPropertyValue(property) === value) style.setProperty(property, before, priority);
  };
}
