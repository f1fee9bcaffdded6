import { type ReactNode, useId } from "react";
import type { TokenName } from "react-stripe-connection";
import { TOKEN_DESCRIPTIONS } from "../../src/theme/tokenDescriptions.js";
import { TOKENS } from "../../src/theme/tokens.js";
import { COLOUR_GROUPS, colourOf, type Edits, NO_EDITS } from "./edits.js";

const FONTS = ["inherit", "system-ui, sans-serif", "Georgia, serif", "ui-monospace, monospace"];

interface ControlsProps {
  edits: Edits;
  onChange: (edits: Edits) => void;
  scheme: "light" | "dark";
}

/** An input for every token that a designer changes. */
export function Controls({ edits, onChange, scheme }: ControlsProps) {
  const setColour = (name: TokenName, value: string) =>
    onChange({ ...edits, colours: { ...edits.colours, [name]: { ...edits.colours[name], [scheme]: value } } });
  const setMeasure = (name: TokenName, value: string) =>
    onChange({ ...edits, measures: { ...edits.measures, [name]: value } });
  return (
    <div style={{ display: "grid", gap: 16 }}>
      <Group title="Brand">
        <Colour
          name="Brand"
          title="One colour: buttons, links and the focus ring are made from it, and stay readable."
          value={edits.brand ?? "#5a50f0"}
          onChange={(brand) => onChange({ ...edits, brand })}
        />
      </Group>
      <Group title="Shape and type">
        <Radius name="radius" value={edits.measures.radius} onChange={setMeasure} />
        <Radius name="radius-control" value={edits.measures["radius-control"]} onChange={setMeasure} />
        <label style={row}>
          font-family
          <select
            value={edits.measures["font-family"] ?? "inherit"}
            onChange={(event) => setMeasure("font-family", event.target.value)}
            style={{ maxInlineSize: 150 }}
          >
            {FONTS.map((font) => (
              <option key={font}>{font}</option>
            ))}
          </select>
        </label>
      </Group>
      {Object.entries(COLOUR_GROUPS).map(([title, names]) => (
        <Group key={title} title={title}>
          {names.map((name) => (
            <Colour
              key={name}
              name={name}
              title={TOKEN_DESCRIPTIONS[name]}
              value={colourOf(edits, name, scheme)}
              onChange={(value) => setColour(name, value)}
            />
          ))}
        </Group>
      ))}
      <button
        type="button"
        disabled={edits === NO_EDITS}
        onClick={() => onChange(NO_EDITS)}
        style={{ justifySelf: "start", font: "inherit", padding: "6px 12px" }}
      >
        Reset
      </button>
    </div>
  );
}

const row = { display: "flex", justifyContent: "space-between", alignItems: "center", gap: 12, minHeight: 28 } as const;

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} style={{ margin: "0 0 4px", fontSize: 13, fontWeight: 600 }}>
        {title}
      </h2>
      {children}
    </section>
  );
}

interface ColourProps {
  name: string;
  title: string;
  value: string;
  onChange: (value: string) => void;
}

function Colour({ name, title, value, onChange }: ColourProps) {
  return (
    <label style={row} title={title}>
      {name}
      <input type="color" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}

interface RadiusProps {
  name: "radius" | "radius-control";
  value: string | undefined;
  onChange: (name: TokenName, value: string) => void;
}

function Radius({ name, value = TOKENS[name][0], onChange }: RadiusProps) {
  return (
    <label style={row}>
      {name}
      <span style={{ display: "flex", alignItems: "center", gap: 8 }}>
        <input
          type="range"
          min={0}
          max={24}
          value={Number.parseInt(value, 10)}
          onChange={(event) => onChange(name, `${event.target.value}px`)}
          style={{ inlineSize: 96 }}
        />
        <span style={{ minInlineSize: 32, textAlign: "end", fontVariantNumeric: "tabular-nums" }}>{value}</span>
      </span>
    </label>
  );
}
