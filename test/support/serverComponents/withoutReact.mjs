// Imports entries where whoever asks for React or for styles gets an error: node --import this file …
import { register } from "node:module";

const hooks = `
export function resolve(specifier, context, next) {
  if (/^(react|react-dom|styled-components)(\\/|$)/.test(specifier)) throw new Error(context.parentURL + " asks for " + specifier);
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
