import { useId } from "react";
import { TOKEN_DESCRIPTIONS } from "../../src/theme/tokenDescriptions.js";
import { MORE_CONTRAST, type TokenName, TOKENS } from "../../src/theme/tokens.js";
import { useStorySettings } from "../support/StoryScope.js";
import { contrast } from "./contrast.js";
import { least, MORE_PAIRS, type Pair, PAIRS } from "./pairs.js";

const cell = { padding: "6px 16px 6px 0", textAlign: "start", verticalAlign: "middle" } as const;
const number = { ...cell, textAlign: "end", fontVariantNumeric: "tabular-nums" } as const;

/** Every token with its value, and every pair of colours with its contrast, in the scheme of the toolbar. */
export function TokensPage({ isMore = false }: { isMore?: boolean }) {
  const scheme = useStorySettings().theme?.colorScheme === "dark" ? 1 : 0;
  const value = (name: TokenName) => ((isMore ? MORE_CONTRAST[name] : undefined) ?? TOKENS[name])[scheme];
  return (
    // A page for designers, with CSS in it: it keeps its direction.
    <div dir="ltr" lang="en" style={{ display: "grid", gap: 32, maxWidth: 880 }}>
      <header>
        <h1 style={{ margin: "0 0 8px" }}>Tokens</h1>
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
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ overflowX: "auto" }}>
      <h2 id={id} style={{ margin: "0 0 8px", fontSize: 18 }}>
        Contrast
      </h2>
      <table aria-labelledby={id} style={{ borderCollapse: "collapse" }}>
        <thead>
          <tr>
            <th scope="col" style={cell}>
              Sample
            </th>
            <th scope="col" style={cell}>
              Pair
            </th>
            <th scope="col" style={number}>
              Contrast
            </th>
            <th scope="col" style={number}>
              At least
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={`${pair.front} ${pair.back}`}>
              <td style={cell}>
                <Sample pair={pair} value={value} />
              </td>
              <th scope="row" style={{ ...cell, fontWeight: 400 }}>
                <code>{pair.front}</code> on <code>{pair.back}</code>
              </th>
              <td style={{ ...number, fontWeight: 600 }}>{contrast(value(pair.front), value(pair.back)).toFixed(2)}</td>
              <td style={number}>{least(pair, isMore)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ overflowX: "auto" }}>
      <h2 id={id} style={{ margin: "0 0 8px", fontSize: 18 }}>
        Values
      </h2>
      <table aria-labelledby={id} style={{ borderCollapse: "collapse" }}>
        <thead>
          <tr>
            {["Token", "Value", "For"].map((head) => (
              <th key={head} scope="col" style={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(TOKENS) as TokenName[]).map((name) => (
            <tr key={name}>
              <th scope="row" style={{ ...cell, fontWeight: 400 }}>
                <code>--rsc-{name}</code>
              </th>
              <td style={cell}>
                <span style={{ display: "flex", alignItems: "center", gap: 10 }}>
                  {CSS.supports("color", value(name)) && value(name) !== "inherit" ? (
                    <span
                      style={{
                        flex: "none",
                        inlineSize: 20,
                        blockSize: 20,
                        borderRadius: 6,
                        background: value(name),
                        boxShadow: "inset 0 0 0 1px rgb(128 128 128 / 50%)",
                      }}
                    />
                  ) : null}
                  <code>{value(name)}</code>
                </span>
              </td>
              <td style={cell}>{TOKEN_DESCRIPTIONS[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
