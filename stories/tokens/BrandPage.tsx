import { useState } from "react";
import type { ConnectionTheme } from "react-stripe-connection";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "../support/FixtureCard.js";

const GROUNDS = [
  { title: "Light", ground: "#f3f4f7", ink: "#15181e", theme: { colorScheme: "light" } },
  { title: "Dark", ground: "#0e1013", ink: "#f1f3f6", theme: { colorScheme: "dark" } },
  {
    title: "Light, high contrast",
    ground: "#f3f4f7",
    ink: "#15181e",
    theme: { colorScheme: "light", contrast: "more" },
  },
  { title: "Dark, high contrast", ground: "#0e1013", ink: "#f1f3f6", theme: { colorScheme: "dark", contrast: "more" } },
] as const satisfies readonly { title: string; ground: string; ink: string; theme: ConnectionTheme }[];

/** One colour of the host's, and what becomes of it. */
export function BrandPage({ brand: first }: { brand: string }) {
  const [brand, setBrand] = useState(first);
  return (
    <div style={{ display: "grid", gap: 20 }}>
      <h1 style={{ margin: 0 }}>A brand of one colour</h1>
      <p style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 12, margin: 0 }}>
        <label style={{ display: "flex", alignItems: "center", gap: 8 }}>
          Brand <input type="color" value={brand} onChange={(event) => setBrand(event.target.value)} />
        </label>
        <code>{`theme={{ brand: "${brand}" }}`}</code>
      </p>
      <div style={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 440px), 1fr))" }}>
        {GROUNDS.map(({ title, ground, ink, theme }) => (
          <section key={title} style={{ padding: 24, background: ground, color: ink, colorScheme: theme.colorScheme }}>
            <h2 style={{ margin: "0 0 12px", fontSize: 13, fontWeight: 500 }}>{title}</h2>
            <FixtureCard state={fixtures.actionNeeded} theme={{ ...theme, brand }} width="100%" />
          </section>
        ))}
      </div>
    </div>
  );
}
