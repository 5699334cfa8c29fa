import { html, raw } from "hono/html";
import type { Formula } from "../../../reply/reply.ts";
import type { Html } from "./html.ts";

/** A formula as MathML that is read aloud in words. */
export const renderFormula = ({ mathMl, spoken }: Formula): Html =>
  html`<math displaystyle="true" aria-label="${spoken}">${raw(mathMl)}</math>`;
