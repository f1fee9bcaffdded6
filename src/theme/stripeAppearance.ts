import { cssSupports } from "./cssSupports.js";
import type { IStripeConnectInitParams } from "@stripe/connect-js";
import { opaqueColour, plainColour } from "./plainColour.js";
import { type TokenName, token } from "./tokens.js";

export type StripeAppearance = NonNullable<IStripeConnectInitParams["appearance"]>;
type Variables = NonNullable<StripeAppearance["variables"]>;
type VariableName = keyof Variables;

/** Stripe takes hex, rgb() and hsl() here, without transparency. */
const OPAQUE = {
  colorPrimary: "accent",
  colorBackground: "surface",
  colorText: "text",
  colorDanger: "bad-fg",
  buttonPrimaryColorBackground: "accent",
  buttonPrimaryColorBorder: "accent",
  buttonPrimaryColorText: "on-accent",
  buttonSecondaryColorBackground: "surface",
  buttonSecondaryColorBorder: "border-strong",
  buttonSecondaryColorText: "text",
  buttonDangerColorBackground: "danger",
  buttonDangerColorBorder: "danger",
  buttonDangerColorText: "on-danger",
  actionPrimaryColorText: "accent",
  actionSecondaryColorText: "text",
  badgeNeutralColorBackground: "idle-bg",
  badgeNeutralColorText: "idle-fg",
  badgeSuccessColorBackground: "ok-bg",
  badgeSuccessColorText: "ok-fg",
  badgeWarningColorBackground: "warn-bg",
  badgeWarningColorText: "warn-fg",
  badgeDangerColorBackground: "bad-bg",
  badgeDangerColorText: "bad-fg",
  offsetBackgroundColor: "surface-2",
  formBackgroundColor: "surface",
  formAccentColor: "accent",
  formPlaceholderTextColor: "muted",
} as const satisfies Partial<Record<VariableName, TokenName>>;

/** Here Stripe takes rgba() too. */
const TRANSPARENT = {
  colorSecondaryText: "muted",
  colorBorder: "border",
  badgeNeutralColorBorder: "idle-bg",
  badgeSuccessColorBorder: "ok-bg",
  badgeWarningColorBorder: "warn-bg",
  badgeDangerColorBorder: "bad-bg",
  formHighlightColorBorder: "focus",
  overlayBackdropColor: "shade",
} as const satisfies Partial<Record<VariableName, TokenName>>;

const RADII = {
  borderRadius: "radius-control",
  buttonBorderRadius: "radius-control",
  formBorderRadius: "radius-control",
  overlayBorderRadius: "radius",
} as const satisfies Partial<Record<VariableName, TokenName>>;

/** Stripe's own limits, in pixels. */
const MAX_RADIUS = 24;
const FONT_SIZE = { min: 1, max: 40 };
/** Above a host's sticky bars and menus: the overlay is Stripe's own dialog. `--rsc-overlay-z-index` sets another. */
const OVERLAY_Z_INDEX = 10_000;

export interface ResolvedAppearance {
  appearance: StripeAppearance;
  /** Tokens whose value Stripe would not take, each named once; they keep Stripe's default. */
  dropped: string[];
}

/** Our tokens as they are at `root` now, as values that Stripe takes: it knows neither variables nor `light-dark()`. */
export function stripeAppearance(root: HTMLElement): ResolvedAppearance {
  const variables: Variables = {};
  const dropped = new Set<string>();
  const probe = root.ownerDocument.createElement("span");
  probe.hidden = true;
  // Where the reader's system forces its colours, all of ours would read as one.
  probe.style.setProperty("forced-color-adjust", "none");
  root.append(probe);
  const computed = getComputedStyle(probe);

  const resolve = (
    names: Partial<Record<VariableName, TokenName>>,
    property: string,
    read: (value: string) => string | null,
  ) => {
    for (const [variable, name] of Object.entries(names)) {
      const own = computed.getPropertyValue(`--rsc-${name}`).trim();
      probe.style.setProperty(property, token(name));
      // A variable with a value that the property can't have would be read as if it were not there.
      const value = own === "" || cssSupports(property, own) ? read(computed.getPropertyValue(property)) : null;
      probe.style.removeProperty(property);
      if (value === null) dropped.add(`--rsc-${name}`);
      else Object.assign(variables, { [variable]: value });
    }
  };
  resolve(OPAQUE, "color", opaqueColour);
  resolve(TRANSPARENT, "color", plainColour);
  resolve(RADII, "border-start-start-radius", (value) => pixels(value, 0, MAX_RADIUS));

  if (computed.fontFamily) variables.fontFamily = computed.fontFamily;
  const fontSize = pixels(computed.fontSize, FONT_SIZE.min, FONT_SIZE.max);
  if (fontSize) variables.fontSizeBase = fontSize;
  const layer = integer(computed.getPropertyValue("--rsc-layer")) ?? 0;
  const wanted = integer(computed.getPropertyValue("--rsc-overlay-z-index")) ?? OVERLAY_Z_INDEX;
  // Never below what is ours: a menu over Stripe's dialog would hide it.
  variables.overlayZIndex = Math.max(wanted, layer + 1);

  probe.remove();
  return { appearance: { overlays: "dialog", variables }, dropped: [...dropped] };
}

function integer(value: string): number | null {
  const parsed = Number.parseInt(value, 10);
  return Number.isNaN(parsed) ? null : parsed;
}

/** A computed length, or null outside of what Stripe takes. */
function pixels(value: string, min: number, max: number): string | null {
  const size = /^(\d+(?:\.\d+)?)px$/.exec(value)?.[1];
  if (size === undefined || Number(size) < min || Number(size) > max) return null;
  return `${size}px`;
}
