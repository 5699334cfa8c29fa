import { createRequire } from "node:module";
import { html, raw } from "hono/html";
import type { Formula } from "../../../reply/reply.ts";
import type { Html } from "./html.ts";

const require = createRequire(import.meta.url);

/** Loaded with the first formula: it takes 9 MB. */
const loadTemml = () => require("temml") as typeof import("temml");

const typeset = new Map<string, string | undefined>();
const capacity = 2_000;

/** A formula as MathML that is read aloud in words; as characters where it cannot be typeset. */
export const renderFormula = ({ plain, tex, spoken }: Formula): Html => {
  const mathMl = toMathMl(tex);
  return mathMl === undefined
    ? html`<span class="characters" aria-label="${spoken}" role="math">${plain}</span>`
    : html`<math displaystyle="true" aria-label="${spoken}">${raw(mathMl)}</math>`;
};

/** What stands within <math>. The page's policy allows no style of an element's own. */
const toMathMl = (tex: string): string | undefined => {
  if (typeset.has(tex)) return typeset.get(tex);
  const made = tryToTypeset(tex);
  typeset.set(tex, made);
  if (typeset.size > capacity) typeset.delete(typeset.keys().next().value!);
  return made;
};

const tryToTypeset = (tex: string): string | undefined => {
  try {
    const math = loadTemml().renderToString(tex, { throwOnError: true, annotate: false });
    return math.replace(/^<math[^>]*>|<\/math>$/g, "").replace(/ style="[^"]*"/g, "");
  } catch {
    return undefined;
  }
};
