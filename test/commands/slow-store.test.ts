import { expect, test } from "vitest";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { eachCall } from "../../src/store/each-call.ts";
import { openEmpty } from "../support/store.ts";
import { quietTutor } from "../support/tutor.ts";

const asked = (line: string) => ({
  ...{ input: { kind: "line", command: "dot", line } as const, id: "1", locale: "en", isAlone: true },
  ...({ learner: "slack:learner:T/U", place: "slack:place:T/C" } as const),
});

test("what needs no database is answered while the database does not answer, with the usual settings", async () => {
  const tutor = quietTutor({
    store: eachCall((await openEmpty()).store, () => new Promise(() => undefined)),
  });
  const { reply, problem } = await tutor.answer(asked("2,3,4 1,0,2"));
  expect(problem).toBeUndefined();
  expect(toPlainText(reply)).toContain("2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10");
  // Its buttons hold more than a code can, and what they do is not kept yet.
  const long = await tutor.answer(asked(`${"1.5,".repeat(40)}1 ${"2.5,".repeat(40)}1`));
  expect(toPlainText(long.reply)).toContain("Dot product: 151");
});

test("what needs no database is answered while the database fails", async () => {
  const tutor = quietTutor({
    store: eachCall((await openEmpty()).store, () => Promise.reject(new Error("away"))),
  });
  const { reply } = await tutor.answer(asked(`${"1.5,".repeat(40)}1 ${"2.5,".repeat(40)}1`));
  expect(toPlainText(reply)).toContain("Dot product: 151");
});
