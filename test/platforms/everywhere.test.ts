import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allWays, type Surface } from "../support/surfaces.ts";
import { quietTutor } from "../support/tutor.ts";

/** Without spaces and line ends, and with one sign for the dot. */
const bare = (text: string): string => text.replace(/[\s\u2062]/g, "").replaceAll("⋅", "·");

const working = "(2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10";

/** What is typed, and what the answer holds, wherever it is typed. */
const examples: readonly (readonly [string, string, string])[] = [
  ["dot", "2,3,4 1,0,2", working],
  ["dot", "[2 3 4] [1 0 2]", working],
  ["dot", "(2, 3, 4)·(1, 0, 2)", working],
  ["dot", "<2,3,4> . <1,0,2>", working],
  ["dot", "2;3;4 | 1;0;2", working],
  ["dot", "２，３，４　１，０，２", working],
  ["dot", "array([2., 3., 4.]) array([1,0,2])", working],
  ["dot", "[[2],[3],[4]] [[1],[0],[2]]", working],
  ["dot", "torch.tensor([2,3,4]) torch.tensor([1,0,2])", working],
  ["dot", "\\begin{pmatrix}2\\\\3\\\\4\\end{pmatrix} \\begin{pmatrix}1\\\\0\\\\2\\end{pmatrix}", working],
  ["dot", "a = (2,3,4), b = (1,0,2)", working],
  ["dot", "2,3,4\n1,0,2,", working],
  ["dot", "“2,3,4” ‘1,0,2’", working],
  ["dot", "3i − 2j + k | i + j", "(3, −2, 1)·(1, 1, 0) = 3×1 + (−2)×1 + 1×0 = 3 + (−2) + 0 = 1"],
  ["dot", "1/2,1/3 1/5,1/7", "31/210 ≈ 0.1476"],
  ["cosine", "2,3,4 1,0,2", "10/√145 ≈ 0.8305"],
  ["dot", "[1e16, 1, −1e16] [1, 1, 1]", "= 1"],
  ["dot", "a,b,c d,e,f", "a·d + b·e + c·f"],
  ["norm", "1,5;2,5", "= √8.5 ≈ 2.915"],
  ["norm", "1e-3", "= 0.001"],
  ["norm", "½,√2", "3/2"],
  ["norm", "sqrt(2), 2^0.5", "= 2"],
  ["norm", "pi/2", "π/2 ≈ 1.571"],
  ["norm", "1e150,1e150", "≈ 1.414e150"],
  ["normalise", "3,4", "(3/5, 4/5)"],
  ["normalize", "3,4", "(3/5, 4/5)"],
  ["angle", "1,0 1,1", "= 45°"],
  ["distance", "0,0 3,4", "= 5"],
  ["project", "2,3,4 1,0,2", "(2, 0, 4)"],
  ["compare", "1,1 1,0.9 9,1", "The two disagree"],
  ["softmax", "1,2,3", "0.09003"],
  ["why", "2,3,4 1,0,2", "Why: similar, 33.85° apart"],
  ["tutor", "dot 2,3,4 1,0,2", working],
  ["tutor", "help", "/dot 2,3,4 1,0,2"],
  // What cannot be read, or cannot be done.
  ["dot", "1,2,3 4,5,x1y", "the 3rd component of the 2nd vector, “x1y”"],
  ["dot", "1,2,3 1,2", "The 3rd component of vector 1, 3, has no partner"],
  ["cosine", "0,0 1,2", "A zero vector has no direction"],
  ["angle", "1,2 0,0", "A zero vector has no direction"],
  ["normalise", "0,0", "A zero vector has no direction"],
  ["dot", "9^9^9^9,1 1,1", "That exponent is beyond what I work with"],
  ["dot", "1e6!,1 1,1", "I stopped at “!”"],
  ["dot", "__proto__,1 f(x)=x,1", "I stopped at “_”"],
  ["tutor", "dto 1,2 3,4", "Did you mean /dot"],
  ["tutor", "cosin 1,2 3,4", "Did you mean /cosine?"],
];

const said: readonly (readonly [string, string])[] = [
  ["dot of 2,3,4 and 1,0,2", working],
  ["what is the cosine similarity of (1,2) and (3,4)?", "11/(5√5) ≈ 0.9839"],
  ["why is this similar?", "Why: "],
];

describe.each(Object.entries(allWays))("on %s", (platform, open) => {
  let surface: Surface;
  beforeAll(async () => {
    surface = await open(quietTutor());
  });
  afterAll(() => surface.close());

  test.each(examples)("/%s %s", async (name, rest, answer) => {
    expect(bare((await surface.type(name, rest)).text), platform).toContain(bare(answer));
  });

  const greetings: readonly (readonly [words: string, line: string])[] = [
    ["hello", "Hello, I work out the maths"],
    ["Hi there!", "Hello, I work out the maths"],
    ["¡Buenos días!", "Hello, I work out the maths"],
    ["danke dir", "You are welcome"],
    ["👋🏽", "Hello, I work out the maths"],
    ...(["page", "terminal"].includes(platform) ? [] : [["", "Hello, I work out the maths"] as const]),
  ];
  test.skipIf(platform === "discord by http").each(greetings)(
    "“%s” gets a friendly line, and three things to try",
    async (words, line) => {
      const greeted = await surface.say(words);
      expect(bare(greeted.text)).toContain(bare(line));
      expect(greeted.text).not.toContain("not understand");
      expect(greeted.ephemeral ?? false).toBe(false);
      expect(greeted.buttons).toEqual([
        "Work out 2,3,4 · 1,0,2",
        "What is cosine similarity?",
        "A practice question",
      ]);
      if (words === "hello")
        expect(bare((await greeted.press(greeted.buttons[0]!)).text)).toContain(bare(working));
    },
  );

  test
    .skipIf(platform === "discord by http")
    .each(["delete my data", "Lösche bitte meine Daten", "olvídame"])(
    "“%s” exports nothing, and leads to the deletion, which is asked for once more",
    async (words) => {
      const asked = await surface.say(words);
      expect(asked.text).not.toContain("All that is kept about you");
      expect(asked.files).toEqual([]);
      // On Discord a mention is answered where all can read it.
      if (platform === "discord") expect(asked.text).toContain("/data delete");
      else expect(asked.buttons).toEqual(["Yes, delete it", "Export it first"]);
    },
  );

  // Without the gateway, Discord brings no messages.
  test.skipIf(platform === "discord by http").each(said)("%s", async (words, answer) => {
    expect(bare((await surface.say(words)).text), platform).toContain(bare(answer));
  });
});
