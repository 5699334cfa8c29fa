import { describe, expect, test } from "vitest";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();
let place = 0;

const say = async (text: string, where: number, locale = "en"): Promise<string> => {
  const { reply } = await tutor.answer({
    input: { kind: "said", text },
    id: "1",
    learner: "terminal:learner:a",
    place: `terminal:place:${where}`,
    locale,
    isAlone: true,
  });
  return `${reply.title}\n${toPlainText(reply)}`;
};

/** What is answered to a line, typed after an answer about other vectors. */
const answered = async (text: string, locale?: string): Promise<string> => {
  place += 1;
  await say("/dot 9,9 1,0", place);
  return say(text, place, locale);
};

const kinds: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    "a sign or a factor before brackets",
    [
      ["/dot -(1,2) (3,4)", "Dot product: −11"],
      ["/dot (1,2) 3(3,4)", "Dot product: 33"],
      ["/angle -(1,2) (1,2)", "Angle: 180°"],
      ["/dot 2(1,2) (3,4)", "2·(1, 2) = (2, 4)"],
      ["/norm (5,1)/2 + (1/2,-1/2)", "Norm: 3"],
      ["dot product of 2(1,2) and (3,4)", "Dot product: 22"],
      ["why are -(1,2) and (3,4) similar?", "169.7° apart"],
      ["warum sind 2(1,2) und (3,4) ähnlich?", "(2, 4)·(3, 4)"],
      ["/prove projection -(1,2) (3,4)", "a = (−1, −2) and b = (3, 4)"],
      ["/explain cosine -(1,2) (3,4)", "−0.9839"],
    ],
  ],
  [
    "a notation",
    [
      ["/dot 2i+3j+4k i+2k", "Dot product: 10"],
      ["/dot (2i+3j).(4i-j)", "Dot product: 5"],
      ["2 3 4; 1 0 2", "Dot product: 10"],
      ['{"data":[{"embedding":[2,3,4]},{"embedding":[1,0,2]}]}', "Dot product: 10"],
      ["a=[2,3,4]; b=[1,0,2]; dot(a,b)", "Dot product: 10"],
      ["/norm 3x10^2,4x10^2", "Norm: 500"],
      ["/dot between 2,3,4 and 1,0,2 = ? please", "Dot product: 10"],
      ["/attention 1,0;0,1", "2 queries"],
    ],
  ],
  [
    "numbers of one's own",
    [
      ["cosine similarity of 1 2 3 and 4 5 6", "0.9746"],
      ["what is the dot product of this? 7,1 1,7", "(7, 1)·(1, 7)"],
      ["manhattan distance? (1,2) (4,6)", "Manhattan distance: 7"],
      ["dot product of 5 and 6", "Dot product: 30"],
      ["cosine similarity of 1 two 3 and 4 5 6", "“two”"],
      ["subtract (1,2) from (3,4)", "Difference: (2, 2)"],
      ["/subtract (1,2) from (3,4)", "Difference: (2, 2)"],
      ["attention with Q=[[1,0]] K=[[1,0],[0,1]] V=[[1,2],[3,4]]", "1 query"],
    ],
  ],
  [
    "an expression",
    [
      ["2*(1,2)+3*(3,4)", "2·(1, 2) + 3·(3, 4) = (2, 4) + (9, 12) = (11, 16)"],
      ["|(3,4)|^2", "‖(3, 4)‖² = 5² = 25"],
      ["u=(1,2), v=(3,4): 2u-v", "2·(1, 2) − (3, 4) = (2, 4) − (3, 4) = (−1, 0)"],
      ["(1,2)·((3,4)+(5,6))", "(1, 2)·(8, 10) = 1×8 + 2×10 = 8 + 20 = 28"],
      ["calculate 0.5*(3,4) - (1,1)", "(0.5, 1)"],
      ["((1,2)·(3,4))(5,6)", "(55, 66)"],
      ["[[1,2],[3,4]] times [5,6]", "((1, 2)·(5, 6), (3, 4)·(5, 6))"],
    ],
  ],
  [
    "an operation with another measure",
    [
      ["manhattan distance between (1,2) and (4,6)", "Manhattan distance: 7"],
      ["chebyshev distance (1,2) (4,6)", "Chebyshev distance: 4"],
      ["squared distance of (1,2) and (4,6)", "Squared distance: 25"],
      ["L1 norm of (3,-4)", "Manhattan norm (L1): 7"],
      ["infinity norm of (3,-4)", "Maximum norm (L∞): 4"],
      ["cosine distance of (1,0) and (0,1)", "Cosine distance: 1"],
      ["elementwise product (1,2) (3,4)", "Elementwise product: (3, 8)"],
      ["midpoint of (1,2) and (3,6)", "Midpoint: (2, 4)"],
      ["pearson correlation of (1,2,3) and (2,4,6)", "Correlation: 1"],
      ["/softmax 2,1,0.1 temperature:0.5", "0.8638"],
    ],
  ],
  [
    "what asks for yes or no",
    [
      ["are (1,2) and (-2,1) orthogonal?", "Yes, they are orthogonal"],
      ["are (1,2) and (3,4) parallel?", "No, they are not parallel"],
      ["are (1,2) and (3,6) parallel, orthogonal or neither?", "Yes, they are parallel"],
      ["is (1,2)·(3,4) = 11?", "Yes, that is right"],
      ["check my answer: (1,2)·(3,4) = 10", "It comes to 11, not to 10."],
      ["is |(1,1)| = 1.41?", "Yes, but for rounding"],
    ],
  ],
  [
    "a product of vectors",
    [
      ["(1,2,3) × (4,5,6)", "Cross product: (−3, 6, −3)"],
      ["(1,2)*(3,4)", "Between two vectors * has two meanings"],
      ["(1,2)·(3,4)·(5,6)", "The dot product of two vectors is a number"],
      ["/dot (1,2)+(3,4)", "I read 1 vector: (4, 6)."],
    ],
  ],
  [
    "what is not read or not offered",
    [
      ["/dot (1,two,3) (4,5,6)", "the 2nd component of the 1st vector, “two”"],
      ["determinant of [[1,2],[3,4]]", "“determinant”"],
      ["outer product of (1,2) and (3,4)", "That is something I do not work out."],
      ["find x so that (x,2) and (3,-6) are perpendicular", "That is something I do not work out."],
      ["a·b if |a|=3, |b|=4 and the angle is 60°", "That is something I do not work out."],
      ["/norm 2026-01-02", "That looks like a date."],
      ["(1,2)/0", "That divides by zero."],
    ],
  ],
];

describe.each(kinds)("%s", (_, rows) => {
  test.each(rows)("%s → %s", async (typed, part) => expect(await answered(typed)).toContain(part));
});

test.each([
  ["de", "Manhattan-Abstand von (1;2) und (4;6)", "Manhattan-Abstand: 7"],
  ["es", "distancia manhattan entre (1;2) y (4;6)", "Distancia de Manhattan: 7"],
  ["de", "/dot (1;zwei) (3;4)", "Das Wort kenne ich nicht."],
  ["es", "/dot (1;dos) (3;4)", "No conozco esa palabra."],
])("in %s: %s → %s", async (locale, typed, part) => expect(await answered(typed, locale)).toContain(part));

test("what * between two vectors may mean is offered as buttons that work", async () => {
  const { reply } = await tutor.answer({
    input: { kind: "said", text: "(1,2)*(3,4)" },
    id: "1",
    learner: "terminal:learner:a",
    place: "terminal:place:star",
    locale: "en",
    isAlone: true,
  });
  const offered = reply.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []));
  const titles = await Promise.all(
    offered.map(async ({ label, does }) => {
      const { reply: next } = await tutor.answer({
        input: { kind: "call", ...does },
        id: "2",
        learner: "terminal:learner:a",
        place: "terminal:place:star",
        locale: "en",
        isAlone: true,
      });
      return `${label} → ${next.title}`;
    }),
  );
  expect(titles).toEqual([
    "Dot product → Dot product: 11",
    "Component by component → Elementwise product: (3, 8)",
  ]);
});

test("the example of an answer takes the latest vectors with their signs and factors", async () => {
  place += 1;
  await say("/dot -(1,2) (3,4)", place);
  expect(await say("does the order matter in a dot product?", place)).toContain(
    "With your (−1, −2) and (3, 4)",
  );
});

test("two vectors where one is wanted stay two, and decimal commas stand between semicolons", async () => {
  expect(await answered("/norm 1,2 3,4")).toContain("I read 2 vectors");
  expect(await answered("/dot 1,5;2,5 3,5;4")).toContain("15.25");
});
