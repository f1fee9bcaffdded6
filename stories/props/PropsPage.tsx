import { DocsTable } from "../support/DocsTable.js";
import { WithCode } from "../support/WithCode.js";
import { PUBLIC_COMPONENTS, type PublicComponent } from "./publicProps.js";

/** Every prop of every component. */
export function PropsPage() {
  return (
    // A page for developers: it keeps its direction.
    <div dir="ltr" lang="en" style={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 24, maxWidth: 920 }}>
      <h1 style={{ margin: 0, lineHeight: 1.2 }}>Props</h1>
      {PUBLIC_COMPONENTS.map((component) => (
        <OneComponent key={component.name} component={component} />
      ))}
    </div>
  );
}

function OneComponent({ component: { name, docs, sentence, rest } }: { component: PublicComponent }) {
  return (
    <section>
      <h2 style={{ margin: "0 0 4px", fontSize: 18 }}>{name}</h2>
      <p style={{ margin: 0, maxWidth: 640 }}>
        <WithCode text={[sentence, rest].filter(Boolean).join(" ")} />
      </p>
      <DocsTable
        label={name}
        head={["Prop", "Type", "What it does"]}
        rows={docs.map(({ name: prop, type, isRequired, sentence: said }) => [
          isRequired ? `\`${prop}\` (required)` : `\`${prop}\``,
          <code key={prop} style={{ fontSize: 12 }}>
            {type}
          </code>,
          said,
        ])}
      />
    </section>
  );
}
