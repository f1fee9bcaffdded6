import { styled } from "styled-components";

/** Acme Cloud's own tokens. The card has its own and takes no more than the font. */
export const PageRoot = styled.div.withConfig({ componentId: "demo-page" })`
  --page: light-dark(#f3f4f7, #0e1013);
  --surface: light-dark(#ffffff, #16181d);
  --surface-2: light-dark(#f7f8fa, #1d2027);
  --text: light-dark(#15181e, #f1f3f6);
  --muted: light-dark(#5b6472, #a0a8b5);
  --border: light-dark(#e2e5ea, #2a2e37);
  --border-strong: light-dark(#c9ced6, #414754);
  --accent: light-dark(#5a50f0, #7f78ff);
  --accent-hover: light-dark(#4a41d8, #948eff);
  --on-accent: light-dark(#ffffff, #0d0d1a);
  --ok-fg: light-dark(#0b6b3a, #6fdca0);
  --ok-bg: light-dark(#e5f6ec, #12301f);
  --bad-fg: light-dark(#a5161f, #ff9a9f);
  --bad-bg: light-dark(#fdeaea, #3a1518);
  --shadow: light-dark(0 1px 2px rgb(16 24 40 / 0.05), 0 0 0 transparent);

  /* Block size of the demo's own strip, below which everything of Acme Cloud begins. */
  --bar: 45px;

  min-block-size: 100dvh;
  background: var(--page);
  color: var(--text);
  font: 400 14px/20px "Inter Variable", Inter, system-ui, sans-serif;
  -webkit-font-smoothing: antialiased;

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :where(button, select, a):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  /* Where the page runs from right to left, its English sentences keep their full stop at their own end. */
  :where(p, small, [data-part="price"]):dir(rtl):not(:where([data-rsc] *)) {
    unicode-bidi: plaintext;
    text-align: end;
  }

  [data-part="columns"] {
    display: grid;
    min-block-size: calc(100dvh - var(--bar));
    grid-template-columns: 232px minmax(0, 1fr);
  }

  [data-part="main"] {
    inline-size: 100%;
    max-inline-size: 840px;
    margin-inline: auto;
    padding: 28px 32px 64px;
    display: grid;
    gap: 32px;
    align-content: start;
  }

  [data-part="session"] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 12px 16px;
    border: 1px solid var(--border);
    border-radius: 10px;
    background: var(--surface);
  }
  [data-part="session"] p {
    margin: 0;
    flex: 1 1 240px;
  }
  [data-part="session"] button {
    font: inherit;
    font-weight: 500;
    min-block-size: 36px;
    padding: 6px 14px;
    border: 0;
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
    cursor: pointer;
  }
  [data-part="session"] button:hover {
    background: var(--accent-hover);
  }

  /* Who plays with the drawer has to see what the card makes of it, so nothing is ever below the drawer. */
  &[data-drawer="open"] [data-part="columns"] {
    padding-inline-end: 360px;
  }

  @media (max-width: 1180px) {
    &[data-drawer="open"] [data-part="columns"] {
      grid-template-columns: minmax(0, 1fr);
    }
    &[data-drawer="open"] [data-part="sidebar"] {
      display: none;
    }
  }

  @media (max-width: 1160px) {
    --bar: 0px;
  }

  @media (max-width: 600px) {
    &[data-drawer="open"] [data-part="columns"] {
      padding-inline-end: 0;
      padding-block-end: 45dvh;
    }
  }

  @media (max-width: 860px) {
    [data-part="columns"] {
      min-block-size: 0;
      grid-template-columns: minmax(0, 1fr);
    }
    [data-part="main"] {
      padding: 20px 16px 48px;
      gap: 24px;
    }
  }
`;
