import { expect, test } from "vitest";
import { createLog } from "../../src/log.ts";
import { createUndrawnLog } from "../../src/pictures/undrawn-log.ts";

test("pictures that are not drawn are told once a minute at most, with how many there were since", () => {
  const lines: string[] = [];
  let now = 0;
  const { tell, close } = createUndrawnLog(
    createLog("warn", { write: (line: string) => lines.push(line) }),
    () => now,
  );
  const counts = () => lines.map((line) => (JSON.parse(line) as { counts: unknown }).counts);
  tell("failed", "formula", "first");
  for (now = 1; now < 60_000; now += 1) tell("shed", "plot", "too many");
  expect(counts()).toEqual([{ failed: 1 }]);
  tell("late", "scale", "last");
  expect(counts()).toEqual([{ failed: 1 }, { shed: 59_999, late: 1 }]);
  expect(JSON.parse(lines[1]!)).toMatchObject({ picture: "scale", because: "last" });
  now += 59_999;
  tell("slow", "words", "untold yet");
  expect(counts()).toHaveLength(2);
  close();
  close();
  expect(counts().slice(2)).toEqual([{ slow: 1 }]);
});
