const PATHS = {
  home: "M3 9.2 10 3.5l7 5.7M5 8v8.5h10V8M8.3 16.5v-4.5h3.4v4.5",
  users:
    "M7.5 9.5a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16.5c.3-2.7 2.3-4.3 5-4.3s4.7 1.6 5 4.3M13 4.3a2.6 2.6 0 0 1 0 5M14.5 12.5c1.7.5 2.8 1.9 3 4",
  plans: "M3.5 4h13v4h-13zM3.5 11h5.5v5.5H3.5zM12 11h4.5v5.5H12z",
  usage: "M3 16.5h14M5 13.5v-3M9 13.5V6M13 13.5V9M17 13.5V4",
  invoice: "M5 3h10v14l-2.5-1.5L10 17l-2.5-1.5L5 17zM8 7h4M8 10.5h4",
  settings:
    "M10 12.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4zM10 3v1.7M10 15.3V17M3 10h1.7M15.3 10H17M5 5l1.2 1.2M13.8 13.8 15 15M15 5l-1.2 1.2M6.2 13.8 5 15",
} as const;

export type NavIconName = keyof typeof PATHS;

export function NavIcon({ name }: { name: NavIconName }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
