import type { Chain, FormulaPicture, Theme } from "../reply/picture.ts";
import { type Colours, coloursOf, fontFamily } from "./colours.ts";
import { type Row, stack } from "./rows.ts";
import { escapeXml, inLines } from "./set-words.ts";
import type { Svg } from "./svg.ts";
import { type Typeset, typeset } from "./typeset.ts";

/** As wide as a telephone shows a picture without making it smaller, and how wide one may be where that is too little. */
const [aim, most] = [400, 1_000];
const padding = 18;

/** The size of the type, and the sizes to which it shrinks before the picture becomes wider, and after. In pixels. */
const [large, small, smallest] = [20, 16, 9];

/** The words' type beside that of the formulas. */
const wordsToType = 0.65;

/** In em: above a line, above its reason, between the lines of a reason, above a chain. */
const gaps = { line: 0.62, because: 0.3, words: 0.25, chain: 1.1 };

/** What every line takes at least, in em, so that lines of numbers stand at equal distances. */
const [leastHeight, leastDepth] = [0.72, 0.22];

/** In em: an equals sign with the space on either side of it. */
const signSpace = 5 / 18;
const signWidth = 0.778 + 2 * signSpace;

const roomInEms = (aim - 2 * padding) / large;

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
 * The subjects stand beside their first lines where all of them fit there, else on lines of their own; long lines are
 * broken before a sign, so that the type need not be small. Throws a SyntaxError where the TeX cannot be read, and a
 * RangeError where nobody could read the picture.
 */
export const formula = ({ chains }: FormulaPicture, theme: Theme): Svg => {
  const set = chains.map(setChain);
  const subjects = widest(set.map(({ subject }) => subject));
  const rights = signWidth + widest(set.flatMap(({ lines }) => lines.map(({ formula }) => formula)));
  const beside = subjects + rights <= roomInEms;
  const needed = beside ? subjects + rights : Math.max(subjects, rights);
  const size = sizeFor(needed);
  const room = Math.max(aim - 2 * padding, needed * size);
  const colours = coloursOf[theme];
  const rows = set.flatMap((chain) =>
    rowsOf(chain, { size, room, colours, ...(beside ? { subjects } : {}) }),
  );
  return stack(rows, room, padding, colours.background);
};

const setChain = ({ subject, lines }: Chain): SetChain => ({
  subject: typeset(subject, roomInEms),
  lines: lines.map(({ relation, tex, because = "" }) => ({
    sign: typeset(signs[relation], roomInEms),
    formula: typeset(tex, roomInEms - signWidth),
    because,
  })),
});

const widest = (all: readonly Typeset[]): number => Math.max(0, ...all.map(({ width }) => width));

const sizeFor = (ems: number): number => {
  const size = Math.min(large, Math.max(small, (aim - 2 * padding) / ems), (most - 2 * padding) / ems);
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
  const all = subjects === undefined ? [rowOf([{ part: subject, x: 0 }], 0, layout), ...rows] : rows;
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
  const words = size * wordsToType;
  const x = ems * size;
  return inLines(because, words, room - x).map((line, i) => ({
    above: size * (i === 0 ? gaps.because : gaps.words),
    height: words * 0.76,
    depth: words * 0.24,
    markup: `<text x="${x}" y="0" font-family="${fontFamily}" font-size="${words}" fill="${colours.faint}">${escapeXml(line)}</text>`,
  }));
};
