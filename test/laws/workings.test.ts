import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/commands/catalogue.ts";
import type { Command } from "../../src/commands/command.ts";
import { findCommand } from "../../src/commands/find-command.ts";
import { optionsOf } from "../../src/commands/usage.ts";
import { readFormula, readNames } from "../../src/math/read-formula.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { usualStyle } from "../../src/number-style.ts";
import { showFormula } from "../../src/present/formula.ts";
import { solutionBlocks } from "../../src/present/question.ts";
import { namesFor, showParts } from "../../src/present/words.ts";
import { createRandom } from "../../src/random.ts";
import type { Block, Formula, Reply, WorkingBlock } from "../../src/reply/reply.ts";
import { spansOf } from "../../src/reply/reply.ts";
import { answersIn } from "../../src/tutor/answers.ts";
import { kinds, questionFrom } from "../../src/tutor/kinds.ts";
import { lessons } from "../../src/tutor/lessons.ts";
import { proofs } from "../../src/tutor/proofs.ts";
import { areClose, readPlain, Unreadable, worths } from "../support/read-back.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

const ask = async ({ name }: Command, line: string): Promise<Reply> =>
  (
    await tutor.answer({
      input: { kind: "line", command: name, line },
      id: "1",
      learner: "web:learner:a",
      place: "web:place:a",
      locale: "en",
      isAlone: true,
    })
  ).reply;

const formulasIn = (block: Block): readonly Formula[] => {
  switch (block.kind) {
    case "formula":
      return [block.formula];
    case "working":
      return [block.subject, ...block.lines.map(({ formula }) => formula)];
    case "paragraph":
      return spansOf(block.text).flatMap((span) =>
        typeof span === "object" && "formula" in span ? [span.formula] : [],
      );
    default:
      return [];
  }
};

/** A formula may be a chain of several with relations between them, or be about matrices, which are not read back. */
const isOne = ({ plain }: Formula): boolean => !/[=≈≤≥<>?ᵀ]/.test(plain);

const unlessUnreadable = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
};

/** What is rounded is rounded to four significant digits; several such in a line add up. */
const rounded = 0.005;
const exactly = 1e-9;

/** How many formulas were read back, so that no test is green for want of them. */
let read = 0;

const checkSpellings = (formula: Formula): void => {
  const found = unlessUnreadable(() => worths(formula));
  if (found === undefined) return;
  read += 1;
  for (const spelling of ["tex", "mathMl", "spoken"] as const)
    expect(
      areClose(found.plain, found[spelling], exactly),
      `${formula.plain} is ${String(found.plain)}; as ${spelling}, ${formula[spelling]}, it is ${String(found[spelling])}`,
    ).toBe(true);
};

const checkLines = ({ subject, lines }: WorkingBlock): void => {
  let above = unlessUnreadable(() => readPlain(subject.plain));
  for (const { relation, formula } of lines) {
    const worth = unlessUnreadable(() => readPlain(formula.plain));
    if (above !== undefined && worth !== undefined)
      expect(
        areClose(above, worth, relation === "=" ? exactly : rounded),
        `${subject.plain} … ${relation} ${formula.plain}`,
      ).toBe(true);
    // What is rounded is no measure for what follows.
    if (worth !== undefined && relation === "=") above = worth;
  }
};

const check = ({ blocks }: Pick<Reply, "blocks">): void => checkBlocks(blocks);

const checkBlocks = (blocks: readonly Block[]): void => {
  for (const block of blocks) {
    if (block.kind === "working") checkLines(block);
    for (const formula of formulasIn(block).filter(isOne)) checkSpellings(formula);
  }
};

/** The first example of a command that takes vectors, with other numbers of every sort. */
const linesFor = (command: Command, seeds: number): readonly string[] => {
  if (!optionsOf(command).some(({ readsVectors }) => readsVectors)) return [];
  return Array.from({ length: seeds }, (_, seed) => {
    const random = createRandom(seed + 1);
    const number = (): string => {
      const whole = random.whole(-9, 9);
      const sort = random.whole(0, 5);
      if (sort === 0) return `${whole}/${random.whole(2, 7)}`;
      if (sort === 1) return `${whole}.${random.whole(1, 99)}`;
      return sort === 2 ? `sqrt(${random.whole(2, 12)})` : String(whole);
    };
    return command.examples[0].replace(/(?<![\p{L}\d])-?\d+(?:\.\d+)?/gu, number);
  });
};

describe.each(catalogue.map((command) => [command.name, command] as const))("/%s", (_, command) => {
  test.each(command.examples)("each line equals the one above in every spelling: %s", async (example) => {
    check(await ask(command, example));
  });

  test("and so they do for vectors of every sort", async () => {
    const lines = linesFor(command, 25);
    read = 0;
    for (const line of lines) {
      check(await ask(command, line));
      check(await ask(command, `${line} show:steps`));
    }
    // What is about matrices or without formulas has none to read.
    if (lines.length > 0 && !["attention", "compare", "plot", "check"].includes(command.name))
      expect(read).toBeGreaterThan(lines.length);
  });
});

test.each(lessons().map(({ name }) => name))("every spelling of the lesson %s is the same", async (name) => {
  const explain = findCommand(catalogue, "explain")!;
  for (const part of ["", " part:more", " part:answer"]) check(await ask(explain, `${name}${part}`));
});

test.each(answersIn("en"))(
  "every spelling of the answer $name is the same",
  ({ body, example, vectors, where }) => {
    const given = readVectors(vectors);
    checkBlocks(showParts([...body, ...example], readNames(where, namesFor(given.ok ? given.value : []))));
  },
);

test.each(proofs())("every spelling of the proof $name is the same", ({ name, steps, where }) => {
  const given = readVectors("2,3,4 1,0,2");
  if (!given.ok) throw new Error(`${name} has no vectors`);
  const names = readNames(where, namesFor(given.value));
  for (const { claims, reason, why } of steps) {
    checkBlocks(showParts([...reason, ...why], names));
    for (const claim of claims)
      for (const part of readFormula(claim, names).parts) checkSpellings(showFormula(part, usualStyle()));
  }
});

test.each(kinds)("each line of a solution of $name equals the one above", ({ name, templates }) => {
  for (const level of new Set(templates.map((template) => template.level)))
    for (let seed = 1; seed <= 40; seed += 1)
      checkBlocks(solutionBlocks(questionFrom({ kind: name, seed, level })!));
});
