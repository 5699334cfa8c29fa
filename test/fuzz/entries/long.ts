import * as fc from "fast-check";
import { catalogue } from "../../../src/commands/catalogue.ts";
import { createLog } from "../../../src/log.ts";
import { loadExpressionParser } from "../../../src/math/read-expression.ts";
import { toPlainText } from "../../../src/reply/plain-text.ts";
import { quietTutor, storeOpened } from "../../support/tutor.ts";
import { type Entry, insist } from "../entry.ts";
import { longTexts, longVectors } from "../long-texts.ts";

/** Words and options as long as they are read. */
const longWords: readonly (readonly [name: string, text: string])[] = [
  ["an analogy", `${"king - man + ".repeat(150)}king`],
  ["words between bars", "king | ".repeat(280)],
  ["two long sentences", `${"the cat sat on the mat ".repeat(40)} | ${"a dog lay there ".repeat(60)}`],
  ["unknown words", "qwxzkjh ".repeat(240)],
  ["a long sentence", "the cat sat on the mat ".repeat(2_000)],
  ["twelve words", "the dog lay under a tree and one bird sang there again"],
  ["one option over and over", "1,2 3,4".concat(" digits:3".repeat(20_000))],
  ["a mask over and over", "mask:none ".repeat(20_000)],
  ["keys over and over", " keys:1,2".repeat(20_000)],
  ["places over and over", `show${" of:a".repeat(40_000)}`],
];

const said = fc
  .tuple(
    fc.constantFrom("", ...catalogue.map(({ name }) => name)),
    fc.constantFrom(...longTexts, ...longVectors, ...longWords),
    fc.constantFrom("", " show:steps", " show:why"),
  )
  .map(([command, [name, text], more]) => ({ command, name, text: `${text}${more}` }));

type Long = typeof said extends fc.Arbitrary<infer T> ? T : never;

/** Each command, and free words, with texts as long as any that are read: the whole answer, on the thread of events. */
export const long: Entry<Long> = {
  name: "long",
  most: 50,
  input: said,
  open: async () => {
    loadExpressionParser();
    const tutor = quietTutor({ log: createLog("silent") });
    await storeOpened(tutor);
    return {
      check: async ({ command, text }) => {
        const { problem, reply } = await tutor.answer({
          input: command === "" ? { kind: "said", text } : { kind: "line", command, line: text },
          id: "1",
          learner: "web:learner:a",
          place: "web:place:a",
          locale: "en",
        });
        insist(problem?.kind !== "fault", () => "it ends in a fault");
        toPlainText(reply);
      },
    };
  },
};
