import { parseSync } from "vite";
import { textOf } from "./importGraph.js";

/**
 * The object literals and JSX elements of a file of src/ that begin with a spread and go on: `{ ...one, two: 2 }`,
 * `<A {...one} two={2} />`. The first line of each.
 */
export function leadingSpreadsOf(file: string): string[] {
  return leadingSpreadsIn(file, textOf(file));
}

/** The same of a source text. The name tells its language. */
export function leadingSpreadsIn(name: string, source: string): string[] {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name} can't be parsed: ${errors[0]?.message}`);
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isNode(value)) return;
    if (beginsWithSpread(value)) found.push(source.slice(value.start, value.end).split("\n", 1)[0] ?? "");
    Object.values(value).forEach(visit);
  };
  visit(program.body);
  return found;
}

interface Node {
  type: string;
  start: number;
  end: number;
  /** Of an object literal. */
  properties?: unknown;
  /** Of an element's opening tag. */
  attributes?: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

function beginsWithSpread({ type, properties, attributes }: Node): boolean {
  const members = type === "ObjectExpression" ? properties : type === "JSXOpeningElement" ? attributes : null;
  if (!Array.isArray(members) || members.length < 2) return false;
  const [first]: unknown[] = members;
  return isNode(first) && (first.type === "SpreadElement" || first.type === "JSXSpreadAttribute");
}
