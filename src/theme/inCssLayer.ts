import type { StyleSheetManager } from "styled-components";

type StylisPlugin = NonNullable<React.ComponentProps<typeof StyleSheetManager>["stylisPlugins"]>[number];

/**
 * Puts the components' rules into a cascade layer, so that any rule of yours outside of it wins, whatever its
 * specificity: `<StyleSheetManager stylisPlugins={[inCssLayer("rsc")]}>`. Outside of that they are in no layer, because
 * there a page's own `button { … }` would win, too. Keep the list of plugins, don't make it anew on each render.
 */
export function inCssLayer(layer: string): StylisPlugin {
  const plugin: StylisPlugin = (element) => {
    // Only what stands at the top of the sheet, and once.
    if (element.root || element.type === "@layer") return;
    const rule = { ...element, parent: element, root: element };
    Object.assign(element, { type: "@layer", value: `@layer ${layer}`, props: [layer], children: [rule], return: "" });
  };
  // styled-components tells plugins apart by their names, and has other class names for each.
  return Object.defineProperty(plugin, "name", { value: `rsc-layer-${layer}` });
}
