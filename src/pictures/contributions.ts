import { scaleBand, scaleLinear } from "d3-scale";
import type { Bar, ContributionsPicture, Theme } from "../reply/picture.ts";
import { bar } from "./bar.ts";
import { coloursOf } from "./colours.ts";
import { hatch, hatched } from "./hatch.ts";
import { cut, widthOf } from "./lettering.ts";
import { line } from "./shape.ts";
import { caption, gap, labels, margin, sentence, sheetWidth, text, title, toSheet } from "./sheet.ts";
import type { Svg } from "./svg.ts";

/** Sums have few terms that anyone looks at singly; those that are more have to be folded before. */
const mostBars = 16;
const [widestLabel, widestFigure, rowHeight] = [150, 110, 30];

/** As parts of the largest, so that the largest numbers there are can be drawn as well. */
const toParts = (bars: readonly Bar[]): readonly (Bar & { readonly part: number })[] => {
  const largest = bars.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0) || 1;
  return bars.map((bar) => ({
    part: bar.value / largest,
    value: bar.value,
    label: cut(bar.label, widestLabel, labels),
    shown: cut(bar.shown, widestFigure, labels),
  }));
};

const widest = (words: readonly string[]): number =>
  words.reduce((most, each) => Math.max(most, widthOf(each, labels)), 0);

/** Horizontal bars from a zero line: those to the left of it are hatched. Each has its value at its end. */
export const contributions = (picture: ContributionsPicture, theme: Theme): Svg => {
  const colours = coloursOf[theme];
  const bars = toParts(picture.bars.slice(0, mostBars));
  const [negative, positive] = [bars.filter(({ part }) => part < 0), bars.filter(({ part }) => part >= 0)];
  const marginLeft = margin + Math.ceil(widest(bars.map(({ label }) => label))) + 10;
  const height = bars.length * rowHeight;
  const rows = scaleBand(bars.keys(), [0, height]).padding(0.3).round(true);
  const x = scaleLinear(
    [
      Math.min(0, ...negative.map(({ part }) => part)),
      Math.max(negative.length > 0 ? 0 : 1, ...positive.map(({ part }) => part)),
    ],
    [
      marginLeft + (negative.length > 0 ? widest(negative.map(({ shown }) => shown)) + 8 : 1),
      sheetWidth - margin - (positive.length > 0 ? widest(positive.map(({ shown }) => shown)) + 8 : 1),
    ],
  );
  const zero = x(0);
  const drawn = bars.map(({ part, label, shown }, row) => {
    const [top, end] = [rows(row) ?? 0, x(part)];
    const box = { x: Math.min(zero, end), y: top, width: Math.abs(end - zero), height: rows.bandwidth() };
    const middle = top + box.height / 2;
    const isNegative = part < 0;
    return {
      bar: isNegative
        ? bar(box, "left", { fill: hatched, stroke: colours.negative, "stroke-width": 1.5 })
        : bar(box, "right", { fill: colours.positive }),
      words: [
        text(shown, { x: end + (isNegative ? -6 : 6), y: middle }, labels, {
          "text-anchor": isNegative ? "end" : "start",
        }),
        text(label, { x: marginLeft - 10, y: middle }, labels, { "text-anchor": "end" }),
      ],
    };
  });
  const axis = line({ x: zero, y: 0 }, { x: zero, y: height }, { stroke: colours.line, "stroke-width": 1.5 });
  const shapes =
    bars.length > 0 ? [...drawn.map((each) => each.bar), axis, ...drawn.flatMap(({ words }) => words)] : [];
  const more = picture.bars.length - bars.length;
  return toSheet({
    colours,
    definitions: [hatch(colours.negative, colours.background)],
    parts: [
      title(picture.title, colours),
      gap(10),
      { height, shapes },
      ...(more > 0 ? [gap(4), caption(`… and ${more} more`, colours)] : []),
      ...(picture.total === undefined ? [] : [gap(10), sentence(picture.total, colours)]),
    ],
  });
};
