/** How a framework is recognised, and what of its example a project gets. */
export interface Framework {
  /** The folder in `examples/`. */
  example: string;
  name: string;
  /** All of these in a project's package.json mean the framework. */
  packages: readonly string[];
  /** Written where they do not exist. `{src}` is the project's `src/`, or nothing where it has none. */
  files: readonly string[];
  /** Files that a project has of its own: the example's lines that match are shown, to be added by hand. */
  additions: readonly { file: string; lines: RegExp }[];
  /** What is left to do by hand, besides. */
  step?: string;
  /** Where the card is seen. */
  opens: string;
  /** In `docs/`. */
  page: string;
}

const VITE_FILES = {
  files: ["server/stripe.ts", "{src}BillingSettings.tsx"],
  step: "Render <BillingSettings /> of BillingSettings.tsx in a page of yours, and call closeStripe() when your server ends.",
  opens: "http://localhost:5173/",
  page: "vite-express.md",
};
/** Statements of the whole file: what stands in a function of the example's is the host's to place. */
const MOUNT = /^\S.*(stripe|handler\.start)/i;
const PROXY = { file: "vite.config.ts", lines: /proxy/ };

/** The first one that fits a project counts. */
export const FRAMEWORKS: readonly Framework[] = [
  {
    example: "next",
    name: "Next.js",
    packages: ["next"],
    files: [
      "{src}lib/stripe-connection.ts",
      "{src}app/api/stripe/test/[...path]/route.ts",
      "{src}app/settings/billing/page.tsx",
    ],
    additions: [],
    opens: "http://localhost:3000/settings/billing",
    page: "nextjs.md",
  },
  {
    example: "react-router",
    name: "React Router",
    packages: ["@react-router/dev"],
    files: ["app/stripe.server.ts", "app/routes/stripe.ts", "app/routes/billing.tsx"],
    additions: [
      { file: "app/routes.ts", lines: /stripe|billing/ },
      { file: "vite.config.ts", lines: /loadEnv|process\.env/ },
    ],
    opens: "http://localhost:3000/settings/billing",
    page: "react-router.md",
  },
  {
    example: "tanstack-start",
    name: "TanStack Start",
    packages: ["@tanstack/react-start"],
    files: ["{src}stripe.server.ts", "{src}routes/api/stripe/test/$.ts", "{src}routes/settings/billing.tsx"],
    additions: [{ file: "vite.config.ts", lines: /loadEnv|process\.env/ }],
    opens: "http://localhost:3000/settings/billing",
    page: "tanstack-start.md",
  },
  {
    example: "fastify",
    name: "Vite and Fastify",
    packages: ["vite", "fastify"],
    ...VITE_FILES,
    additions: [{ file: "server/index.ts", lines: MOUNT }, PROXY],
  },
  {
    example: "vite-hono",
    name: "Vite and Hono",
    packages: ["vite", "hono"],
    ...VITE_FILES,
    additions: [{ file: "server/index.ts", lines: MOUNT }, PROXY],
  },
  {
    example: "vite-express",
    name: "Vite and Express",
    packages: ["vite", "express"],
    ...VITE_FILES,
    additions: [{ file: "server/index.ts", lines: MOUNT }, PROXY],
  },
];

/** A file of the table in a folder that has `src/`, or has none. */
export const inFolder = (file: string, hasSrc: boolean): string => file.replace("{src}", hasSrc ? "src/" : "");
