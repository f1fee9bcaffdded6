import { styled } from "styled-components";

export interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly T[];
  names?: Record<T, string>;
  onChange: (value: T) => void;
}

/** A small select with its label beside it, for the demo's own strip. */
export function Choice<T extends string>({ label, value, options, names, onChange }: ChoiceProps<T>) {
  return (
    <Root>
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {names?.[option] ?? option}
          </option>
        ))}
      </select>
    </Root>
  );
}

const Root = styled.label.withConfig({ componentId: "demo-choice" })`
  display: inline-flex;
  align-items: center;
  gap: 6px;

  span {
    color: #a0a8b5;
  }
  select {
    font: inherit;
    min-block-size: 28px;
    flex: 1;
    padding: 2px 4px;
    border: 1px solid #414754;
    border-radius: 7px;
    background: #23272f;
    color: #f1f3f6;
  }
`;
