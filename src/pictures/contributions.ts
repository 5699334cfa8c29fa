import { axisY, barX, ruleX, text } from "@observablehq/plot";
import type { Bar, ContributionsPicture, Theme } from "../reply/picture.ts";
import { chart } from "./chart.ts";
import { coloursOf } from "./colours.ts";
import { hatch, hatched } from "./hatch.ts";
import { cut, widthOf } from "./lettering.ts";
import { caption, gap, labels, margin, sentence, sheetWidth, title, toSheet } from "./sheet.ts";
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
  const at = { x: "part", y: (bar: (typeof bars)[number]) => bars.indexOf(bar) } as const;
  const figure = { ...at, text: "shown", fill: colours.ink, fontSize: labels.size } as const;
  const drawing = chart(
    {
      width: sheetWidth,
      height,
      marginLeft,
      marginRight: margin,
      marginTop: 0,
      marginBottom: 0,
      x: {
        axis: null,
        domain: [
          Math.min(0, ...negative.map(({ part }) => part)),
          Math.max(negative.length > 0 ? 0 : 1, ...positive.map(({ part }) => part)),
        ],
        insetLeft: negative.length > 0 ? widest(negative.map(({ shown }) => shown)) + 8 : 1,
        insetRight: positive.length > 0 ? widest(positive.map(({ shown }) => shown)) + 8 : 1,
      },
      y: { axis: null, domain: bars.keys(), padding: 0.3 },
      marks: [
        barX(positive, { ...at, fill: colours.positive, rx2: 3 }),
        barX(negative, { ...at, fill: hatched, stroke: colours.negative, strokeWidth: 1.5, rx1: 3 }),
        ruleX([0], { stroke: colours.line, strokeWidth: 1.5 }),
        text(positive, { ...figure, textAnchor: "start", dx: 6 }),
        text(negative, { ...figure, textAnchor: "end", dx: -6 }),
        axisY({
          tickSize: 0,
          tickPadding: 10,
          tickFormat: (n: number) => bars[n]?.label ?? "",
          fontSize: labels.size,
          fill: colours.ink,
        }),
      ],
    },
    { x: 0, y: 0 },
  );
  const more = picture.bars.length - bars.length;
  return toSheet({
    colours,
    definitions: [hatch(colours.negative, colours.background)],
    parts: [
      title(picture.title, colours),
      gap(10),
      { height, shapes: bars.length > 0 ? [drawing] : [] },
      ...(more > 0 ? [gap(4), caption(`… and ${more} more`, colours)] : []),
      ...(picture.total === undefined ? [] : [gap(10), sentence(picture.total, colours)]),
    ],
  });
};
