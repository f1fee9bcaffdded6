import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Io } from "../report.js";
import { type Framework, FRAMEWORKS, inFolder } from "./frameworks.js";
import { readTemplates, type Template } from "./templates.js";

/** What the written files import, and what they need besides. */
const PACKAGES = [
  "react-stripe-connection",
  "styled-components",
  "@stripe/connect-js",
  "@stripe/react-connect-js",
  "stripe",
  "@electric-sql/pglite",
];
const ENVIRONMENT = ".env.example";
const DOCS = "node_modules/react-stripe-connection/docs";

export interface InitOptions {
  /** Writes without asking. */
  yes: boolean;
}

/** Writes handler, page and `.env.example` into the project in `io.cwd`. Resolves to the exit code: 1, nothing is written. */
export async function runInit({ yes }: InitOptions, io: Io): Promise<number> {
  const say = (text: string) => io.print(`react-stripe-connection: ${text}`);
  const installed = await installedPackages(io.cwd);
  if (installed === null) {
    say(`there is no package.json in ${io.cwd}. Run init in your project's folder.`);
    return 1;
  }
  const framework = FRAMEWORKS.find(({ packages }) => packages.every((name) => installed.has(name)));
  if (!framework) {
    const known = FRAMEWORKS.map(({ name, packages }) => `${name} (${packages.join(" and ")})`).join(", ");
    say(`package.json lists no framework that init knows: ${known}. For other ones see ${DOCS}/getting-started.md.`);
    return 1;
  }
  const template = (await readTemplates())[framework.example];
  if (!template) throw new Error(`react-stripe-connection: the package has no template for ${framework.name}.`);

  io.print(`${framework.name}, by package.json.`);
  const { missing, existing } = await planFiles(io.cwd, framework, template);
  for (const { file } of missing) io.print(`  writes  ${file}`);
  for (const { file } of existing) io.print(`  leaves  ${file}: it exists`);
  if (missing.length > 0 && !yes) {
    const answer = await io.ask("Write them? [y/N] ");
    if (answer === null) say("there is no terminal to ask in, so nothing is written. Pass --yes to write the files.");
    if (!/^y(es)?$/i.test(answer?.trim() ?? "")) return 1;
  }
  for (const { file, text } of missing) {
    await mkdir(dirname(join(io.cwd, file)), { recursive: true });
    // Refuses a file that came into being meanwhile.
    await writeFile(join(io.cwd, file), text, { flag: "wx" });
  }
  const leftEnvironment = existing.find(({ file }) => file === ENVIRONMENT);
  for (const line of [
    "",
    ...(await nextSteps(framework, template, io.cwd, installed, leftEnvironment !== undefined)),
  ]) {
    io.print(line);
  }
  return 0;
}

interface PlannedFile {
  file: string;
  text: string;
}

async function planFiles(
  cwd: string,
  { files }: Framework,
  template: Template,
): Promise<{ missing: PlannedFile[]; existing: PlannedFile[] }> {
  const hasSrc = await exists(join(cwd, "src"));
  const planned = files.map((name) => ({ file: inFolder(name, hasSrc), text: template.files[name] ?? "" }));
  planned.push({ file: ENVIRONMENT, text: template.environment });
  const found = await Promise.all(planned.map(({ file }) => exists(join(cwd, file))));
  return {
    missing: planned.filter((_, at) => !found[at]),
    existing: planned.filter((_, at) => found[at]),
  };
}

async function nextSteps(
  { additions, step, opens, page }: Framework,
  template: Template,
  cwd: string,
  installed: ReadonlySet<string>,
  hasEnvironment: boolean,
): Promise<string[]> {
  const packages = PACKAGES.filter((name) => !installed.has(name));
  const environment = hasEnvironment ? await missingVariables(cwd, template.environment) : [];
  const steps = [
    ...(packages.length > 0 ? [[`npm install ${packages.join(" ")}`]] : []),
    ...(environment.length > 0 ? [[`Add to ${ENVIRONMENT}:`, ...environment]] : []),
    [`Copy what ${ENVIRONMENT} has into .env, and keep .env and .data out of Git.`],
    ...additions.map(({ file }) => [
      `Add to ${file}, or to what you have in its place:`,
      ...(template.additions[file] ?? []),
    ]),
    ...(step === undefined ? [] : [[step]]),
    ["Replace `authorize` in the handler's file by your own session: it decides whose connection a request is about."],
    ["npx react-stripe-connection simulator --forward http://127.0.0.1:3000/api/stripe/test/webhooks"],
    [`Start your app, open ${opens}. More: ${DOCS}/${page}`],
  ];
  return [
    "Next:",
    ...steps.flatMap(([first, ...more], at) => [`${at + 1}. ${first}`, ...more.map((line) => `     ${line}`)]),
  ];
}

/** Lines of the template whose variables an existing `.env.example` does not name. */
async function missingVariables(cwd: string, environment: string): Promise<string[]> {
  const present = await readFile(join(cwd, ENVIRONMENT), "utf8");
  const names = new Set([...present.matchAll(/^\s*(?:export\s+)?(\w+)\s*=/gm)].map(([, name]) => name));
  return environment.split("\n").filter((line) => /^\w+=/.test(line) && !names.has(line.split("=")[0]));
}

/** Null where there is no package.json. */
async function installedPackages(cwd: string): Promise<Set<string> | null> {
  const file = join(cwd, "package.json");
  if (!(await exists(file))) return null;
  const manifest = JSON.parse(await readFile(file, "utf8")) as Partial<
    Record<"dependencies" | "devDependencies", Record<string, string>>
  >;
  return new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (thrown) {
    if (Reflect.get(Object(thrown), "code") === "ENOENT") return false;
    throw thrown;
  }
}
