import { fileURLToPath } from "node:url";
import ts from "typescript54/node_modules/typescript/lib/typescript.js";

/**
 * The parameters of Stripe's API as the types of the installed `stripe` package name them, in the notation of
 * `src/simulator/params/paramType.ts`. TypeScript 7 has no stable compiler API, so an older one reads the types.
 */
export interface ParamTable {
  /** Each object's parts, once: `city:s country:s`. */
  objects: string[];
  /** The number in `objects` of what a call takes, by the name that the SDK gives to the call. */
  calls: Record<string, number>;
}

/** A file that is never on disk. */
const FILE = fileURLToPath(new URL("./stripeInstance.ts", import.meta.url));
const SOURCE = 'import Stripe from "stripe"; export declare const stripe: Stripe;';

/** Reads the table for calls such as `accounts.create`. A call that the SDK does not have throws. */
export function paramTable(operations: readonly string[]): ParamTable {
  const { checker, stripe, source } = stripeType();
  const objects: string[] = [];

  const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, source);
  const member = (type: ts.Type, name: string, operation: string) => {
    const found = checker.getPropertyOfType(type, name);
    if (!found)
      throw new Error(`The stripe package has no ${operation}: check the operation of the simulator's route.`);
    return typeOf(found);
  };

  function numberOf(text: string): number {
    const known = objects.indexOf(text);
    return known < 0 ? objects.push(text) - 1 : known;
  }

  function object(type: ts.Type, besides: readonly string[] = []): number {
    const parts = type.getProperties().map((symbol) => `${symbol.name}:${describe(typeOf(symbol))}`);
    return numberOf([...parts, ...besides].sort().join(" "));
  }

  function describe(type: ts.Type): string {
    const all = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
    const isEmpty = (part: ts.Type) =>
      Boolean(part.flags & ts.TypeFlags.Null) || (part.isStringLiteral() && part.value === "");
    const parts = all.filter((part) => !isEmpty(part));
    const words = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
    const has = (flag: ts.TypeFlags) => parts.some(({ flags }) => flags & flag);
    const text = words.length > 0 ? `=${words.sort().join("|")}` : "";
    const scalar =
      (has(ts.TypeFlags.BooleanLike) ? "b" : "") +
      (has(ts.TypeFlags.NumberLike) ? "i" : "") +
      (has(ts.TypeFlags.String) ? "s" : text);
    // An open enum is a union with `string & Record<never, never>`, which is not an object.
    const objectsOf = parts.filter((part) => part.flags & ts.TypeFlags.Object);
    // What is none of these, such as the SDK's exact numbers, is text on the wire.
    return (parts.length < all.length ? "?" : "") + (scalar + objectsOf.map(describeObject).join("") || "s");
  }

  function describeObject(type: ts.Type): string {
    const element = checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
    if (element) return `[${describe(element)}`;
    const values = type.getStringIndexType();
    if (values) return "*";
    return `#${object(type)}`;
  }

  const calls = operations.map((operation) => {
    const method = operation.split(".").reduce((type, name) => member(type, name, operation), stripe);
    const params = method
      .getCallSignatures()
      .flatMap((signature) => signature.getParameters())
      .find(({ name }) => name === "params");
    // Stripe gives the address of a page, and the SDK calls it: `page` is in none of its types.
    const besides = operation.startsWith("v2.") && operation.endsWith(".list") ? ["page:s"] : [];
    return [operation, params ? object(checker.getNonNullableType(typeOf(params)), besides) : numberOf("")] as const;
  });
  return { objects, calls: Object.fromEntries(calls) };
}

function stripeType(): { checker: ts.TypeChecker; stripe: ts.Type; source: ts.SourceFile } {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === FILE || disk.fileExists(name),
    getSourceFile: (name, version, ...rest) =>
      name === FILE ? ts.createSourceFile(name, SOURCE, version, true) : disk.getSourceFile(name, version, ...rest),
  };
  const program = ts.createProgram([FILE], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(FILE);
  const module = source && checker.getSymbolAtLocation(source);
  const stripe = module?.exports?.get("stripe" as ts.__String);
  if (!source || !stripe) throw new Error("The types of the stripe package can't be read: run `npm ci`.");
  return { checker, stripe: checker.getTypeOfSymbolAtLocation(stripe, source), source };
}
