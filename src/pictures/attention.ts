import { scaleLinear } from "d3-scale";
import type { AttentionPicture, Theme } from "../reply/picture.ts";
import { say } from "../say.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { contrast } from "./contrast.ts";
import { hatch, hatched } from "./hatch.ts";
import { cut, widthOf } from "./lettering.ts";
import { type Shape, shape } from "./shape.ts";
import { asides, caption, gap, halo, labels, margin, sheetWidth, text, title, toSheet } from "./sheet.ts";
import type { Svg } from "./svg.ts";

/** More rows or columns cannot be read on a telephone. */
const mostTokens = 12;
const [smallestCell, largestCell, widestLabel] = [37, 60, 96];

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly weight: number | null;
}

const widest = (tokens: readonly string[]): number =>
  tokens.reduce((most, token) => Math.max(most, widthOf(token, labels)), 0);

const toCells = ({ weights }: AttentionPicture, rows: number, columns: number): readonly Cell[] =>
  Array.from({ length: rows * columns }, (_, n) => {
    const [row, column] = [Math.floor(n / columns), n % columns];
    return { row, column, weight: weights[row]?.[column] ?? null };
  });

/** One of these two is seen well on any colour, which the theme's own ink and background are not. */
const [black, white] = ["#000000", "#ffffff"];

/** The more weight, the more colour; the figure takes whichever of black and white is seen better on it. */
const paint = ({ ramp, ink }: Colours) => {
  const fill = scaleLinear(ramp).clamp(true);
  return {
    fill: ({ weight }: Cell): string => (weight === null ? hatched : fill(weight)),
    ink: ({ weight }: Cell): string => {
      if (weight === null) return ink;
      return contrast(black, fill(weight)) >= contrast(white, fill(weight)) ? black : white;
    },
  };
};

/** A heat map with the weight in each cell; cells that the mask hides are hatched. */
export const attention = (picture: AttentionPicture, theme: Theme): Svg => {
  const colours = coloursOf[theme];
  const [queries, keys] = [picture.queries, picture.keys].map((tokens) =>
    tokens.slice(0, mostTokens).map((token) => cut(token, widestLabel, labels)),
  ) as [string[], string[]];
  const cells = toCells(picture, queries.length, keys.length);
  const { fill, ink } = paint(colours);
  const rowLabels = Math.ceil(Math.max(widest(queries), widthOf(`${say("query")} ↓`, asides))) + 10;
  const room = (sheetWidth - 2 * margin - rowLabels) / Math.max(keys.length, 1);
  const side = Math.max(smallestCell, Math.min(largestCell, Math.floor(room)));
  const slanted = widest(keys) > side - 4;
  const [header, beyond] = slanted
    ? [Math.ceil(widest(keys) * 0.71) + 16, widest(keys) * 0.71 - side / 2]
    : [24, 0];
  const left = margin + rowLabels;
  const [width, height] = [left + keys.length * side, header + queries.length * side];
  const middled = { "text-anchor": "middle" };
  const squares = cells.flatMap((each): readonly Shape[] => {
    const [x, y] = [left + each.column * side, header + each.row * side];
    const figure = each.weight === null ? "–" : say("{weight, number, ::.00}", { weight: each.weight });
    return [
      shape("rect", { x: x + 1, y: y + 1, width: side - 2, height: side - 2, rx: 3, fill: fill(each) }),
      text(figure, { x: x + side / 2, y: y + side / 2 }, asides, {
        ...middled,
        ...(each.weight === null ? { ...halo(colours), "stroke-width": 5 } : {}),
        fill: ink(each),
      }),
    ];
  });
  const rowTokens = queries.map((token, row) =>
    text(token, { x: left - 8, y: header + (row + 0.5) * side }, labels, { "text-anchor": "end" }),
  );
  const columnTokens = keys.map((token, column) => {
    const at = { x: left + (column + 0.5) * side, y: header - 8 };
    return slanted
      ? shape(
          "g",
          { transform: `translate(${at.x},${at.y}) rotate(-45)` },
          text(token, { x: 0, y: 0 }, labels),
        )
      : text(token, { x: at.x, y: at.y - 0.36 * labels.size }, labels, middled);
  });
  const head = { fill: colours.faint } as const;
  const folded = Math.max(picture.queries.length, picture.keys.length) > mostTokens;
  return toSheet({
    colours,
    width: Math.max(sheetWidth, Math.ceil(width + Math.max(margin, beyond + 8))),
    definitions: [hatch(colours.grid, colours.background)],
    parts: [
      title(say("Attention weights"), colours),
      gap(8),
      {
        height: 20 + height,
        shapes: [
          text(`${say("key")} →`, { x: left + 2, y: 8 }, asides, head),
          text(`${say("query")} ↓`, { x: left - 8, y: 20 + header - 12 }, asides, {
            ...head,
            "text-anchor": "end",
          }),
          ...(cells.length > 0
            ? [shape("g", { transform: "translate(0,20)" }, ...squares, ...rowTokens, ...columnTokens)]
            : []),
        ],
      },
      ...(folded
        ? [gap(8), caption(say("Only the first {most} are shown.", { most: mostTokens }), colours)]
        : []),
    ],
  });
};
