/** An element of a drawing. Words in it are escaped, so nothing that a learner types becomes markup. */
export interface Shape {
  readonly markup: string;
}

/** Attributes hold numbers and our own words, never those of a learner. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

export interface XY {
  readonly x: number;
  readonly y: number;
}

/** A tenth of a hundredth of a pixel is more than anyone sees. */
export const shown = (value: string | number): string =>
  typeof value === "number" ? String(Math.round(value * 1000) / 1000 || 0) : value;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** An element with its attributes, those that are undefined left out. */
export const shape = (name: string, attributes: Attributes, ...children: (Shape | string)[]): Shape => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(shown(value ?? ""))}"`)
    .join("");
  const inside = children
    .map((child) => (typeof child === "string" ? escaped(child) : child.markup))
    .join("");
  return { markup: `<${name}${written}>${inside}</${name}>` };
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
