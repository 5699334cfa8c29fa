import { expect, test } from "vitest";
import { showProblem } from "../../src/present/problem.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";

test("a learner hears that words cannot be looked up, and nothing of files", () => {
  const forOperator = "The vectors of words in /home/someone/glove.words cannot be used: it is empty.";
  const reply = showProblem(
    { kind: "no-words", why: "empty", forOperator },
    { typed: "/similar", example: "king" },
  );
  const text = toPlainText(reply);
  expect(text).toContain("Everything else works");
  expect(text).not.toContain("glove.words");
});
