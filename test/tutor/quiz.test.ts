import { describe, expect, test } from "vitest";
import { inLanguage, languages } from "../../src/language.ts";
import { say } from "../../src/say.ts";
import {
  levelAfter,
  type Move,
  nextMove,
  pointsFor,
  type QuizPosition,
  questionOf,
  skillsCalled,
  votesToSkip,
} from "../../src/tutor/quiz.ts";
import { describeSkill, skills } from "../../src/tutor/skill.ts";

const start = Date.UTC(2026, 10, 25, 12);
const at = (seconds: number) => new Date(start + seconds * 1_000);

const posed = { id: 7, number: 3, isPosted: false };
const open = { ...posed, isPosted: true, closesAt: at(30) };
const { closesAt: _, ...withoutBell } = open;
const closed = { ...open, closedAt: at(30) };
const told = { ...closed, toldAt: at(31) };

describe("what a running quiz asks for", () => {
  test.each<[string, QuizPosition | undefined, number, Move, boolean]>([
    ["nothing is posed", undefined, 0, { kind: "open", number: 1 }, false],
    ["posed, and not posted", posed, 0, { kind: "post", question: 7 }, false],
    ["posed long ago, and not posted", posed, 9_999, { kind: "post", question: 7 }, false],
    ["open", open, 0, { kind: "wait", until: at(30) }, false],
    ["open, a moment before the bell", open, 29.999, { kind: "wait", until: at(30) }, false],
    ["at the bell", open, 30, { kind: "close", question: 7 }, false],
    ["long after the bell", open, 9_999, { kind: "close", question: 7 }, false],
    ["open without a bell", withoutBell, 9_999, { kind: "wait" }, false],
    ["closed", closed, 30, { kind: "tell", question: 7 }, false],
    ["skipped before the bell", { ...open, closedAt: at(5) }, 5, { kind: "tell", question: 7 }, false],
    ["closed before it was posted", { ...posed, closedAt: at(5) }, 5, { kind: "tell", question: 7 }, false],
    ["told", told, 31, { kind: "wait", until: at(39) }, false],
    ["told, and read", told, 39, { kind: "open", number: 4 }, false],
    ["told to one who is alone", told, 31, { kind: "wait", until: at(33) }, true],
    ["told to one who is alone, and read", told, 33, { kind: "open", number: 4 }, true],
    ["the last one is told", { ...told, number: 5 }, 31, { kind: "end" }, false],
  ])("%s", (_name, latest, seconds, move, alone) => {
    expect(nextMove({ rounds: 5, alone }, latest, at(seconds))).toEqual(move);
  });

  test("carried out again and again, it comes to five questions and an end", () => {
    let latest: QuizPosition | undefined;
    let now = at(0);
    const done: string[] = [];
    for (let i = 0; i < 100; i += 1) {
      const move = nextMove({ rounds: 5, alone: false }, latest, now);
      if (move.kind === "wait") {
        now = move.until!;
        continue;
      }
      done.push(move.kind);
      if (move.kind === "end") break;
      if (move.kind === "open") latest = { id: move.number, number: move.number, isPosted: false };
      if (move.kind === "post")
        latest = { ...latest!, isPosted: true, closesAt: new Date(now.getTime() + 30_000) };
      if (move.kind === "close") latest = { ...latest!, closedAt: now };
      if (move.kind === "tell") latest = { ...latest!, toldAt: now };
    }
    expect(done).toEqual([
      ...Array.from({ length: 5 }, () => ["open", "post", "close", "tell"]).flat(),
      "end",
    ]);
    expect(now).toEqual(at(5 * 30 + 4 * 8));
  });
});

test.each([
  ["together", "right", 0, false, 4],
  ["together", "right", 0, true, 4],
  ["together", "right", 1, false, 3],
  ["together", "right", 9, false, 1],
  ["together", "rounding", 0, false, 2],
  ["together", "rounding", 3, false, 1],
  ["together", "wrong", 0, false, 0],
  ["race", "right", 0, true, 6],
  ["race", "right", 2, true, 4],
  ["race", "right", 0, false, 4],
  ["race", "rounding", 0, true, 2],
  ["race", "wrong", 3, false, 0],
] as const)("points: %s, %s, %i hints, first %s: %i", (mode, outcome, hints, first, points) => {
  expect(pointsFor(mode, { outcome, hints, first })).toBe(points);
});

test("half of those who take part may skip, and always one", () => {
  expect([0, 1, 2, 3, 4, 5, 9].map(votesToSkip)).toEqual([1, 1, 2, 2, 2, 3, 5]);
});

test("the next question is harder where nearly all are right, easier where few are, and stays within the levels", () => {
  expect([
    levelAfter(2, 10, 10),
    levelAfter(2, 9, 10),
    levelAfter(2, 6, 10),
    levelAfter(2, 5, 10),
    levelAfter(2, 0, 0),
    levelAfter(1, 0, 3),
    levelAfter(5, 3, 3),
  ]).toEqual([3, 2, 2, 1, 2, 1, 5]);
});

test("a topic is a skill by name, title or a word of it; what is none finds nothing", () => {
  expect(skillsCalled("")).toEqual(skills);
  expect(skillsCalled("Everything")).toEqual(skills);
  expect(skillsCalled("cosine")).toEqual(["cosine"]);
  expect(skillsCalled("Cosine Similarity")).toEqual(["cosine"]);
  expect(skillsCalled(" dot-product ")).toEqual(["dot-product"]);
  expect(skillsCalled("fermat")).toEqual([]);
  expect(skillsCalled("norm, Cosine similarity,norm")).toEqual(["norm", "cosine"]);
});

test("a topic may be called by its name in any of our languages, whichever is spoken", () => {
  expect(skillsCalled("Kosinus-Ähnlichkeit")).toEqual(["cosine"]);
  expect(skillsCalled("similitud del coseno, Norma")).toEqual(["cosine", "norm"]);
  expect(skillsCalled("similitud coseno, signo de un producto escalar")).toEqual(["cosine", "sign"]);
  expect(inLanguage("de", () => skillsCalled("Cosine similarity"))).toEqual(["cosine"]);
  expect(inLanguage("es", () => skillsCalled("Winkel"))).toEqual(["angle"]);
  expect(skillsCalled("gemischt")).toEqual(skills);
  expect(skillsCalled("todo")).toEqual(skills);
});

test.each(languages)("the titles of topics differ and fit into a table in %s", (language) => {
  const titles = inLanguage(language, () => skills.map((skill) => say(describeSkill[skill].title)));
  expect(new Set(titles).size).toBe(skills.length);
  for (const title of titles) expect(title.length, title).toBeLessThanOrEqual(30);
});

test("the questions of a quiz are the same each time, and skills take turns", () => {
  const settings = {
    skills: ["norm", "dot-product", "softmax"] as const,
    rounds: 9,
    mode: "together" as const,
    seed: 3,
    alone: false,
  };
  const asked = () =>
    Array.from({ length: 9 }, (_, i) => questionOf({ ...settings, skills: [...settings.skills] }, i + 1, 2));
  expect(asked()).toEqual(asked());
  expect(new Set(asked().map(({ seed }) => seed)).size).toBe(9);
});
