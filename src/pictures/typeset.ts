import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import type { AbstractMmlTokenNode, MmlNode, TextNode } from "@mathjax/src/js/core/MmlTree/MmlNode.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import "@mathjax/src/js/input/tex/ams/AmsConfiguration.js";
import type ParseOptions from "@mathjax/src/js/input/tex/ParseOptions.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import { SVG } from "@mathjax/src/js/output/svg.js";

/** TeX as outlines, which need no font. All sizes are in em, the size of the type. */
export interface Typeset {
  /** What stands in an `<svg>`: a thousand units are an em, the first line stands on y = 0, y grows downwards. */
  readonly markup: string;
  readonly width: number;
  /** Above the line that the first of its lines stands on. */
  readonly height: number;
  /** Below it. */
  readonly depth: number;
}

const unitsPerEm = 1_000;

/** A width that nothing reaches, in em. */
const unbroken = 1_000_000;

/** Any will do: what comes out is told in units of an em. */
const pixelsPerEm = 16;

/** Formulas are folded before they come here; TeX that is longer, or goes on growing, is refused. In characters. */
const mostTex = 5_000;

const require = createRequire(import.meta.url);

/*
 * Glyphs that few formulas need are in modules of their own. They are required, not imported, so that typesetting is
 * never interrupted; the names are those of MathJax's own tables.
 */
mathjax.asyncLoad = (name) => require(fileURLToPath(import.meta.resolve(name)));
mathjax.asyncIsSynchronous = true;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);

/*
 * Only what mathematics needs: "base" and "ams" know no links, scripts, styles, files, further packages or definitions
 * of macros. TeX that cannot be read is an error, not a formula in red.
 */
const input = new TeX({
  packages: ["base", "ams"],
  maxBuffer: mostTex,
  maxMacros: 100,
  formatError: (_: unknown, { message }: { readonly message: string }) => {
    throw new SyntaxError(message);
  },
});

/** No line begins with them: 5 × 5 is one term, and “⋯ 5 more ⋯” one component. */
const holdsTogether: ReadonlySet<string> = new Set(["×", "⋯"]);

input.postFilters.add((compiled) => {
  const { root } = (compiled as { readonly data: ParseOptions }).data;
  root.walkTree((node) => {
    if (!("attributes" in node)) return;
    if (node.attributes.isSet("href")) throw new SyntaxError("A picture has no links");
    // The drawing does not repeat the TeX.
    node.attributes.unset("data-latex");
    if (node.isKind("mtext")) for (const words of node.childNodes) if (isText(words)) keepInLine(words);
    if (node.isKind("mo") && holdsTogether.has((node as AbstractMmlTokenNode).getText()))
      node.attributes.set("linebreak", "nobreak");
  });
});

const isText = (node: MmlNode): node is MmlNode & TextNode => node.isKind("text");

const keepInLine = (words: TextNode): TextNode => words.setText(words.getText().replaceAll(" ", "\u00a0"));

const output = new SVG({
  // Each formula carries its own outlines, so that many can stand in one drawing.
  fontCache: "none",
  displayOverflow: "linebreak",
  displayAlign: "left",
  displayIndent: "0",
  linebreaks: { lineleading: 0.45 },
});

const page = mathjax.document("", { InputJax: input, OutputJax: output });

/**
 * Typesets TeX for display, broken before signs where it would be wider than that many em; what cannot be broken, as a
 * fraction, may be wider all the same. Throws a SyntaxError where the TeX cannot be read.
 */
export const typeset = (tex: string, mostEms = Number.POSITIVE_INFINITY): Typeset => {
  if (tex.length > mostTex) throw new SyntaxError(`The TeX has ${tex.length} characters`);
  input.reset();
  const container = page.convert(tex, {
    display: true,
    em: pixelsPerEm,
    ex: pixelsPerEm / 2,
    containerWidth: Math.min(mostEms, unbroken) * pixelsPerEm,
  });
  const svg = adaptor.firstChild(container) as ReturnType<typeof adaptor.node>;
  const [, top, width, height] = String(adaptor.getAttribute(svg, "viewBox"))
    .split(" ")
    .map((units) => Number(units) / unitsPerEm);
  if (top === undefined || width === undefined || height === undefined)
    throw new TypeError("MathJax gave no viewBox");
  return {
    markup: adaptor
      .childNodes(svg)
      .map((node) => adaptor.serializeXML(node as typeof svg))
      .join(""),
    width,
    height: -top,
    depth: height + top,
  };
};

/** Words as a `<text>` that stands on y = 0, to go with formulas; nothing in the words is markup. */
export const setWords = (words: string, attributes: Readonly<Record<string, string | number>>): string =>
  adaptor.serializeXML(adaptor.node("text", { ...attributes }, [adaptor.text(words)]));
