import { WithCode } from "./WithCode.js";

interface DocsTableProps {
  /** Names the table. */
  label: string;
  head: readonly string[];
  /** Cells as text; names of code stand between backquotes. */
  rows: readonly (readonly string[])[];
}

const cell = {
  padding: "8px 16px 8px 0",
  textAlign: "start",
  verticalAlign: "top",
  border: 0,
  borderBlockEnd: "1px solid light-dark(#e2e5ea, #3b3f46)",
  background: "none",
  color: "light-dark(#2e3338, #c9cdcf)",
} as const;

/** A table of a page of prose. */
export function DocsTable({ label, head, rows }: DocsTableProps) {
  return (
    // Storybook's own rules for prose would paint it light.
    <div className="sb-unstyled" style={{ overflowX: "auto", margin: "16px 0 24px", font: "14px/22px inherit" }}>
      <table aria-label={label} style={{ borderCollapse: "collapse", inlineSize: "100%", fontSize: 14 }}>
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
          {rows.map(([first = "", ...rest]) => (
            <tr key={first}>
              <th scope="row" style={{ ...cell, fontWeight: 400, minWidth: 140 }}>
                <WithCode text={first} />
              </th>
              {rest.map((text) => (
                <td key={text} style={cell}>
                  <WithCode text={text} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
