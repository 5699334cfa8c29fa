import fc from "fast-check";
import { expect, test } from "vitest";
import { hang } from "../../src/pictures/lanes.ts";
import { type Box, type Label, placeLabels } from "../../src/pictures/place-labels.ts";

const bounds = { left: 0, top: 0, right: 400, bottom: 300 };

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const labelAt = (x: number, y: number): Label => ({
  at: { x, y },
  width: 50,
  height: 16,
  gap: 6,
  toward: 0,
});

const place = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) });

test("up to six labels never cover one another, even at one point, and stay within the bounds", () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), (places) => {
      const boxes = placeLabels(
        places.map(({ x, y }) => labelAt(x, y)),
        { avoid: places, bounds },
      );
      for (const [n, box] of boxes.entries()) {
        expect(boxes.slice(n + 1).filter((other) => overlap(box, other))).toEqual([]);
        expect(box.left).toBeGreaterThanOrEqual(bounds.left);
        expect(box.right).toBeLessThanOrEqual(bounds.right);
        expect(box.top).toBeGreaterThanOrEqual(bounds.top);
        expect(box.bottom).toBeLessThanOrEqual(bounds.bottom);
      }
    }),
  );
});

test("a label keeps off a line that leads where it would stand", () => {
  const avoid = Array.from({ length: 100 }, (_, n) => ({ x: 100 + n, y: 150 }));
  const [box] = placeLabels([labelAt(100, 150)], { avoid, bounds });
  expect(
    avoid.filter(({ x, y }) => x > box!.left && x < box!.right && y > box!.top && y < box!.bottom),
  ).toEqual([]);
});

test("flags on leaders never cover one another", () => {
  const flag = fc.record({ x: fc.integer({ min: 60, max: 340 }), width: fc.integer({ min: 10, max: 300 }) });
  fc.assert(
    fc.property(fc.array(flag, { maxLength: 12 }), (flags) => {
      const hung = hang(flags, bounds);
      for (const [n, { lane, left }] of hung.entries()) {
        expect(left).toBeGreaterThanOrEqual(bounds.left);
        expect(left + flags[n]!.width).toBeLessThanOrEqual(bounds.right);
        const covering = hung.filter(
          (other, m) =>
            m > n &&
            other.lane === lane &&
            left < other.left + flags[m]!.width &&
            other.left < left + flags[n]!.width,
        );
        expect(covering).toEqual([]);
      }
    }),
  );
});
