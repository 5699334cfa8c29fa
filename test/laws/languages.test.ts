import { describe, expect, test } from "vitest";
import { inLanguage, languages } from "../../src/language.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import { type Block, type Formula, type Reply, spansOf } from "../../src/reply/reply.ts";
import { lessons } from "../../src/tutor/lessons.ts";
import { proofs } from "../../src/tutor/proofs.ts";
import { quietTutor } from "../support/tutor.ts";

/** Words of English that neither German nor Spanish has. */
const english = /\b(the|and|of|your|you|is|are|with|this|that|which|from|to|for|not|it|they|what|when)\b/iu;

/** What stands in an answer and belongs to no language of ours: addresses, titles, sayings, what is to be typed. */
const foreign = [
  // Names that TeX and MathML give to signs.
  /\\(?:operatorname\{softmax\}|[a-zA-Z]+)/g,
  /<[^>]*>/g,
  /https?:\S+/g,
  // Titles and sections of sources stay as they are.
  /(?<=^(?:Quelle|Fuente): [^“„«]*)[“„«].*?[”“»](?=, )/gmu,
  /(?<=, (?:Abschnitt|sección) )[„«].*?[“»]/gu,
  /quick and dirty/gi,
  /Given enough eyeballs, all bugs are shallow/g,
  /packaged by wink \([^)]*\)/g,
  /\/[a-z]+(?: [^\n“„«]*)?/g,
];

/** What a formula is typeset from and read aloud as. */
const spellings = ({ tex, mathMl, spoken }: Formula): readonly string[] => [tex, mathMl, spoken];

/** Every text in a value: what is drawn into a picture. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** What is read, heard or seen of a block beside its plain text. */
const besides = (block: Block): readonly string[] => {
  switch (block.kind) {
    case "choices":
      return [block.prompt, ...block.choices.flatMap(({ label, description = "" }) => [label, description])];
    case "picture":
      return [block.alt, ...textsIn({ ...block.picture, kind: "" })];
    case "formula":
      return spellings(block.formula);
    case "working":
      return [block.subject, ...block.lines.map(({ formula }) => formula)].flatMap(spellings);
    case "paragraph":
      return spansOf(block.text).flatMap((span) =>
        typeof span === "object" && "formula" in span ? spellings(span.formula) : [],
      );
    default:
      return [];
  }
};

const textOf = (reply: Reply): string => {
  // A file holds what is kept, as it is kept.
  const told = reply.blocks.filter(({ kind }) => kind !== "file") as unknown as Reply["blocks"];
  return foreign.reduce(
    (text, pattern) => text.replaceAll(pattern, " "),
    [toPlainText({ ...reply, blocks: told }), ...reply.blocks.flatMap(besides)].join("\n"),
  );
};

describe.each(languages.filter((language) => language !== "en"))("in %s", (locale) => {
  const tutor = quietTutor();
  const ask = async (command: string, line: string): Promise<string> => {
    const { reply } = await tutor.answer({
      input: { kind: "line", command, line },
      id: `${command} ${line}`,
      learner: "web:learner:ana",
      place: "web:place:page/ana",
      locale,
      isAlone: true,
    });
    // What was typed comes back as it was.
    const typed = line.match(/\p{L}+/gu) ?? [];
    return typed.reduce(
      (text, word) => text.replaceAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "giu"), " "),
      inLanguage(locale, () => textOf(reply)),
    );
  };
  const examples = [
    ...tutor.commands.flatMap(({ name, examples: lines }) =>
      lines.flatMap((line) =>
        [line, ...(line.includes(",") ? [`${line} show:steps`] : [])].map((typed) => ({ name, line: typed })),
      ),
    ),
    ...lessons().flatMap((lesson) =>
      ["", " part:more", " part:answer"].map((part) => ({ name: "explain", line: `${lesson.name}${part}` })),
    ),
    ...proofs().flatMap(({ name, steps }) =>
      steps.flatMap((_, i) =>
        ["hint", "step", "why"].map((view) => ({
          name: "prove",
          line: `${name} 2,3,4 1,0,2 step:${i + 1} view:${view}`,
        })),
      ),
    ),
  ];

  test.each(examples)("/$name $line has no word of English", async ({ name, line }) => {
    const text = await ask(name, line);
    expect(text.split("\n").filter((each) => english.test(each))).toEqual([]);
  });

  test.each(["1,2 3", "1,x? 2", "(1,2 3,4", "0,0 1,2", ""])("advice on /cosine %s, too", async (line) => {
    const text = await ask("cosine", line);
    expect(text.split("\n").filter((each) => english.test(each))).toEqual([]);
  });

  test("a comma stands before decimals, and semicolons between components", async () => {
    const text = await ask("dot", "1,5;2,5 3,5;4");
    expect(text).toContain("(1,5; 2,5)·(3,5; 4)");
    expect(text).toContain("15,25");
    expect(text).not.toMatch(/\d\.\d/);
  });

  test("what it writes it can read again", async () => {
    expect(await ask("dot", "(1,5; 2) (3; 4)")).toContain("12,5");
    expect(await ask("dot", "(2; 3; 4)·(1; 0; 2)")).toContain("10");
  });
});
