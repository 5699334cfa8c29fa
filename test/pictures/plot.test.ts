import fc from "fast-check";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { coloursOf } from "../../src/pictures/colours.ts";
import { plot } from "../../src/pictures/plot.ts";
import type { XY } from "../../src/pictures/shape.ts";
import type { PlotPicture, Point } from "../../src/reply/picture.ts";
import { exampleCharts } from "../support/example-charts.ts";
import { runs } from "../support/runs.ts";

interface Found {
  readonly textContent: string;
  getAttribute(name: string): string | null;
}

const all = (picture: PlotPicture, selector: string): readonly Found[] => [
  ...new DOMParser()
    .parseFromString(plot(picture, "light").markup, "image/svg+xml")
    .querySelectorAll(selector),
];

const { series, ink, grid, line } = coloursOf.light;

const corners = (path: Found): readonly XY[] =>
  [...path.getAttribute("d")!.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));

/** Where the head of an arrow points. */
const tipOf = (picture: PlotPicture, nth: number): XY =>
  corners(all(picture, "path").find((each) => each.getAttribute("fill") === series[nth])!)[0]!;

const number = (shown: string): number => Number(shown.replace("−", "-"));

/** What a figure at an axis says of a place, worked out from the first two that differ. */
const readFrom = (picture: PlotPicture, place: XY): readonly [number, number] => {
  const figures = all(picture, "text[fill='#596273']").map((each) => ({
    value: number(each.textContent),
    across: each.getAttribute("text-anchor") === "middle",
    at: { x: Number(each.getAttribute("x")), y: Number(each.getAttribute("y")) - 0.36 * 12 },
  }));
  const read = (axis: "x" | "y"): number => {
    const [a, b] = figures.filter(({ across }) => across === (axis === "x")) as [
      (typeof figures)[0],
      (typeof figures)[0],
    ];
    return a.value + ((place[axis] - a.at[axis]) / (b.at[axis] - a.at[axis])) * (b.value - a.value);
  };
  return [read("x"), read("y")];
};

const two = (a: Point, b: Point): PlotPicture => ({
  kind: "plot",
  arrows: [
    { label: "a", to: a },
    { label: "b", to: b },
  ],
  angle: "its angle",
});

const component = fc.integer({ min: -99, max: 99 }).filter((n) => Math.abs(n) > 5);

describe("arrows in the plane", () => {
  test("end where the figures at the axes say", () => {
    fc.assert(
      fc.property(component, component, component, component, (a, b, c, d) => {
        const picture = two([a, b], [c, d]);
        for (const [nth, [x, y]] of [[0, [a, b]] as const, [1, [c, d]] as const]) {
          const read = readFrom(picture, tipOf(picture, nth));
          expect(Math.abs(read[0] - x)).toBeLessThan(0.3);
          expect(Math.abs(read[1] - y)).toBeLessThan(0.3);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test("have an arc that goes from the first to the second the shorter way round", () => {
    fc.assert(
      fc.property(component, component, component, component, (a, b, c, d) => {
        const angle = Math.acos((a * c + b * d) / Math.hypot(a, b) / Math.hypot(c, d));
        fc.pre(Math.abs(angle - Math.PI / 2) > 0.01 && angle > 0.05 && angle < 3.1);
        const picture = two([a, b], [c, d]);
        const arc = corners(all(picture, `path[stroke='${ink}']`)[0]!);
        const zero = all(picture, `line[stroke='${line}']`);
        const centre = {
          x: Number(
            zero.find((each) => each.getAttribute("x1") === each.getAttribute("x2"))!.getAttribute("x1"),
          ),
          y: Number(
            zero.find((each) => each.getAttribute("y1") === each.getAttribute("y2"))!.getAttribute("y1"),
          ),
        };
        const towards = ({ x, y }: XY): number => Math.atan2(centre.y - y, x - centre.x);
        expect(Math.cos(towards(arc[0]!) - Math.atan2(b, a))).toBeCloseTo(1, 3);
        expect(Math.cos(towards(arc.at(-1)!) - Math.atan2(d, c))).toBeCloseTo(1, 3);
        const length = arc
          .slice(1)
          .reduce((sum, { x, y }, n) => sum + Math.hypot(x - arc[n]!.x, y - arc[n]!.y), 0);
        const radius = Math.hypot(arc[0]!.x - centre.x, arc[0]!.y - centre.y);
        expect(Math.abs(length / radius - angle)).toBeLessThan(0.02);
      }),
      { numRuns: runs(50) },
    );
  });

  test("stand on squares", () => {
    const lines = all(exampleCharts.plot.projection, `line[stroke='${grid}']`);
    const gap = (axis: "x" | "y"): number => {
      const [first, second] = lines
        .filter((each) => each.getAttribute(`${axis}1`) === each.getAttribute(`${axis}2`))
        .map((each) => Number(each.getAttribute(`${axis}1`)))
        .sort((a, b) => a - b);
      return second! - first!;
    };
    expect(gap("x")).toBeCloseTo(gap("y"), 1);
  });

  test("that are zero vectors are dots at the origin", () => {
    const [dot] = all(exampleCharts.plot["zero-vector"], `circle[fill='${series[0]}']`);
    expect(dot).toBeDefined();
  });
});

test.each([
  [[1e12, 2e12], "The figures at the axes are times 10¹²."],
  [[1e-9, 0], "The figures at the axes are times 10⁻⁹."],
  [[9999, 0], undefined],
  [[0.01, 0], undefined],
] as const)("the figures of %j are short", (to, said) => {
  const captions = all({ kind: "plot", arrows: [{ label: "a", to }] }, "text").map(
    (each) => each.textContent,
  );
  expect(captions.find((each) => each.startsWith("The figures"))).toBe(said);
});
