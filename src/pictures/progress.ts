import { scaleBand, scaleLinear } from "d3-scale";
import type { ProgressPicture, Theme } from "../reply/picture.ts";
import { say } from "../say.ts";
import { bar } from "./bar.ts";
import { type Colours, coloursOf } from "./colours.ts";
import { cut, widthOf } from "./lettering.ts";
import { line } from "./shape.ts";
import {
  asides,
  caption,
  gap,
  innerWidth,
  labels,
  margin,
  type Part,
  sheetWidth,
  text,
  title,
  toSheet,
} from "./sheet.ts";
import type { Svg } from "./svg.ts";

const [mostSkills, mostDays] = [18, 14];
const [widestTitle, percentWidth, rowHeight, columnsHeight] = [190, 52, 25, 132];

const right = sheetWidth - margin;

const skillBars = ({ skills }: ProgressPicture, colours: Colours): Part => {
  const shown = skills.slice(0, mostSkills).map((skill) => ({
    title: cut(skill.title, widestTitle, labels),
    mastery: Math.max(0, Math.min(1, skill.mastery)),
  }));
  if (shown.length === 0) return caption(say("Nothing practised yet."), colours);
  const marginLeft = margin + 10 + Math.ceil(Math.max(...shown.map((skill) => widthOf(skill.title, labels))));
  const height = shown.length * rowHeight;
  const rows = scaleBand(shown.keys(), [0, height]).padding(0.5).round(true);
  const x = scaleLinear([0, 1], [marginLeft, right - percentWidth]);
  const shapes = shown.flatMap(({ title, mastery }, row) => {
    const box = { x: marginLeft, y: rows(row) ?? 0, height: rows.bandwidth() };
    const middle = box.y + box.height / 2;
    const atEnd = { "text-anchor": "end" };
    return [
      bar({ ...box, width: x(1) - marginLeft }, "both", { fill: colours.grid }),
      bar({ ...box, width: x(mastery) - marginLeft }, "both", { fill: colours.positive }),
      text(`${Math.round(mastery * 100)}%`, { x: right, y: middle }, labels, atEnd),
      text(title, { x: marginLeft - 10, y: middle }, labels, atEnd),
    ];
  });
  return { height, shapes };
};

const dayColumns = ({ ahead }: ProgressPicture, colours: Colours): Part => {
  const shown = ahead.slice(0, mostDays).map(({ day, reviews }) => ({ day: cut(day, 80, asides), reviews }));
  const most = Math.max(0, ...shown.map(({ reviews }) => reviews));
  if (most === 0) return caption(say("None are due on these days."), colours);
  const columnWidth = innerWidth / shown.length;
  const every = Math.ceil((Math.max(...shown.map(({ day }) => widthOf(day, asides))) + 3) / columnWidth);
  const columns = scaleBand(shown.keys(), [margin, right]).padding(0.35).round(true);
  const y = scaleLinear([0, most], [columnsHeight - 24, 22]);
  const floor = y(0);
  const middled = { "text-anchor": "middle" };
  const shapes = shown.flatMap(({ day, reviews }, column) => {
    const [left, width, top] = [columns(column) ?? 0, columns.bandwidth(), y(reviews)];
    const middle = left + width / 2;
    const fill = reviews === 0 ? colours.faint : colours.ink;
    return [
      bar({ x: left, y: top, width, height: floor - top }, "top", { fill: colours.series[2] }),
      text(String(reviews), { x: middle, y: top - 9 }, labels, { ...middled, fill }),
      ...(column % every === 0
        ? [text(day, { x: middle, y: floor + 12 }, asides, { ...middled, fill: colours.faint })]
        : []),
    ];
  });
  const axis = line(
    { x: margin, y: floor },
    { x: right, y: floor },
    { stroke: colours.line, "stroke-width": 1.5 },
  );
  return { height: columnsHeight, shapes: [...shapes, axis] };
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
