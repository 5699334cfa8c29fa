import { axisX, axisY, barX, barY, ruleY, text } from "@observablehq/plot";
import type { ProgressPicture, Theme } from "../reply/picture.ts";
import { say } from "../say.ts";
import { chart } from "./chart.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { cut, widthOf } from "./lettering.ts";
import {
  asides,
  caption,
  gap,
  innerWidth,
  labels,
  margin,
  type Part,
  sheetWidth,
  title,
  toSheet,
} from "./sheet.ts";
import type { Svg } from "./svg.ts";

const [mostSkills, mostDays] = [18, 14];
const [widestTitle, percentWidth, rowHeight, columnsHeight] = [190, 52, 25, 132];

const sides = { width: sheetWidth, marginTop: 0, marginBottom: 0, marginRight: margin } as const;

const skillBars = ({ skills }: ProgressPicture, colours: Colours): Part => {
  const shown = skills.slice(0, mostSkills).map((skill) => ({
    title: cut(skill.title, widestTitle, labels),
    mastery: Math.max(0, Math.min(1, skill.mastery)),
  }));
  if (shown.length === 0) return caption(say("Nothing practised yet."), colours);
  const y = (skill: (typeof shown)[number]): number => shown.indexOf(skill);
  const marginLeft = margin + 10 + Math.ceil(Math.max(...shown.map((skill) => widthOf(skill.title, labels))));
  const height = shown.length * rowHeight;
  const drawing = chart(
    {
      ...sides,
      height,
      marginLeft,
      x: { axis: null, domain: [0, 1], insetRight: percentWidth },
      y: { axis: null, domain: shown.keys(), padding: 0.5 },
      marks: [
        barX(shown, { x1: 0, x2: 1, y, fill: colours.grid, r: 3 }),
        barX(shown, { x1: 0, x2: "mastery", y, fill: colours.positive, r: 3 }),
        text(shown, {
          x: 1,
          y,
          dx: percentWidth,
          text: ({ mastery }) => `${Math.round(mastery * 100)}%`,
          textAnchor: "end",
          fontSize: labels.size,
          fill: colours.ink,
        }),
        axisY({
          tickSize: 0,
          tickPadding: 10,
          tickFormat: (n: number) => shown[n]?.title ?? "",
          fontSize: labels.size,
          fill: colours.ink,
        }),
      ],
    },
    { x: 0, y: 0 },
  );
  return { height, shapes: [drawing] };
};

const dayColumns = ({ ahead }: ProgressPicture, colours: Colours): Part => {
  const shown = ahead.slice(0, mostDays).map(({ day, reviews }) => ({ day: cut(day, 80, asides), reviews }));
  const most = Math.max(0, ...shown.map(({ reviews }) => reviews));
  if (most === 0) return caption(say("None are due on these days."), colours);
  const columnWidth = innerWidth / shown.length;
  const every = Math.ceil((Math.max(...shown.map(({ day }) => widthOf(day, asides))) + 3) / columnWidth);
  const x = (day: (typeof shown)[number]): number => shown.indexOf(day);
  const drawing = chart(
    {
      ...sides,
      height: columnsHeight,
      marginLeft: margin,
      marginBottom: 24,
      x: { axis: null, domain: shown.keys(), padding: 0.35 },
      y: { axis: null, domain: [0, most], insetTop: 22 },
      marks: [
        barY(shown, { x, y: "reviews", fill: colours.series[2], ry2: 3 }),
        ruleY([0], { stroke: colours.line, strokeWidth: 1.5 }),
        text(shown, {
          x,
          y: "reviews",
          dy: -9,
          text: ({ reviews }) => String(reviews),
          fill: ({ reviews }) => (reviews === 0 ? colours.faint : colours.ink),
          fontSize: labels.size,
        }),
        axisX({
          tickSize: 0,
          tickPadding: 8,
          tickFormat: (n: number) => (n % every === 0 ? (shown[n]?.day ?? "") : ""),
          fontSize: asides.size,
          fill: colours.faint,
        }),
      ],
    },
    { x: 0, y: 0 },
  );
  return { height: columnsHeight, shapes: [drawing] };
};

/** Mastery of each skill as bars in percent, and the reviews of the days ahead as columns. */
export const progress = (picture: ProgressPicture, theme: Theme): Svg => {
  const colours = coloursOf[theme];
  const more = picture.skills.length - mostSkills;
  return toSheet({
    colours,
    parts: [
      title(say("Mastery"), colours),
      gap(6),
      skillBars(picture, colours),
      ...(more > 0 ? [gap(4), caption(say("… and {more} more", { more }), colours)] : []),
      gap(18),
      title(say("Reviews ahead"), colours),
      gap(6),
      dayColumns(picture, colours),
    ],
  });
};
