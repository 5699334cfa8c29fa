import { createRequire } from "node:module";

/*
 * MathJax's own bundles, one a part of it, as its sources are hundreds of modules, and five times as large with all that
 * speaks and explores formulas. They are scripts: each finds the others in the global `MathJax`, and adds itself to it.
 * No types come with them; these are of what is used here.
 */

/** An element of what MathJax sets. */
export interface LiteElement {
  readonly kind: string;
}

interface LiteAdaptor {
  readonly firstChild: (element: LiteElement) => LiteElement;
  readonly childNodes: (element: LiteElement) => readonly LiteElement[];
  readonly getAttribute: (element: LiteElement, name: string) => unknown;
  readonly serializeXML: (element: LiteElement) => string;
}

/** A node of a formula, before it is set. */
export interface MmlNode {
  readonly kind: string;
  readonly childNodes: readonly MmlNode[];
  /** Texts have none. */
  readonly attributes?: {
    readonly isSet: (name: string) => boolean;
    readonly set: (name: string, value: string) => void;
    readonly unset: (name: string) => void;
  };
  readonly getText?: () => string;
  readonly setText?: (text: string) => void;
  readonly walkTree: (visit: (node: MmlNode) => void) => void;
}

interface InputTex {
  readonly reset: () => void;
  readonly postFilters: {
    readonly add: (filter: (compiled: { readonly data: { readonly root: MmlNode } }) => void) => void;
  };
}

type Options = Readonly<Record<string, unknown>>;

interface Parts {
  readonly adaptors: { readonly liteAdaptor: { readonly liteAdaptor: () => LiteAdaptor } };
  readonly handlers: { readonly html_ts: { readonly RegisterHTMLHandler: (adaptor: LiteAdaptor) => void } };
  readonly input: { readonly tex_ts: { readonly TeX: new (options: Options) => InputTex } };
  readonly mathjax: {
    readonly mathjax: {
      /** How a part is loaded that is needed only now, and whether that is done when the call returns. */
      asyncLoad: (name: string) => unknown;
      asyncIsSynchronous: boolean;
      readonly document: (
        page: string,
        options: Options,
      ) => { readonly convert: (tex: string, options: Options) => LiteElement };
    };
  };
  readonly output: {
    readonly svg_ts: { readonly SVG: new (options: Options) => object };
    readonly fonts: { readonly "mathjax-newcm": { readonly svg_ts: { readonly MathJaxNewcmFont: object } } };
  };
}

const require = createRequire(import.meta.url);

declare global {
  var MathJax: { readonly _?: Parts } | undefined;
}

globalThis.MathJax = {};
for (const bundle of [
  "loader",
  "core",
  "adaptors/liteDOM",
  "input/tex-base",
  "input/tex/extensions/newcommand",
  "input/tex/extensions/ams",
  "output/svg",
])
  require(`mathjax/${bundle}.js`);
require("@mathjax/mathjax-newcm-font/svg.js");

const parts = globalThis.MathJax._;
if (parts === undefined) throw new TypeError("MathJax was not loaded");

export const { mathjax } = parts.mathjax;
export const { liteAdaptor } = parts.adaptors.liteAdaptor;
export const { RegisterHTMLHandler } = parts.handlers.html_ts;
export const { TeX } = parts.input.tex_ts;
export const { SVG } = parts.output.svg_ts;
export const { MathJaxNewcmFont } = parts.output.fonts["mathjax-newcm"].svg_ts;

/*
 * Glyphs that few formulas need are in files of their own. They are required, not imported, so that typesetting is never
 * interrupted.
 */
mathjax.asyncLoad = (name) => require(name.replace("[mathjax-newcm]", "@mathjax/mathjax-newcm-font"));
mathjax.asyncIsSynchronous = true;
