import { TOKEN_DESCRIPTIONS } from "./tokenDescriptions.js";
import { MORE_CONTRAST, TOKENS, type TokenName } from "./tokens.js";

/** A colour of the Design Tokens Format Module 2025.10. */
interface DesignColour {
  colorSpace: "srgb";
  /** 0 to 1. */
  components: [number, number, number];
  alpha: number;
  hex: string;
}

interface DesignToken {
  $value: DesignColour;
  $description: string;
  $extensions: object;
}

type Mode = Partial<Record<TokenName, DesignToken>> & { $type: "color" };

const MEASURES = { radius: "dimension", "radius-control": "dimension", layer: "number" } as const;

/** Every token for design tools: the content of `react-stripe-connection/tokens.json`, a group for each mode. */
export function designTokens() {
  return {
    $schema: "https://www.designtokens.org/schemas/2025.10/format.json",
    $description: "react-stripe-connection: each token is the CSS variable that its extension names.",
    light: mode(0, {}),
    dark: mode(1, {}),
    "light-high-contrast": mode(0, MORE_CONTRAST),
    "dark-high-contrast": mode(1, MORE_CONTRAST),
    measure: Object.fromEntries(
      (Object.keys(MEASURES) as (keyof typeof MEASURES)[]).map((name) => {
        const $type = MEASURES[name];
        const size = Number.parseFloat(TOKENS[name][0]);
        const $value = $type === "dimension" ? { value: size, unit: "px" } : size;
        return [name, { $type, $value, ...about(name) }];
      }),
    ),
  };
}

const about = (name: TokenName) => ({
  $description: TOKEN_DESCRIPTIONS[name],
  $extensions: { "react-stripe-connection": { cssVariable: `--rsc-${name}` } },
});

function mode(scheme: 0 | 1, over: typeof MORE_CONTRAST): Mode {
  const colours: Mode = { $type: "color" };
  for (const name of Object.keys(TOKENS) as TokenName[]) {
    // What is inherited from the page is no value to hand on.
    if (name in MEASURES || name === "font-family") continue;
    colours[name] = { $value: colour((over[name] ?? TOKENS[name])[scheme]), ...about(name) };
  }
  return colours;
}

/** Of `#rgb`, `#rrggbb`, `rgb(r g b / a%)` and `transparent`: what stands in our table. */
function colour(css: string): DesignColour {
  const [red, green, blue, percent = 100] = css.startsWith("#")
    ? (css.length === 4 ? css.replace(/\w/g, "$&$&") : css).match(/\w\w/g)!.map((pair) => Number.parseInt(pair, 16))
    : css === "transparent"
      ? [0, 0, 0, 0]
      : css.match(/[\d.]+/g)!.map(Number);
  if (red === undefined || green === undefined || blue === undefined) {
    throw new Error(`react-stripe-connection: ${css} is written in a way that tokens.json does not know.`);
  }
  const channels = [red, green, blue] as const;
  return {
    colorSpace: "srgb",
    components: channels.map((channel) => Number((channel / 255).toFixed(4))) as DesignColour["components"],
    alpha: percent / 100,
    hex: `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`,
  };
}
