import { TOKEN_DESCRIPTIONS } from "../../src/theme/tokenDescriptions.js";
import { MORE_CONTRAST, type TokenName, TOKENS } from "../../src/theme/tokens.js";
import { DocsTable } from "../support/DocsTable.js";
import { useStorySettings } from "../support/StoryScope.js";
import { contrast } from "./contrast.js";
import { least, MORE_PAIRS, type Pair, PAIRS } from "./pairs.js";

/** Every token with its value, and every pair of colours with its contrast, in the scheme of the toolbar. */
export function TokensPage({ isMore = false }: { isMore?: boolean }) {
  const scheme = useStorySettings().theme?.colorScheme === "dark" ? 1 : 0;
  const value = (name: TokenName) => ((isMore ? MORE_CONTRAST[name] : undefined) ?? TOKENS[name])[scheme];
  return (
    // A page for designers, with CSS in it: it keeps its direction.
    <div dir="ltr" lang="en" style={{ display: "grid", gridTemplateColumns: "minmax(0, 1fr)", gap: 24, maxWidth: 880 }}>
      <header>
        <h1 style={{ margin: "0 0 8px", lineHeight: 1.2 }}>Tokens</h1>
        <p style={{ margin: 0, maxWidth: 640 }}>
          {scheme === 1 ? "Dark" : "Light"}, {isMore ? "high contrast" : "standard contrast"}. Each token is a CSS
          variable, <code>--rsc-accent</code> for <code>accent</code>: set it on any element around the components, or
          in <code>theme.tokens</code>. All of them are in <code>react-stripe-connection/tokens.json</code>, in the
          format of the Design Tokens Community Group.
        </p>
      </header>
      <Pairs pairs={isMore ? MORE_PAIRS : PAIRS} isMore={isMore} value={value} />
      <Values value={value} />
    </div>
  );
}

interface PairsProps {
  pairs: readonly Pair[];
  isMore: boolean;
  value: (name: TokenName) => string;
}

function Pairs({ pairs, isMore, value }: PairsProps) {
  return (
    <section>
      <h2 style={{ margin: 0, fontSize: 18 }}>Contrast</h2>
      <DocsTable
        label="Contrast"
        head={["Pair", "Sample", "Contrast", "At least"]}
        rows={pairs.map((pair) => [
          `\`${pair.front}\` on \`${pair.back}\``,
          <Sample key="sample" pair={pair} value={value} />,
          <b key="contrast">{contrast(value(pair.front), value(pair.back)).toFixed(2)}</b>,
          least(pair, isMore),
        ])}
      />
    </section>
  );
}

/** Words in a colour on another, or an edge of it. */
function Sample({ pair: { front, back, kind }, value }: { pair: Pair; value: PairsProps["value"] }) {
  const isText = kind === "text" && front !== "on-mark";
  return (
    <span
      style={{
        display: "grid",
        placeItems: "center",
        boxSizing: "border-box",
        inlineSize: 132,
        blockSize: 36,
        borderRadius: 8,
        background: value(back),
        color: value(front),
        fontWeight: 500,
        forcedColorAdjust: "none",
      }}
    >
      {isText ? (
        "Billing 1,204"
      ) : (
        <span
          style={{ inlineSize: 96, blockSize: 20, boxSizing: "border-box", border: "2px solid", borderRadius: 6 }}
        />
      )}
    </span>
  );
}

function Values({ value }: { value: PairsProps["value"] }) {
  return (
    <section>
      <h2 style={{ margin: 0, fontSize: 18 }}>Values</h2>
      <DocsTable
        label="Values"
        head={["Token", "Value", "For"]}
        rows={(Object.keys(TOKENS) as TokenName[]).map((name) => [
          `\`--rsc-${name}\``,
          <Value key="value" value={value(name)} />,
          TOKEN_DESCRIPTIONS[name],
        ])}
      />
    </section>
  );
}

function Value({ value }: { value: string }) {
  const isColour = CSS.supports("color", value) && value !== "inherit";
  return (
    <span style={{ display: "flex", alignItems: "center", gap: 10 }}>
      {isColour ? (
        <span
          style={{
            flex: "none",
            inlineSize: 20,
            blockSize: 20,
            borderRadius: 6,
            background: value,
            boxShadow: "inset 0 0 0 1px rgb(128 128 128 / 50%)",
            forcedColorAdjust: "none",
          }}
        />
      ) : null}
      <code>{value}</code>
    </span>
  );
}
