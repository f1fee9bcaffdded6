import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { PUBLIC_COMPONENTS, SOURCE } from "../../stories/props/publicProps.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Reader {
  parse(code: string, config: object): { props?: Record<string, { description?: string }> }[];
  makeFsImporter(): unknown;
}
// The one that Storybook makes its tables with.
const framework = createRequire(import.meta.url).resolve("@storybook/react-vite");
const { parse, makeFsImporter } = (await import(
  pathToFileURL(createRequire(framework).resolve("react-docgen")).href
)) as Reader;

function sentencesOf(file: string): (readonly [string, string])[] {
  const filename = join(root, file);
  const babelOptions = { babelrc: false, configFile: false };
  const [component] = parse(readFileSync(filename, "utf8"), { filename, babelOptions, importer: makeFsImporter() });
  return Object.entries(component?.props ?? {}).map(([name, { description = "" }]) => [name, description] as const);
}

test.each(PUBLIC_COMPONENTS.map(({ name, names, files }) => [name, names, files] as const))(
  "%s: every public prop has a sentence, and the table has no other",
  (name, names, files) => {
    const given = name === "StripeConnectionProvider" ? SOURCE.map((prop) => [prop.name, prop.sentence] as const) : [];
    const told = [...given, ...files.flatMap(sentencesOf)];
    const isSentence = (text: string) => /\w/.test(text) && /[.…](\s*@see\s\S+)?$/.test(text.trim());
    expect(told.map(([prop]) => prop).toSorted()).toEqual(names.toSorted());
    expect(told.filter(([, text]) => !isSentence(text)).map(([prop]) => prop)).toEqual([]);
  },
);
