import * as z from "zod";
import { err, map } from "../base/result.ts";
import { accountForSimilarity } from "../math/similarity.ts";
import { computed, styleFor } from "../present/formula.ts";
import { showSimilarity, whyQuestions } from "../present/similarity.ts";
import { message } from "../say.ts";
import { namesWords, wordsIn } from "./about-words.ts";
import { defineCommand } from "./command.ts";
import { steps, withNextSteps } from "./next-steps.ts";
import { writtenAs } from "./numbers.ts";
import { readCounted, showOption } from "./option.ts";

export const why = defineCommand({
  name: "why",
  summary: message("Why are two vectors similar, or not? Contributions, lengths, angle, verdict"),
  audience: "everyone",
  options: z.object({
    vectors: z
      .string()
      .optional()
      .meta({
        description: message("Two vectors or words; left out, those of the latest answer here"),
        reads: "vectors",
      }),
    about: z
      .enum(whyQuestions)
      .default("similar")
      .meta({ description: message("What you wonder about") }),
    show: showOption,
  }),
  examples: ["2,3,4 1,0,2", ""],
  offer: message("Why is this similar?"),
  needs: ["numbers"],
  phrases: {
    en: ["why"],
    de: [],
    es: [],
  },
  run: async ({ vectors: text, about, show }, { given, numbers, recallAny, answer, commands }) => {
    if (text === undefined) {
      const recalled = await recallAny();
      if (recalled === undefined) return err({ kind: "wrong-count", least: 2, most: 2, read: [] });
      return answer({ kind: "call", command: "why", options: { ...given, vectors: recalled } });
    }
    const words = wordsIn(text) ?? (namesWords(text) ? text : undefined);
    if (words !== undefined)
      return answer({ kind: "call", command: "similar", options: { words, show: "why" } });
    const read = readCounted(text, 2, 20);
    if (!read.ok) return read;
    const vectors = writtenAs(read.value, numbers);
    const [a, b] = vectors as [(typeof vectors)[0], (typeof vectors)[0]];
    const [style, withSteps] = [styleFor([a, b], numbers.digits), show === "steps"];
    return map(accountForSimilarity(a, b), (account) =>
      withNextSteps(
        {
          ...showSimilarity(account, { a, b, question: about, withSteps, of: vectors.length }, style),
          result: computed([a, b], account.direction?.cosine.value ?? account.dot.value),
        },
        { command: "why", given, vectors: [a, b], commands },
        withSteps ? ["prove", "check", "angle"] : [steps, "prove", "check", "angle"],
      ),
    );
  },
});
