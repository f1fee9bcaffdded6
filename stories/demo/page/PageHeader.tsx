import type { Mode } from "react-stripe-connection";
import { styled } from "styled-components";
import { Segments } from "./Segments.js";
import { PAGES, type PageName } from "./usePage.js";

/** The demo has three of them. */
const TABS: readonly { label: string; page?: PageName }[] = [
  { label: "Details" },
  { label: "Branding" },
  ...(Object.keys(PAGES) as PageName[]).map((page) => ({ label: PAGES[page], page })),
  { label: "API keys" },
  { label: "Webhooks" },
];

export interface PageHeaderProps {
  page: PageName;
  environment: Mode;
  /** Environments that can't be chosen, and why. */
  unavailable: Partial<Record<Mode, string>>;
  onEnvironment: (environment: Mode) => void;
}

/** Settings > Environment > Billing, and which environment. */
export function PageHeader({ page: current, environment, unavailable, onEnvironment }: PageHeaderProps) {
  return (
    <Root>
      <nav aria-label="Breadcrumb">
        <ol>
          <li>Settings</li>
          <li>Environment</li>
          <li aria-current="page">{PAGES[current]}</li>
        </ol>
      </nav>
      <div data-part="title">
        <h1>Environment</h1>
        <Segments
          label="Environment"
          value={environment}
          options={[
            { value: "test", label: "Test", disabledBecause: unavailable.test },
            { value: "live", label: "Live", disabledBecause: unavailable.live },
          ]}
          onChange={onEnvironment}
        />
      </div>
      {Object.values(unavailable).map((why) => (
        <p key={why}>{why}</p>
      ))}
      <ul data-part="tabs" aria-label="Environment settings">
        {TABS.map(({ label, page }) => (
          <li key={label}>
            {page ? (
              <a href={`#${page}`} aria-current={page === current ? "page" : undefined}>
                {label}
              </a>
            ) : (
              <span>{label}</span>
            )}
          </li>
        ))}
      </ul>
    </Root>
  );
}

const Root = styled.div.withConfig({ componentId: "demo-header" })`
  display: grid;
  gap: 12px;

  ol {
    display: flex;
    flex-wrap: wrap;
    list-style: none;
    margin: 0;
    padding: 0;
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  ol li + li::before {
    content: "/";
    margin-inline: 8px;
    color: var(--border-strong);
  }
  ol [aria-current] {
    color: var(--text);
  }
  [data-part="title"] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
  h1 {
    margin: 0;
    font-size: 22px;
    line-height: 28px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  p {
    margin: 0;
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  [data-part="tabs"] {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    list-style: none;
    margin: 4px 0 0;
    padding: 0;
    border-block-end: 1px solid var(--border);
  }
  [data-part="tabs"] li {
    flex: none;
  }
  [data-part="tabs"] li > * {
    display: block;
    padding: 8px 0 10px;
    color: var(--muted);
    font-weight: 500;
    text-decoration: none;
  }
  [data-part="tabs"] a:hover {
    color: var(--text);
  }
  [data-part="tabs"] [aria-current] {
    color: var(--text);
    box-shadow: inset 0 -2px var(--accent);
  }
`;
