/** Elements around `start` that would clip or contain what is fixed to the window, as Stripe's own overlays are. */
export function overlayTraps(start: Element | null): string[] {
  const found: string[] = [];
  for (let element = start; element && element !== document.body; element = element.parentElement) {
    const { transform, filter, contain, containerType, overflow, perspective } = getComputedStyle(element);
    const own = [transform, filter, contain, containerType, overflow, perspective].join(" ");
    if (own !== "none none none normal visible none") found.push(`${element.tagName} ${own}`);
  }
  return found;
}
