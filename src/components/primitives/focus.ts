/** What has the focus in the element's own tree: a shadow root has one of its own. */
export function focusedIn(element: Element): Element | null {
  return (element.getRootNode() as Document | ShadowRoot).activeElement ?? null;
}

/** Whether nothing has the focus, because what had it is gone. Where a person is typing elsewhere, it stays with them. */
export function isFocusFree({ ownerDocument: { activeElement, body, defaultView } }: Element): boolean {
  if (activeElement && activeElement !== body) return false;
  // The page around a frame has a focus of its own.
  const frame = defaultView?.frameElement;
  return !frame || frame.ownerDocument.activeElement === frame || isFocusFree(frame);
}
