import { expect, test } from "vitest";
import { withDistinctChoices } from "../../src/commands/distinct-choices.ts";
import { type Block, type Choice, paragraph } from "../../src/reply/reply.ts";

const choice = (label: string, words: string): Choice => ({
  label,
  does: { command: "similar", options: { words } },
});

const labelsOf = (blocks: readonly Block[]) => {
  const reply = { tone: "plain", blocks: [paragraph("Here."), ...blocks] } as const;
  return withDistinctChoices(reply as never).blocks.map((block) =>
    block.kind === "choices" ? block.choices.map(({ label }) => label) : block.kind,
  );
};

test("what does the same is offered once, wherever it stands, and an empty row goes", () => {
  const [first, same, other] = [choice("King", "king"), choice("The king", "king"), choice("Queen", "queen")];
  const block = (...choices: Choice[]) => ({ kind: "choices", prompt: "?", choices }) as unknown as Block;
  expect(labelsOf([block(first, same, other), block(same)])).toEqual(["paragraph", ["King", "Queen"]]);
  expect(labelsOf([block(first, { ...first, asks: "words" })])).toEqual(["paragraph", ["King", "King"]]);
});

test("a slider keeps its positions", () => {
  const [first, same] = [choice("1", "king"), choice("2", "king")];
  const slider = {
    kind: "choices",
    prompt: "?",
    choices: [first, same],
    scale: { at: 0 },
  } as unknown as Block;
  expect(labelsOf([slider])).toEqual(["paragraph", ["1", "2"]]);
});
