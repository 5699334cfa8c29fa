import type { Theme, WordsPicture } from "../reply/picture.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { cut, widthOf } from "./lettering.ts";
import { spread } from "./panel.ts";
import { centreOf, distanceTo, nearestIn, placeLabels } from "./place-labels.ts";
import { line, type Shape, shape, type XY } from "./shape.ts";
import {
  asides,
  caption,
  gap,
  halo,
  innerWidth,
  labels,
  margin,
  type Part,
  strong,
  text,
  toSheet,
} from "./sheet.ts";
import type { Svg } from "./svg.ts";

const mostWords = 40;
const [radius, widestWord] = [5, 130];

type Role = WordsPicture["points"][number]["role"];

const dot = (role: Role, { x, y }: XY, { series, background, faint }: Colours): Shape =>
  shape("circle", {
    cx: x,
    cy: y,
    r: radius,
    "stroke-width": 2,
    ...(role === "asked" ? { fill: series[0], stroke: series[0] } : { fill: background, stroke: faint }),
  });

const legend = (colours: Colours): Part => {
  const y = 10;
  const entry = (role: Role, words: string, x: number) => [
    dot(role, { x, y }, colours),
    text(words, { x: x + 12, y }, asides, { fill: colours.faint }),
  ];
  return {
    height: 20,
    shapes: [...entry("asked", "asked for", margin + 6), ...entry("neighbour", "neighbour", margin + 106)],
  };
};

/** Words as points of a plane; those that were asked for are filled and bold. */
export const words = (picture: WordsPicture, theme: Theme): Svg => {
  const colours = coloursOf[theme];
  // The words of those asked for are placed first, and their points are drawn last.
  const points = picture.points
    .slice(0, mostWords)
    .sort((a, b) => Number(b.role === "asked") - Number(a.role === "asked"));
  const { spots, height: panelHeight } = spread(points.length > 0 ? points.map(({ at }) => at) : [[0, 0]]);
  const written = points.map(({ word, role }, n) => {
    const lettering = role === "asked" ? strong : labels;
    const shown = cut(word, widestWord, lettering);
    const middle = { x: margin + innerWidth / 2, y: panelHeight / 2 };
    return {
      shown,
      lettering,
      fill: role === "asked" ? colours.series[0] : colours.ink,
      at: spots[n]!,
      width: widthOf(shown, lettering),
      height: 15,
      gap: radius + 3,
      toward: spots[n]!.x < middle.x ? Math.PI : 0,
    };
  });
  const around = spots.slice(0, points.length).flatMap(({ x, y }) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
      x: x + radius * Math.cos((n * Math.PI) / 4),
      y: y + radius * Math.sin((n * Math.PI) / 4),
    })),
  );
  const bounds = { left: margin + 6, right: margin + innerWidth - 6, top: 6, bottom: panelHeight - 6 };
  const boxes = placeLabels(written, { avoid: around, bounds });
  const shapes = written.map(({ shown, lettering, at, fill }, n) => {
    const box = boxes[n]!;
    const far = distanceTo(box, at) > radius + 8;
    return {
      leader: far ? [line(at, nearestIn(box, at), { stroke: colours.line, "stroke-width": 1 })] : [],
      word: text(shown, centreOf(box), lettering, {
        ...halo({ ...colours, background: colours.panel }),
        fill,
        "text-anchor": "middle",
      }),
    };
  });
  const percent = Math.round(Math.max(0, Math.min(1, picture.share)) * 100);
  return toSheet({
    colours,
    parts: [
      {
        height: panelHeight,
        shapes: [
          shape("rect", {
            x: margin,
            y: 0,
            width: innerWidth,
            height: panelHeight,
            rx: 6,
            fill: colours.panel,
          }),
          ...shapes.flatMap(({ leader }) => leader),
          ...points.map(({ role }, n) => dot(role, spots[n]!, colours)).reverse(),
          ...shapes.map(({ word }) => word),
        ],
      },
      gap(10),
      legend(colours),
      gap(2),
      caption(`This plane shows ${percent}% of the differences.`, colours),
    ],
  });
};
