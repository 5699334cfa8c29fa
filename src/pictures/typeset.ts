import {
  liteAdaptor,
  MathJaxNewcmFont,
  type MmlNode,
  mathjax,
  RegisterHTMLHandler,
  SVG,
  TeX,
} from "./mathjax.ts";

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

input.postFilters.add(({ data: { root } }) => {
  root.walkTree((node) => {
    if (node.attributes === undefined) return;
    if (node.attributes.isSet("href")) throw new SyntaxError("A picture has no links");
    // The drawing does not repeat the TeX.
    node.attributes.unset("data-latex");
    if (node.kind === "mtext") for (const words of node.childNodes) keepInLine(words);
    if (node.kind === "mo" && holdsTogether.has(node.getText?.() ?? ""))
      node.attributes.set("linebreak", "nobreak");
  });
});

const keepInLine = (words: MmlNode): void => {
  if (words.kind === "text") words.setText?.(words.getText?.().replaceAll(" ", "\u00a0") ?? "");
};

const output = new SVG({
  fontData: MathJaxNewcmFont,
  dynamicPrefix: "[mathjax-newcm]/svg/dynamic",
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
  const svg = adaptor.firstChild(container);
  const [, top, width, height] = String(adaptor.getAttribute(svg, "viewBox"))
    .split(" ")
    .map((units) => Number(units) / unitsPerEm);
  if (top === undefined || width === undefined || height === undefined)
    throw new TypeError("MathJax gave no viewBox");
  return {
    markup: adaptor
      .childNodes(svg)
      .map((element) => adaptor.serializeXML(element))
      .join(""),
    width,
    height: -top,
    depth: height + top,
  };
};
