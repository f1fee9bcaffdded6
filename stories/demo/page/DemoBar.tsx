import { type Ref, useState } from "react";
import { styled } from "styled-components";
import { ROLES, type Role } from "../bootData.js";
import { nameOfLanguage } from "../../support/locales.js";
import { DIRECTIONS, LOCALES, type Preferences, THEMES } from "./preferences.js";
import { Choice } from "./Choice.js";

export interface DemoBarProps {
  role: Role;
  onRole: (role: Role) => void;
  preferences: Preferences;
  onPreferences: (change: Partial<Preferences>) => void;
  /** Null where Stripe itself answers: there is nothing to steer. */
  drawer: { open: boolean; onToggle: () => void } | null;
  drawerToggle: Ref<HTMLButtonElement>;
}

/** The strip above Acme Cloud that belongs to the demo: who looks, and how. */
export function DemoBar({ role, onRole, preferences, onPreferences, drawer, drawerToggle }: DemoBarProps) {
  const [expanded, setExpanded] = useState(false);
  return (
    <Root role="region" aria-label="Demo settings" data-expanded={expanded}>
      <p>
        <b>Demo</b> <span>Acme Cloud is made up. {drawer ? "So is its Stripe." : "Stripe is real."}</span>
      </p>
      <button
        type="button"
        data-part="expand"
        aria-expanded={expanded}
        aria-controls="demo-choices"
        onClick={() => setExpanded(!expanded)}
      >
        Settings
      </button>
      <div data-part="choices" id="demo-choices">
        <Choice
          label="Role"
          value={role}
          options={ROLES}
          names={{ admin: "Admin", member: "Member" }}
          onChange={onRole}
        />
        <Choice
          label="Theme"
          value={preferences.theme}
          options={THEMES}
          names={{ auto: "Auto", light: "Light", dark: "Dark" }}
          onChange={(theme) => onPreferences({ theme })}
        />
        <Choice
          label="Direction"
          value={preferences.direction}
          options={DIRECTIONS}
          names={{ ltr: "Left to right", rtl: "Right to left" }}
          onChange={(direction) => onPreferences({ direction })}
        />
        <Choice
          label="Locale"
          value={preferences.locale}
          options={LOCALES}
          names={Object.fromEntries(LOCALES.map((locale) => [locale, nameOfLanguage(locale)]))}
          // Another language brings its direction along, which can still be turned.
          onChange={(locale) => onPreferences({ locale, direction: locale === "ar" ? "rtl" : "ltr" })}
        />
      </div>
      {drawer ? (
        <button
          type="button"
          ref={drawerToggle}
          data-part="drawer"
          aria-expanded={drawer.open}
          aria-controls="stripe-simulator"
          onClick={drawer.onToggle}
        >
          Stripe simulator
        </button>
      ) : null}
    </Root>
  );
}

const Root = styled.div.withConfig({ componentId: "demo-bar" })`
  position: sticky;
  inset-block-start: 0;
  z-index: 30;
  min-block-size: var(--bar);
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 12px;
  padding: 8px 16px;
  background: #15181e;
  color: #c3cad5;
  font-size: 13px;
  line-height: 18px;
  border-block-end: 1px solid var(--border);

  p {
    margin: 0;
    flex: 1 1 auto;
  }
  b {
    color: #fff;
    font-weight: 600;
  }
  button {
    font: inherit;
    font-weight: 500;
    min-block-size: 28px;
    padding: 3px 12px;
    border: 1px solid #414754;
    border-radius: 7px;
    background: #23272f;
    color: #f1f3f6;
    cursor: pointer;
  }
  button:hover,
  button[aria-expanded="true"] {
    background: #363c47;
  }
  [data-part="choices"] {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
  }
  [data-part="expand"] {
    display: none;
  }

  @media (max-width: 1160px) {
    position: static;

    p span {
      display: none;
    }
    [data-part="expand"] {
      display: block;
    }
    [data-part="choices"] {
      display: none;
      order: 1;
      inline-size: 100%;
      padding-block: 4px;
    }
    &[data-expanded="true"] [data-part="choices"] {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    }
  }
`;
