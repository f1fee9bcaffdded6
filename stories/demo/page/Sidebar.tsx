import { styled } from "styled-components";
import { NavIcon, type NavIconName } from "./NavIcon.js";

const ITEMS: { icon: NavIconName; label: string }[] = [
  { icon: "home", label: "Overview" },
  { icon: "users", label: "Customers" },
  { icon: "plans", label: "Plans" },
  { icon: "usage", label: "Usage" },
  { icon: "invoice", label: "Invoices" },
  { icon: "settings", label: "Settings" },
];

/** Acme Cloud's navigation. This demo has one page, so nothing in it leads anywhere. */
export function Sidebar() {
  return (
    <Root data-part="sidebar">
      <div data-part="brand">
        <span data-part="mark" aria-hidden="true">
          A
        </span>
        <span>
          <b>Acme Cloud</b>
          <small>Juniper Coffee</small>
        </span>
      </div>
      <nav aria-label="Acme Cloud">
        <ul>
          {ITEMS.map(({ icon, label }) => (
            <li key={label} aria-current={label === "Settings" ? "true" : undefined}>
              <NavIcon name={icon} />
              {label}
            </li>
          ))}
        </ul>
      </nav>
    </Root>
  );
}

const Root = styled.header.withConfig({ componentId: "demo-sidebar" })`
  padding: 20px 12px;
  display: grid;
  gap: 20px;
  align-content: start;
  border-inline-end: 1px solid var(--border);
  background: var(--surface);

  [data-part="brand"] {
    display: flex;
    align-items: center;
    gap: 10px;
    padding-inline: 8px;
  }
  [data-part="mark"] {
    inline-size: 32px;
    block-size: 32px;
    display: grid;
    place-items: center;
    border-radius: 9px;
    background: linear-gradient(140deg, #14b8a6, #0e7490);
    color: #fff;
    font-weight: 700;
  }
  b {
    display: block;
    font-weight: 600;
  }
  small {
    display: block;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 2px;
  }
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 7px 10px;
    border-radius: 8px;
    color: var(--muted);
    font-weight: 500;
  }
  li[aria-current] {
    background: var(--surface-2);
    color: var(--text);
  }

  @media (max-width: 860px) {
    padding: 12px 8px;
    border-inline-end: 0;
    border-block-end: 1px solid var(--border);

    nav {
      display: none;
    }
  }
`;
