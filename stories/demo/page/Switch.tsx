import { useId } from "react";
import { styled } from "styled-components";

export interface SwitchProps {
  label: string;
  hint: string;
  on: boolean;
  /** It keeps the focus then, and does nothing. */
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, at once. */
export function Switch({ label, hint, on, disabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <Root>
      <span>
        <b id={`${id}-label`}>{label}</b>
        <small id={`${id}-hint`}>{hint}</small>
      </span>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        aria-disabled={disabled || undefined}
        onClick={() => {
          if (!disabled) onChange(!on);
        }}
      >
        <i aria-hidden="true" />
      </button>
    </Root>
  );
}

const Root = styled.div.withConfig({ componentId: "demo-switch" })`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 16px;
  padding-block: 8px;

  b {
    display: block;
    font-weight: 500;
  }
  button {
    flex: none;
    inline-size: 40px;
    block-size: 24px;
    padding: 3px;
    border: 1px solid var(--border-strong);
    border-radius: 999px;
    background: var(--surface-2);
    cursor: pointer;
  }
  i {
    display: block;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--muted);
  }
  button[aria-checked="true"] {
    background: var(--accent);
    border-color: var(--accent);
  }
  button[aria-checked="true"] i {
    margin-inline-start: 16px;
    background: var(--on-accent);
  }
  button[aria-disabled="true"] {
    cursor: default;
    opacity: 0.6;
  }
  @media (prefers-reduced-motion: no-preference) {
    i {
      transition: margin 120ms ease-out;
    }
  }
`;
