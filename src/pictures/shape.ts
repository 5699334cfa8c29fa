import { parseHTML } from "linkedom";

/** An element of a drawing. Words in it are text nodes, so nothing that a learner types becomes markup. */
export interface Shape {
  append(...children: (Shape | string)[]): void;
  setAttribute(name: string, value: string): void;
  readonly outerHTML: string;
}

/** Attributes hold numbers and our own words, never those of a learner. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export interface XY {
  readonly x: number;
  readonly y: number;
}

/** The document that all shapes, and those of Observable Plot, are made by; nothing is ever attached to it. */
export const document = parseHTML("<html></html>").document;

const namespace = "http://www.w3.org/2000/svg";

/** A tenth of a hundredth of a pixel is more than anyone sees. */
const shown = (value: string | number): string =>
  typeof value === "number" ? String(Math.round(value * 1000) / 1000 || 0) : value;

/** An element with its attributes, those that are undefined left out. */
export const shape = (name: string, attributes: Attributes, ...children: (Shape | string)[]): Shape => {
  const made: Shape = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) made.setAttribute(key, shown(value));
  }
  made.append(...children);
  return made;
};

export const line = (from: XY, to: XY, attributes: Attributes): Shape =>
  shape("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, ...attributes });

/** A line through points. */
export const path = (points: readonly XY[], attributes: Attributes): Shape =>
  shape("path", {
    d: points.map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${shown(x)},${shown(y)}`).join(""),
    fill: "none",
    ...attributes,
  });
