import { describe, expect, test } from "vitest";
import type { Input } from "../../src/commands/command.ts";
import { courtesyIn } from "../../src/commands/courtesy.ts";
import { languages } from "../../src/language.ts";
import type { Choice, Reply } from "../../src/reply/reply.ts";
import { quietTutor } from "../support/tutor.ts";

describe("a courtesy", () => {
  test.each([
    ["hello", "hello"],
    ["Hi there!", "hello"],
    ["good morning everyone", "hello"],
    ["What’s up?", "hello"],
    ["ping", "hello"],
    ["👋🏿", "hello"],
    [":wave:", "hello"],
    ["Guten Morgen, Tutor!", "hello"],
    ["¡Hola!", "hello"],
    ["  ", "hello"],
    ["Thanks a lot!", "thanks"],
    ["thank you, that helped :+1:", "thanks"],
    ["Vielen Dank", "thanks"],
    ["¡muchas gracias!", "thanks"],
    ["👍", "thanks"],
    ["Tschüss", "goodbye"],
    ["hasta luego, tutor", "goodbye"],
  ])("“%s” is a %s", (text, courtesy) => expect(courtesyIn(text)).toBe(courtesy));

  test.each([
    "hi, what can you do?",
    "hello 3,4",
    "hey dot 1,2 3,4",
    "thanks, and why?",
    "high",
    "hiccup",
    "okapi",
    "everyone",
    "ok?b",
    `hello ${"hello ".repeat(20)}`,
  ])("“%s” asks for something else", (text) => expect(courtesyIn(text)).toBeUndefined());
});

describe.each(languages)("in %s", (locale) => {
  const tutor = quietTutor();
  const answer = (input: Input) =>
    tutor.answer({ input, id: "1", learner: `web:learner:${locale}`, place: `web:place:${locale}`, locale });
  const choicesOf = ({ blocks }: Reply): readonly Choice[] =>
    blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []));
  const titles = {
    en: ["Hello, I work out", "You are welcome", "Goodbye", "That lies outside"],
    de: ["Hallo, ich rechne", "Gern geschehen", "Tschüss", "Das gehört nicht zu dem"],
    es: ["Hola, explico", "De nada", "Adiós", "Eso queda fuera"],
  } as const;

  test.each(["hello", "thanks", "bye", "qwerty"])(
    "“%s” leads to things each of which is answered",
    async (text) => {
      const { reply } = await answer({ kind: "said", text });
      const said = titles[locale][["hello", "thanks", "bye", "qwerty"].indexOf(text)];
      expect(reply).toMatchObject({ tone: "plain", title: expect.stringContaining(said!) });
      const choices = choicesOf(reply);
      expect(choices.length).toBeGreaterThanOrEqual(3);
      for (const choice of choices) {
        const next = await answer({ kind: "pressed", code: tutor.codes.encode(choice) });
        expect(next.reply.tone, choice.label).toBe("plain");
      }
    },
  );
});
