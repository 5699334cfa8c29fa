import { scaleLinear } from "d3-scale";
import type { ScalePicture, Theme } from "../reply/picture.ts";
import { message, say } from "../say.ts";
import { coloursOf } from "./colours.ts";
import { hang } from "./lanes.ts";
import { cut, widthOf } from "./lettering.ts";
import { marker } from "./marker.ts";
import { line, shape } from "./shape.ts";
import {
  asides,
  caption,
  gap,
  halo,
  innerWidth,
  labels,
  margin,
  sheetWidth,
  strong,
  text,
  title,
  toSheet,
} from "./sheet.ts";
import type { Svg } from "./svg.ts";

/** More marks than anyone tells apart on one line. */
const mostMarks = 12;
const [laneHeight, widestLabel] = [26, 220];

/** What the ends and the middle of the line mean. */
const ticks = [
  { value: -1, figure: "−1", meaning: message("opposite") },
  { value: 0, figure: "0", meaning: message("at right angles") },
  { value: 1, figure: "1", meaning: message("same direction") },
] as const;

/** Cosine similarities as marks on the line from −1 to 1, each with its label and figure on a leader. */
export const scale = (picture: ScalePicture, theme: Theme): Svg => {
  const colours = coloursOf[theme];
  const x = scaleLinear([-1, 1], [margin + 48, sheetWidth - margin - 48]).clamp(true);
  const flags = picture.marks.slice(0, mostMarks).map(({ label, value, shown }) => {
    const name = cut(label, widestLabel, labels);
    const figure = cut(shown, 120, strong);
    const lead = widthOf(`${name} `, labels);
    return { name, figure, lead, x: x(value), width: lead + widthOf(figure, strong) };
  });
  const hung = hang(flags, { left: margin, right: margin + innerWidth });
  const top = (1 + Math.max(0, ...hung.map(({ lane }) => lane))) * laneHeight;
  const y = top + 22;
  const marks = flags.map((flag, n) => {
    const { lane, left } = hung[n]!;
    const colour = colours.series[n % colours.series.length]!;
    const height = top - (lane + 0.5) * laneHeight;
    return {
      leader: line({ x: flag.x, y }, { x: flag.x, y: height + 9 }, { stroke: colour, "stroke-width": 1.5 }),
      mark: marker(
        n + Math.floor(n / colours.series.length),
        { x: flag.x, y },
        { fill: colour, stroke: colours.background, "stroke-width": 2 },
      ),
      words: [
        text(flag.name, { x: left, y: height }, labels, halo(colours)),
        text(flag.figure, { x: left + flag.lead, y: height }, strong, { ...halo(colours), fill: colour }),
      ],
    };
  });
  const axis = [
    line(
      { x: x(-1), y },
      { x: x(1), y },
      { stroke: colours.line, "stroke-width": 3, "stroke-linecap": "round" },
    ),
    ...ticks.flatMap(({ value, figure, meaning }) => [
      line({ x: x(value), y }, { x: x(value), y: y + 12 }, { stroke: colours.line, "stroke-width": 2 }),
      text(figure, { x: x(value), y: y + 25 }, labels, { "text-anchor": "middle" }),
      text(say(meaning), { x: x(value), y: y + 43 }, asides, {
        "text-anchor": "middle",
        fill: colours.faint,
      }),
    ]),
  ];
  const more = picture.marks.length - flags.length;
  return toSheet({
    colours,
    parts: [
      title(say("Cosine similarity"), colours),
      gap(8),
      {
        height: y + 50,
        shapes: [
          ...marks.map(({ leader }) => leader),
          ...axis,
          ...marks.map(({ mark }) => mark),
          ...marks.map(({ words }) => shape("g", {}, ...words)),
        ],
      },
      ...(more > 0 ? [gap(4), caption(`… and ${more} more`, colours)] : []),
    ],
  });
};
