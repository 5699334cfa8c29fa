import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTerminal, renderForTerminal } from "../../src/platforms/playground/terminal.ts";
import { openStage as openDiscordStage } from "../support/discord/stage.ts";
import { openPage } from "../support/page/stage.ts";
import { openStage as openSlackStage } from "../support/slack/stage.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

/** A place to type a command in, and to read the answer as text. */
interface Surface {
  readonly type: (name: string, rest: string) => Promise<string>;
  /** Says something in words: a mention, or a line without a slash. */
  readonly say: (words: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const surfaces: Readonly<Record<string, () => Promise<Surface>>> = {
  discord: async () => {
    const stage = await openDiscordStage(tutor);
    return {
      type: async (name, rest) => (await stage.learner.slash(name, rest))[0]!.text,
      say: async (words) => (await stage.learner.mention(words))[0]!.text,
      close: stage.close,
    };
  },
  slack: async () => {
    const stage = await openSlackStage("socket", tutor);
    return {
      type: async (name, rest) => (await stage.learner.slash(name, rest))[0]!.text,
      say: async (words) => (await stage.learner.mention(words))[0]!.text,
      close: stage.close,
    };
  },
  page: async () => {
    const page = await openPage();
    const cookie = (await fetch(page.url)).headers.getSetCookie()[0]!.split(";")[0]!;
    const ask = async (text: string): Promise<string> => {
      const answer = await fetch(`${page.url}/ask`, {
        method: "POST",
        headers: { accept: "application/json", cookie },
        body: new URLSearchParams({ text }),
      });
      return asText(((await answer.json()) as { html: string }).html);
    };
    return { type: (name, rest) => ask(`/${name} ${rest}`), say: ask, close: page.close };
  },
  terminal: async () => {
    const terminal = createTerminal(tutor);
    const ask = async (text: string) =>
      renderForTerminal((await terminal.ask(text)).reply, { colour: false, numbered: false });
    return { type: (name, rest) => ask(`/${name} ${rest}`), say: ask, close: async () => undefined };
  },
};

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The characters of the page. Roots and fractions are drawn there; their words, which are read aloud, stay out. */
const asText = (html: string): string =>
  html
    .replace(/<msqrt>/g, "√")
    .replace(/<[^>]+>/g, "")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);

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
  ["dot", "1/2,1/3 1/5,1/7", "Dot product: 31/210 ≈ 0.1476"],
  ["cosine", "2,3,4 1,0,2", "Cosine similarity: 10/√145 ≈ 0.8305"],
  ["dot", "[1e16, 1, −1e16] [1, 1, 1]", "Dot product: 1"],
  ["dot", "a,b,c d,e,f", "a·d + b·e + c·f"],
  ["norm", "1,5;2,5", "Norm: √8.5 ≈ 2.915"],
  ["norm", "1e-3", "Norm: 0.001"],
  ["norm", "½,√2", "Norm: 3/2"],
  ["norm", "sqrt(2), 2^0.5", "Norm: 2"],
  ["norm", "pi/2", "Norm: π/2 ≈ 1.571"],
  ["norm", "1e150,1e150", "≈ 1.414e150"],
  ["normalise", "3,4", "Unit vector: (3/5, 4/5)"],
  ["normalize", "3,4", "Unit vector: (3/5, 4/5)"],
  ["angle", "1,0 1,1", "Angle: 45°"],
  ["distance", "0,0 3,4", "Distance: 5"],
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
  ["dot", "1e6!,1 1,1", "the 1st component of the 1st vector, “1e6!”"],
  ["dot", "__proto__,1 f(x)=x,1", "the 1st component of the 1st vector"],
  ["tutor", "dto 1,2 3,4", "Did you mean /dot?"],
  ["tutor", "cosin 1,2 3,4", "Did you mean /cosine?"],
];

const said: readonly (readonly [string, string])[] = [
  ["dot of 2,3,4 and 1,0,2", working],
  ["what is the cosine similarity of (1,2) and (3,4)?", "11/(5√5) ≈ 0.9839"],
  ["why is this similar?", "Why: "],
];

describe.each(Object.entries(surfaces))("on %s", (platform, open) => {
  let surface: Surface;
  beforeAll(async () => {
    surface = await open();
  });
  afterAll(() => surface.close());

  test.each(examples)("/%s %s", async (name, rest, answer) => {
    expect(bare(await surface.type(name, rest)), platform).toContain(bare(answer));
  });

  test.each(said)("%s", async (words, answer) => {
    expect(bare(await surface.say(words)), platform).toContain(bare(answer));
  });
});
