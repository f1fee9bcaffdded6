import type { BrowserCommand } from "vitest/node";

/** What assistive technology is told of one element. */
export interface AccessibleNode {
  role: string;
  name: string;
  description: string;
  /** Heading level, expanded, disabled, busy and the like, as far as they are set. */
  properties: Record<string, string | number | boolean | undefined>;
  children: AccessibleNode[];
}

interface AxValue {
  value?: string | number | boolean;
}
interface AxNode {
  nodeId: string;
  ignored: boolean;
  childIds?: string[];
  parentId?: string;
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  properties?: { name: string; value: AxValue }[];
}

/** Chromium's own accessibility tree of the page that the test runs in. */
export const accessibleTree: BrowserCommand<[]> = async ({ context, page, frame }): Promise<AccessibleNode> => {
  const url = (await frame()).url();
  const session = await context.newCDPSession(page);
  try {
    const { frameTree } = await session.send("Page.getFrameTree");
    const own = [frameTree, ...(frameTree.childFrames ?? [])].find((one) => one.frame.url === url) ?? frameTree;
    await session.send("Accessibility.enable");
    const { nodes } = await session.send("Accessibility.getFullAXTree", { frameId: own.frame.id });
    return asTree(nodes as AxNode[]);
  } finally {
    await session.detach();
  }
};

function asTree(nodes: AxNode[]): AccessibleNode {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = (node: AxNode): AccessibleNode[] =>
    (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      if (!child) return [];
      return child.ignored ? children(child) : [told(child)];
    });
  const text = (value: AxValue | undefined) => String(value?.value ?? "");
  const told = (node: AxNode): AccessibleNode => ({
    role: text(node.role),
    name: text(node.name),
    description: text(node.description),
    properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    children: children(node),
  });
  const root = nodes.find(({ parentId }) => parentId === undefined);
  if (!root) throw new Error("The page has no accessibility tree.");
  return told(root);
}
