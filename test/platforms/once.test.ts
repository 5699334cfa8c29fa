import { expect, test } from "vitest";
import { createOnce } from "../../src/platforms/once.ts";

test.each([
  ["twice in a row", ["a", "a"], [true, false]],
  [
    "again, with as many others after it as are remembered less one",
    ["a", "b", "c", "a"],
    [true, true, true, false],
  ],
  [
    "again, with as many others after it as are remembered",
    ["a", "b", "c", "d", "a"],
    [true, true, true, true, true],
  ],
  [
    "the second of what is remembered, when the first is forgotten",
    ["a", "b", "c", "d", "b"],
    [true, true, true, true, false],
  ],
])("an event id that comes %s, where three are remembered", (_, ids, isNew) => {
  expect(ids.map(createOnce(3))).toEqual(isNew);
});
