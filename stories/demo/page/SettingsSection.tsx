import type { ReactNode } from "react";
import { styled } from "styled-components";

export interface SettingsSectionProps {
  /** Unique on the page. */
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}

/** A titled part of the settings page. */
export function SettingsSection({ id, title, text, children }: SettingsSectionProps) {
  return (
    <Root aria-labelledby={id}>
      <div data-part="intro">
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
      </div>
      {children}
    </Root>
  );
}

const Root = styled.section.withConfig({ componentId: "demo-section" })`
  display: grid;
  gap: 12px;

  h2 {
    margin: 0;
    font-size: 16px;
    line-height: 24px;
    font-weight: 600;
  }
  [data-part="intro"] p {
    margin: 2px 0 0;
    color: var(--muted);
    max-inline-size: 60ch;
  }
`;
