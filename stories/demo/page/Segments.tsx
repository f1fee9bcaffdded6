import { useId } from "react";
import { styled } from "styled-components";

export interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string; disabledBecause?: string | undefined }[];
  onChange: (value: T) => void;
}

/** A choice of a few, as one strip. Radio buttons underneath. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  const name = useId();
  return (
    <Root>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} title={option.disabledBecause}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            disabled={option.disabledBecause !== undefined}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </Root>
  );
}

const Root = styled.fieldset.withConfig({ componentId: "demo-segments" })`
  display: inline-flex;
  margin: 0;
  padding: 3px;
  gap: 2px;
  border: 1px solid var(--border);
  border-radius: 9px;
  background: var(--surface-2);

  legend {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  label {
    position: relative;
    padding: 4px 14px;
    border-radius: 6px;
    color: var(--muted);
    font-weight: 500;
    font-size: 13px;
    cursor: pointer;
  }
  label:has(:checked) {
    background: var(--surface);
    color: var(--text);
    box-shadow:
      0 0 0 1px var(--border),
      var(--shadow);
  }
  label:has(:disabled) {
    opacity: 0.55;
    cursor: not-allowed;
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
`;
