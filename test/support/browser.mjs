// Finds a Chromium for the browser tests, and gets one where there is none.
// `node test/support/browser.mjs` does it once; vite.config.ts reads what it found.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright";

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = join(root, "node_modules", ".cache", "test-browser");
const found = join(cache, "browser.json");
const SPARTICUZ = "@sparticuz/chromium@143.0.4"; // the newest that runs on Node 20

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const PLACES = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((v) => {
    const base = process.env[v];
    return base
      ? [join(base, "Google/Chrome/Application/chrome.exe"), join(base, "Microsoft/Edge/Application/msedge.exe")]
      : [];
  }),
};

function onMachine() {
  const dirs = (process.env.PATH ?? "").split(delimiter);
  return [...NAMES.flatMap((n) => dirs.map((d) => join(d, n))), ...(PLACES[process.platform] ?? [])].filter((p) =>
    existsSync(p),
  );
}

/** True where a page comes up. */
async function starts(options) {
  try {
    const b = await chromium.launch({ ...options, timeout: 20_000 });
    const version = b.version();
    await b.close();
    return version;
  } catch {
    return "";
  }
}

const run = (file, args, env = {}) => {
  console.error(`[test-browser] ${file} ${args.join(" ")}`);
  execFileSync(file, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
};

const WAYS = [
  {
    how: "CHROMIUM_PATH",
    get: () => (process.env.CHROMIUM_PATH ? [{ executablePath: process.env.CHROMIUM_PATH }] : []),
  },
  { how: "playwright's own", get: () => [{}] },
  { how: "this machine's", get: () => onMachine().map((executablePath) => ({ executablePath })) },
  {
    how: "playwright install",
    get: () => {
      run("npx", ["--no-install", "playwright", "install", "--only-shell", "chromium"]);
      return [{}];
    },
  },
  {
    how: "npm's @sparticuz/chromium",
    get: () => {
      if (process.platform !== "linux" || process.arch !== "x64") return [];
      const dir = join(cache, "npm");
      mkdirSync(dir, { recursive: true });
      run("npm", ["install", "--prefix", dir, "--no-save", "--no-audit", "--no-fund", "--loglevel=error", SPARTICUZ]);
      const entry = createRequire(join(dir, "x.js")).resolve("@sparticuz/chromium");
      // It unpacks into TMPDIR, and its NSS libraries only where it takes the machine for a Lambda.
      const executablePath = execFileSync(
        process.execPath,
        [
          "--input-type=module",
          "-e",
          `import c from ${JSON.stringify(pathToFileURL(entry).href)}; process.stdout.write(await c.default?.executablePath?.() ?? await c.executablePath())`,
        ],
        { env: { ...process.env, TMPDIR: dir, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" }, encoding: "utf8" },
      );
      const libs = join(dir, "al2023", "lib");
      // First as it is, then with the libraries that it brings along.
      return [
        { executablePath },
        { executablePath, env: { LD_LIBRARY_PATH: libs, FONTCONFIG_PATH: join(dir, "fonts") } },
      ];
    },
  },
  {
    how: "apt-get",
    get: () => {
      if (process.platform !== "linux" || process.getuid?.() !== 0) return [];
      run("apt-get", ["update", "-qq"]);
      run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
        DEBIAN_FRONTEND: "noninteractive",
      });
      return onMachine().map((executablePath) => ({ executablePath }));
    },
  },
];

export async function ensureBrowser() {
  for (const { how, get } of WAYS) {
    let options = [];
    try {
      options = get();
    } catch (e) {
      console.error(`[test-browser] ${how}: ${e.message.split("\n")[0]}`);
    }
    for (const o of options) {
      const launch = o.env ? { ...o, env: { ...process.env, ...o.env } } : o;
      const version = await starts(launch);
      if (!version) continue;
      mkdirSync(cache, { recursive: true });
      writeFileSync(found, JSON.stringify({ how, version, ...o }));
      console.error(`[test-browser] ${how}: ${o.executablePath ?? "bundled"} ${version}`);
      return launch;
    }
  }
  throw new Error("No Chromium: install Chrome or Chromium, or set CHROMIUM_PATH to one.");
}

/** For playwright's launchOptions: what was found before, else what can be got. */
export async function browserOptions() {
  if (existsSync(found)) {
    const { executablePath, env } = JSON.parse(readFileSync(found, "utf8"));
    if (process.env.CHROMIUM_PATH === undefined && (!executablePath || existsSync(executablePath)))
      return { ...(executablePath ? { executablePath } : {}), ...(env ? { env: { ...process.env, ...env } } : {}) };
  }
  return ensureBrowser();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBrowser();
