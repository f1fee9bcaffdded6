import type { ReactNode } from "react";
import { WithCode } from "./WithCode.js";

interface DocsTableProps {
  /** Names the table. */
  label: string;
  head: readonly string[];
  /** Each begins with its own name. In texts, names of code stand between backquotes. */
  rows: readonly (readonly [name: string, ...cells: ReactNode[]])[];
}

const cell = {
  padding: "8px 16px 8px 0",
  textAlign: "start",
  verticalAlign: "baseline",
  border: 0,
  borderBlockEnd: "1px solid light-dark(#e2e5ea, #3b3f46)",
  background: "none",
  color: "light-dark(#2e3338, #c9cdcf)",
} as const;

/** A table, on a page of prose or a story of its own. */
export function DocsTable({ label, head, rows }: DocsTableProps) {
  return (
    <div
      // Storybook's own rules for prose would paint it light.
      className="sb-unstyled"
      // It may be wider than its place, and is then scrolled by the keyboard too.
      role="group"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      style={{ overflowX: "auto", margin: "16px 0 24px" }}
    >
      <table
        aria-label={label}
        style={{ borderCollapse: "collapse", inlineSize: "100%", fontSize: 14, lineHeight: "20px" }}
      >
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col" style={{ ...cell, fontWeight: 600 }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row" style={{ ...cell, fontWeight: 400, minWidth: 96 }}>
                <WithCode text={name} />
              </th>
              {cells.map((content, index) => (
                <td key={head[index + 1]} style={{ ...cell, minWidth: 140 }}>
                  {typeof content === "string" ? <WithCode text={content} /> : content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
