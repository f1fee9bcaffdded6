import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FRAMEWORKS, inFolder } from "../src/cli/init/frameworks.js";
import type { Template } from "../src/cli/init/templates.js";

/** What `npx react-stripe-connection init` needs of each example, for the package. */
export async function exampleTemplates(folder: string): Promise<Record<string, Template>> {
  const templates: Record<string, Template> = {};
  for (const { example, files, additions } of FRAMEWORKS) {
    const read = (file: string) => readFile(join(folder, example, file), "utf8");
    const hasSrc = existsSync(join(folder, example, "src"));
    const template: Template = { files: {}, additions: {}, environment: await read(".env.example") };
    for (const file of files) template.files[file] = await read(inFolder(file, hasSrc));
    for (const { file, lines } of additions) {
      template.additions[file] = (await read(file)).split("\n").filter((line) => lines.test(line));
    }
    templates[example] = template;
  }
  return templates;
}
