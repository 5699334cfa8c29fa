import type { Chain, FormulaPicture, Theme } from "../reply/picture.ts";
import { type Colours, coloursOf, fontFamily } from "./colours.ts";
import { type Lettering, wrap } from "./lettering.ts";
import { type Row, stack } from "./rows.ts";
import { shape } from "./shape.ts";
import type { Svg } from "./svg.ts";
import { type Typeset, typeset } from "./typeset.ts";

/** As wide as a telephone shows a picture without making it smaller, and how wide one may be where that is too little. */
const [aim, most] = [400, 1_000];
const padding = 18;

/**
 * Sizes of the type in pixels: as a rule; as small as it becomes so that subjects stand beside their lines, and as lines
 * are broken at; so that no line need be broken, or before the picture becomes wider; as small as can be read.
 */
const [large, medium, small, smallest] = [20, 18, 16, 9];

const reasons: Lettering = { size: 12.4 };

/** In em: above a line, above its reason, between the lines of a reason, above a chain. */
const gaps = { line: 0.62, because: 0.3, words: 0.25, chain: 1.1 };

/** What every line takes at least, in em, so that lines of numbers stand at equal distances. */
const [leastHeight, leastDepth] = [0.72, 0.22];

/** In em: an equals sign with the space on either side of it. */
const signSpace = 5 / 18;
const signWidth = 0.778 + 2 * signSpace;

const room = aim - 2 * padding;

/** A subject that is no wider, in em, stands beside its lines even where these have to be broken. */
const narrow = 4;

const signs: Readonly<Record<Chain["lines"][number]["relation"], string>> = {
  "=": "=",
  "≈": "\\approx",
  "≤": "\\leq",
  "≥": "\\geq",
  "<": "<",
  ">": ">",
};

interface SetChain {
  readonly subject: Typeset;
  readonly lines: readonly {
    readonly sign: Typeset;
    readonly formula: Typeset;
    readonly because: string;
  }[];
}

/**
 * Working as a drawing: each chain's lines one below the other, aligned at their signs, with the reason under each.
 * The subjects stand beside their first lines where all of them fit there or they are narrow, else on lines of their
 * own; lines that are still too long are broken before a sign, so that the type need not be small. Throws a SyntaxError
 * where the TeX cannot be read, and a RangeError where nobody could read the picture.
 */
export const formula = ({ chains }: FormulaPicture, theme: Theme): Svg => {
  const whole = chains.map((chain) => setChain(chain));
  const { subjects: column, lines: longest } = widthsOf(withLines(whole));
  const fitBeside = column + longest <= room / medium;
  const fit = widestApart(whole) <= room / small && (fitBeside || Math.max(column, longest) <= room / small);
  const beside = fitBeside || (!fit && column <= narrow);
  const inColumn = room / medium - signWidth - (beside ? column : 0);
  const set = fit ? whole : chains.map((chain) => setChain(chain, room / medium, inColumn));
  const { subjects, lines } = widthsOf(withLines(set));
  const needed = Math.max(widestApart(set), beside ? subjects + lines : Math.max(subjects, lines));
  const size = sizeFor(needed, fit ? large : medium);
  const layout = { size, room: Math.max(room, needed * size), colours: coloursOf[theme] };
  const rows = set.flatMap((chain) => rowsOf(chain, beside ? { ...layout, subjects } : layout));
  return stack(rows, layout.room, padding, layout.colours.background);
};

/** Subjects and formulas are broken where they are wider than that, in em; where nothing is said they never are. */
const setChain = ({ subject, lines }: Chain, mostOfSubject?: number, mostOfFormula?: number): SetChain => ({
  subject: typeset(subject, mostOfSubject),
  lines: lines.map(({ relation, tex, because = "" }) => ({
    sign: typeset(signs[relation]),
    formula: typeset(tex, mostOfFormula),
    because,
  })),
});

const withLines = (set: readonly SetChain[]): readonly SetChain[] =>
  set.filter(({ lines }) => lines.length > 0);

/** How wide those are that stand alone, without lines, in em. */
const widestApart = (set: readonly SetChain[]): number =>
  widest(set.filter(({ lines }) => lines.length === 0).map(({ subject }) => subject));

/** How wide the column of subjects is, and that of the lines with their signs, in em. */
const widthsOf = (set: readonly SetChain[]): { readonly subjects: number; readonly lines: number } => ({
  subjects: widest(set.map(({ subject }) => subject)),
  lines: signWidth + widest(set.flatMap(({ lines }) => lines.map(({ formula }) => formula))),
});

const widest = (all: readonly Typeset[]): number => Math.max(0, ...all.map(({ width }) => width));

const sizeFor = (ems: number, asSet: number): number => {
  const size = Math.min(asSet, Math.max(small, room / ems), (most - 2 * padding) / ems);
  if (!(size >= smallest)) throw new RangeError(`The formula is ${Math.ceil(ems)} em wide`);
  return size;
};

interface Layout {
  readonly size: number;
  /** For words, in pixels. */
  readonly room: number;
  readonly colours: Colours;
  /** How wide the column of subjects is, in em, where they stand beside their lines. */
  readonly subjects?: number;
}

const rowsOf = ({ subject, lines }: SetChain, layout: Layout): readonly Row[] => {
  const { size, subjects } = layout;
  const signAt = subjects ?? 0;
  const rows = lines.flatMap(({ sign, formula, because }, i): readonly Row[] => {
    const first: readonly Placed[] =
      i === 0 && subjects !== undefined ? [{ part: subject, x: subjects - subject.width }] : [];
    const placed = [
      ...first,
      { part: sign, x: signAt + signSpace },
      { part: formula, x: signAt + signWidth },
    ];
    return [rowOf(placed, gaps.line, layout), ...reasonRows(because, signAt + signWidth, layout)];
  });
  const isApart = subjects === undefined || lines.length === 0;
  const all = isApart ? [rowOf([{ part: subject, x: 0 }], 0, layout), ...rows] : rows;
  return all.map((row, i) => (i === 0 ? { ...row, above: gaps.chain * size } : row));
};

interface Placed {
  readonly part: Typeset;
  /** In em. */
  readonly x: number;
}

const rowOf = (placed: readonly Placed[], above: number, { size, colours }: Layout): Row => ({
  above: above * size,
  height: size * Math.max(leastHeight, ...placed.map(({ part }) => part.height)),
  depth: size * Math.max(leastDepth, ...placed.map(({ part }) => part.depth)),
  markup: placed
    .map(
      ({ part, x }) =>
        `<g color="${colours.ink}" transform="translate(${x * size},0) scale(${size / 1_000})">${part.markup}</g>`,
    )
    .join(""),
});

/** Why a line follows, under it and where it begins. */
const reasonRows = (because: string, ems: number, { size, room, colours }: Layout): readonly Row[] => {
  const x = ems * size;
  return wrap(because, room - x, reasons).map((words, i) => ({
    above: size * (i === 0 ? gaps.because : gaps.words),
    height: reasons.size * 0.76,
    depth: reasons.size * 0.24,
    markup: shape(
      "text",
      { x, "font-family": fontFamily, "font-size": reasons.size, fill: colours.faint },
      words,
    ).markup,
  }));
};
