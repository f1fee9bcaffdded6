/// <reference types="vite/client" />
import materialize from "@materializecss/materialize/dist/css/materialize.min.css?raw";
import pico from "@picocss/pico/css/pico.min.css?raw";
import bootstrap from "bootstrap/dist/css/bootstrap.min.css?raw";
import bulma from "bulma/css/bulma.min.css?raw";
import daisy from "daisyui/daisyui.css?raw";
import foundation from "foundation-sites/dist/css/foundation.min.css?raw";
import milligram from "milligram/dist/milligram.min.css?raw";
import mvp from "mvp.css/mvp.css?raw";
import sakura from "sakura.css/css/sakura.css?raw";
import simple from "simpledotcss/simple.min.css?raw";
import preflight from "tailwindcss/preflight.css?raw";
import water from "water.css/out/water.min.css?raw";

/** What hosts load, as it is on npm. */
export const sheets: Record<string, string> = {
  // In a layer, as Tailwind 4 has it, and in none, as Tailwind 3 had it.
  "Tailwind's preflight": preflight,
  "Tailwind's preflight in a layer": `@layer base { ${preflight} }`,
  Bootstrap: bootstrap,
  Pico: pico,
  Materialize: materialize,
  Bulma: bulma,
  Foundation: foundation,
  Milligram: milligram,
  daisyUI: daisy,
  "water.css": water,
  "mvp.css": mvp,
  "simple.css": simple,
  sakura,
};

/** What stands in the sheets of ordinary pages. */
export const hostileRules: Record<string, string> = {
  drawings:
    "svg { width: 100%; height: auto; fill: red; vertical-align: middle } svg path { fill: #333; stroke: none }",
  buttons: `button { width: 100%; min-height: 60px; margin: 8px; padding: 20px; float: left; border-radius: 0; background: red;
    box-shadow: 0 2px 5px #000; text-transform: uppercase; letter-spacing: 2px; opacity: .7; transition: all .4s }
    button:not(.plain) { border: 3px solid; outline-offset: 9px } button::after { content: "»" } [type=button] { font-size: 2em }`,
  paragraphs: "p { max-width: 20em; margin: 0 0 2em; text-indent: 2em; line-height: 2; color: red }",
  "content of an article": `.content p { margin: 2em 0; font-size: 1.2em } .content li { margin: 1em 0 1em 2em; list-style: square }
    .content h2 { margin: 2em 0 1em; border-bottom: 1px solid; font-size: 2em } .content a { color: red; text-decoration: underline }
    .content small { font-size: 9px } .content svg { max-width: 8px } .content select { width: auto } .content dl > div { float: left }`,
  lists: `ul, ol { list-style: square inside; padding-left: 3em } li { margin: 1em; padding-left: 1em; float: left; list-style: square }
    li::before { content: "→" } li::marker { color: red; content: "× " }`,
  code: "code, pre { display: block; padding: 4px 8px; border: 1px solid; border-radius: 4px; background: beige; color: #900; font: 700 90% monospace }",
  "definition lists":
    "dl { display: flex; margin: 2em } dt { float: left; width: 8em; font-weight: 700 } dt::after { content: ':' } dd { margin-left: 9em }",
  choices:
    "select { display: none; appearance: none; background: #eee; height: 3em; width: auto } label { float: left; width: 30%; text-align: right; font-weight: 700 } option { color: red }",
  headings:
    "h1, h2, h3, h4 { clear: both; margin: 2em 0 1em; text-transform: uppercase; letter-spacing: .1em; font-family: serif; color: red } h2::before { content: '# ' }",
  groups:
    "[role=group] { display: inline-flex; gap: 8px } [role=group] > * { flex: 1 1 auto; margin-left: 4px } [role=status] { padding: 1em; background: lime } [role=alert] { border: 1px solid; padding: 1em }",
  states: `[aria-busy=true] { white-space: nowrap; opacity: .5 } [aria-busy=true]::before { content: "…"; display: inline-block } [aria-expanded]::after { content: "▾" }
    [aria-invalid=true] { outline: 2px solid red } [aria-disabled=true] { pointer-events: none; opacity: .3 } [aria-hidden=true] { visibility: hidden } [tabindex] { outline: 3px solid red }`,
  anchors:
    "a { color: red; border-bottom: 1px dotted; text-decoration: underline } a::after { content: ' ↗' } a[target=_blank] { padding-right: 1em; background: yellow } a:not(.plain) { font-weight: 700 }",
  "small words":
    "b, strong { font-weight: 900; color: red } small { font-size: 60%; opacity: .6 } i, em { font-style: italic; margin: 0 4px } time, q, bdi { color: red; font-style: italic } q::before, q::after { content: '' } summary { padding: 1em; list-style: square } summary::after { content: '+'; float: right } details { border: 1px solid; padding: 1em } hr { height: 4px; margin: 2em 0; background: red }",
  "boxes and spans":
    "span { letter-spacing: 1px; margin-right: 4px } section { display: flex; margin: 3em 0; padding: 2em 1em; border-top: 1px solid }",
  everything:
    "* { margin: 0; padding: 0; border: 0; vertical-align: baseline; color: inherit; font: inherit; text-shadow: 0 1px red; letter-spacing: 1px; float: none; box-sizing: content-box }",
  "transitions of everything": "* { transition: all .4s !important }",
  "what a page inherits":
    "body, main { white-space: pre; word-spacing: 6px; text-indent: 2em; text-shadow: 0 1px red; hyphens: auto; letter-spacing: 1px; text-transform: uppercase; text-align: center; line-height: 3; font: italic 700 30px serif; list-style: square }",
};
