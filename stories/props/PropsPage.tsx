import { useId } from "react";
import { WithCode } from "../support/WithCode.js";
import { PUBLIC_COMPONENTS, type PublicComponent } from "./publicProps.js";

/** Every prop of every component. */
export function PropsPage() {
  return (
    // A page for developers: it keeps its direction.
    <div dir="ltr" lang="en" style={{ display: "grid", gap: 40, maxWidth: 920 }}>
      <h1 style={{ margin: 0, lineHeight: 1.2 }}>Props</h1>
      {PUBLIC_COMPONENTS.map((component) => (
        <OneComponent key={component.name} component={component} />
      ))}
    </div>
  );
}

const cell = {
  padding: "10px 20px 10px 0",
  textAlign: "start",
  verticalAlign: "top",
  borderBlockEnd: "1px solid light-dark(#e2e5ea, #2a2e37)",
} as const;

function OneComponent({ component: { name, docs, sentence, rest } }: { component: PublicComponent }) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ overflowX: "auto" }}>
      <h2 id={id} style={{ margin: "0 0 4px", fontSize: 18 }}>
        {name}
      </h2>
      <p style={{ margin: "0 0 12px", maxWidth: 640 }}>
        <WithCode text={[sentence, rest].filter(Boolean).join(" ")} />
      </p>
      <table aria-labelledby={id} style={{ borderCollapse: "collapse", inlineSize: "100%" }}>
        <thead>
          <tr>
            {["Prop", "Type", "What it does"].map((head) => (
              <th key={head} scope="col" style={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {docs.map(({ name: prop, type, isRequired, sentence: said }) => (
            <tr key={prop}>
              <th scope="row" style={{ ...cell, fontWeight: 500, whiteSpace: "nowrap" }}>
                <code>{prop}</code>
                {isRequired ? <small style={{ display: "block", fontWeight: 400 }}>required</small> : null}
              </th>
              <td style={{ ...cell, minWidth: 140, maxWidth: 260, overflowWrap: "anywhere" }}>
                <code style={{ fontSize: 12 }}>{type}</code>
              </td>
              <td style={{ ...cell, minWidth: 220 }}>
                <WithCode text={said} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
