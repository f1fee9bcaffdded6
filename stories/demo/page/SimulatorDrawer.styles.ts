import { styled } from "styled-components";

export const DrawerRoot = styled.aside.withConfig({ componentId: "demo-drawer" })`
  position: fixed;
  inset-block: var(--bar) 0;
  inset-inline-end: 0;
  z-index: 20;
  inline-size: 360px;
  max-inline-size: 100%;
  overflow-y: auto;
  overscroll-behavior: contain;
  padding: 16px 20px 32px;
  background: var(--surface);
  border-inline-start: 1px solid var(--border);
  box-shadow: 0 10px 32px rgb(16 24 40 / 0.08);

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  h2 {
    margin: 0;
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
  }
  h2:focus {
    outline: none;
  }
  h3 {
    margin: 20px 0 4px;
    font-size: 12px;
    line-height: 16px;
    font-weight: 600;
    color: var(--muted);
  }
  p {
    margin: 12px 0 0;
    padding: 10px 12px;
    border-radius: 8px;
    background: var(--surface-2);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  [role="alert"] {
    background: var(--bad-bg);
    color: var(--bad-fg);
  }
  ul {
    list-style: none;
    margin: 8px 0 0;
    padding: 0;
    border: 1px solid var(--border);
    border-radius: 10px;
    overflow: hidden;
  }
  li + li {
    border-block-start: 1px solid var(--border);
  }
  li {
    position: relative;
    padding: 8px 12px;
  }
  li > button {
    display: block;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    font-weight: 500;
    text-align: start;
    color: var(--text);
    cursor: pointer;
  }
  /* The whole row is the button's. */
  li > button::after {
    content: "";
    position: absolute;
    inset: 0;
    border-radius: 9px;
  }
  li:has(> button:hover:not([aria-disabled="true"])),
  [data-part="close"]:hover {
    background: var(--surface-2);
  }
  li > button:focus-visible {
    outline: none;
  }
  li > button:focus-visible::after {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  li > button[aria-disabled="true"] {
    color: var(--muted);
    cursor: default;
  }
  b {
    display: block;
    font-weight: 500;
  }
  small {
    display: block;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  [data-part="close"] {
    font: inherit;
    font-weight: 500;
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--border-strong);
    border-radius: 8px;
    background: var(--surface);
    color: var(--text);
    cursor: pointer;
  }
  [data-part="situation"] {
    display: flex;
    gap: 8px;
    margin-block-start: 8px;
  }
  [data-part="situation"] :is(select, button) {
    font: inherit;
    min-block-size: 32px;
    padding: 2px 10px;
    border: 1px solid var(--border-strong);
    border-radius: 7px;
    background: var(--surface);
    color: var(--text);
  }
  [data-part="situation"] select {
    flex: 1;
    min-inline-size: 0;
  }
  [data-part="situation"] button {
    cursor: pointer;
  }
  [data-part="situation"] button[aria-disabled] {
    cursor: default;
    color: var(--muted);
  }
  [data-part="deadline"] {
    position: relative;
    z-index: 1;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 6px;
    font-size: 12px;
    color: var(--muted);
  }
  [data-part="deadline"] select {
    font: inherit;
    min-block-size: 26px;
    border: 1px solid var(--border-strong);
    border-radius: 6px;
    background: var(--surface);
    color: var(--text);
  }

  @media (max-width: 600px) {
    inset-block: auto 0;
    inset-inline: 0;
    inline-size: 100%;
    max-block-size: 45dvh;
    border-inline-start: 0;
    border-block-start: 1px solid var(--border);
    border-start-start-radius: 14px;
    border-start-end-radius: 14px;
  }
`;
