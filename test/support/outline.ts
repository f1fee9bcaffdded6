import type { AccessibleNode } from "./accessibleTree.js";

const SILENT = new Set([
  "InlineTextBox",
  "generic",
  "paragraph",
  "none",
  "LabelText",
  "strong",
  "MenuListPopup",
  "Iframe",
]);
const TOLD = ["level", "expanded", "disabled", "busy", "modal", "hasPopup", "focused"];

/** Every node, in the order in which it is read. */
export const flat = (node: AccessibleNode): AccessibleNode[] => [node, ...node.children.flatMap(flat)];

/** What a screen reader comes across, a line each: role, name, state, and description. Text inside of a name is not told twice. */
export function outline(node: AccessibleNode): string[] {
  const lines: string[] = [];
  const walk = (one: AccessibleNode, named: string) => {
    const isText = one.role === "StaticText";
    if (isText && !named.includes(one.name)) lines.push(one.name);
    if (!isText && !SILENT.has(one.role)) {
      const states = TOLD.flatMap((key) => {
        const value = one.properties[key];
        if (value === undefined || value === false || value === "false") return [];
        return one.role === "listitem" ? [] : [value === true ? key : `${key}=${value}`];
      });
      const described = one.description ? `, ${one.description}` : "";
      lines.push([one.role, one.name && `"${one.name}"`, ...states].filter(Boolean).join(" ") + described);
    }
    for (const child of one.children) walk(child, isText ? "" : one.name || named);
  };
  walk(node, "");
  return lines;
}
