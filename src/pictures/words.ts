import { scaleLinear } from "d3-scale";
import type { Theme, WordsPicture } from "../reply/picture.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { cut, widthOf } from "./lettering.ts";
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
const [panelHeight, inset, radius, widestWord] = [340, 34, 5, 130];

type Role = WordsPicture["points"][number]["role"];

const dot = (role: Role, { x, y }: XY, { series, background, faint }: Colours): Shape =>
  shape("circle", {
    cx: x,
    cy: y,
    r: radius,
    "stroke-width": 2,
    ...(role === "asked" ? { fill: series[0], stroke: series[0] } : { fill: background, stroke: faint }),
  });

/** Where the points stand on the panel: one scale for both directions, as distances are what it is about. */
const toPanel = (points: WordsPicture["points"]): readonly XY[] => {
  const largest = Math.max(Number.MIN_VALUE, ...points.flatMap(({ at }) => at.map(Math.abs)));
  const parts = points.map(({ at: [x, y] }) => ({ x: x / largest, y: y / largest }));
  const [left, right] = [Math.min(...parts.map(({ x }) => x)), Math.max(...parts.map(({ x }) => x))];
  const [bottom, top] = [Math.min(...parts.map(({ y }) => y)), Math.max(...parts.map(({ y }) => y))];
  const [width, height] = [innerWidth - 2 * inset, panelHeight - 2 * inset];
  const each = Math.min(width / (right - left || 1e-9), height / (top - bottom || 1e-9));
  const x = scaleLinear(
    [(left + right) / 2, (left + right) / 2 + 1],
    [margin + innerWidth / 2, margin + innerWidth / 2 + each],
  );
  const y = scaleLinear(
    [(top + bottom) / 2, (top + bottom) / 2 + 1],
    [panelHeight / 2, panelHeight / 2 - each],
  );
  return parts.map((part) => ({ x: x(part.x), y: y(part.y) }));
};

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
  const points = picture.points.slice(0, mostWords);
  const spots = points.length > 0 ? toPanel(points) : [];
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
  const around = spots.flatMap(({ x, y }) =>
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
          ...points.map(({ role }, n) => dot(role, spots[n]!, colours)),
          ...shapes.map(({ word }) => word),
        ],
      },
      gap(10),
      legend(colours),
      gap(2),
      caption(`This plane shows ${percent} % of the differences.`, colours),
    ],
  });
};
