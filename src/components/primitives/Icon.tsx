import type { ReactElement } from "react";

/** One family: 20 × 20, stroke 1.5, round ends. */
const PATHS = {
  contact: "M3 5.5h14v9H3zM3.5 6l6.5 5 6.5-5",
  store:
    "M3.5 9v6.5a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V9M2.5 7.2 4 3.5h12l1.5 3.7a2.5 2.5 0 0 1-5 0 2.5 2.5 0 0 1-5 0 2.5 2.5 0 0 1-5 0M8 16.5V13h4v3.5",
  receipt: "M5 2.8h10v14.4l-2.5-1.6-2.5 1.6-2.5-1.6L5 17.2zM7.8 6.8h4.4M7.8 10h4.4",
  user: "M10 3.5a3 3 0 1 1-.01 0zM4 16.8c.7-2.9 3-4.4 6-4.4s5.3 1.5 6 4.4",
  users:
    "M7.5 3.8a2.7 2.7 0 1 1-.01 0zM2.3 16c.6-2.6 2.5-3.9 5.2-3.9s4.6 1.3 5.2 3.9M13 4a2.7 2.7 0 0 1 0 5M14.7 12.4c1.6.5 2.6 1.7 3 3.6",
  id: "M4.5 4h11a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM7.2 6.8a1.7 1.7 0 1 1-.01 0zM4.7 13.4c.4-1.2 1.3-1.8 2.5-1.8s2.1.6 2.5 1.8M12.5 8.5H15M12.5 11.5H15",
  bank: "M2.5 7.5 10 3l7.5 4.5zM4.5 8v6M8.2 8v6M11.8 8v6M15.5 8v6M2.5 16.5h15",
  document: "M5 2.8h6.5L15 6.3v10.9H5zM11.3 3v3.5h3.5M7.5 10h5M7.5 13h5",
  list: "M4 5.5h.01M4 10h.01M4 14.5h.01M7.5 5.5H16M7.5 10H16M7.5 14.5H16",
  warning:
    "M10 7.2v3.8M10 13.8v.01M8.7 3.6 2.3 14.7A1.5 1.5 0 0 0 3.6 17h12.8a1.5 1.5 0 0 0 1.3-2.3L11.3 3.6a1.5 1.5 0 0 0-2.6 0z",
  info: "M10 2.5a7.5 7.5 0 1 1-.01 0zM10 9.5v4M10 6.7v.01",
  offline:
    "M3 3l14 14M8.5 14.5a2.2 2.2 0 0 1 3 0M5.5 11.5a6.5 6.5 0 0 1 3-1.7M2.5 8.5a11 11 0 0 1 3-2M10 5.5c2.9 0 5.5 1.1 7.5 3M13.2 10.6a6 6 0 0 1 1.3.9",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  chevron: "m7.5 5 5 5-5 5",
  mark: "M4.3 4.8h11.4a2 2 0 0 1 2 2v6.4a2 2 0 0 1-2 2H4.3a2 2 0 0 1-2-2V6.8a2 2 0 0 1 2-2zM2.5 8.3h15M5.3 12.2h3.2",
  dots: "M10 4.5v.01M10 10v.01M10 15.5v.01",
} as const;

export type IconName = keyof typeof PATHS;

const drawings = new Map<string, ReactElement>();

/** A drawing beside words; it says nothing by itself. One element for all who show it: a page may have a thousand cards. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }): ReactElement {
  const key = `${name} ${size}`;
  const drawing = drawings.get(key) ?? draw(name, size);
  drawings.set(key, drawing);
  return drawing;
}

function draw(name: IconName, size: number): ReactElement {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "dots" ? 3 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      data-icon={name}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
