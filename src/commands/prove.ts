import * as z from "zod";
import { err, ok, type Result } from "../base/result.ts";
import { isZeroVector } from "../math/norm.ts";
import { findMismatch } from "../math/partners.ts";
import { lettersIn, type Vector } from "../math/vector.ts";
import { showProof, showProofs } from "../present/proof.ts";
import { stepViews } from "../present/proof-choices.ts";
import { vectorToText } from "../present/vector.ts";
import type { Problem } from "../problem.ts";
import { message, say } from "../say.ts";
import { findProof, proofs } from "../tutor/proofs.ts";
import { defineCommand } from "./command.ts";
import { writtenAs } from "./numbers.ts";
import { proofsLike } from "./topics-like.ts";
import { readAnyVectors } from "./typed-vectors.ts";
import { wordsAndVectors } from "./words-and-vectors.ts";

/** The vectors that stand beside the lines when the learner gives none: those of the article. */
const usual = "2,3,4 1,0,2";

export const prove = defineCommand({
  name: "prove",
  summary: message(
    "Walk a proof that the dot product measures similarity, step by step, with your own vectors",
  ),
  audience: "asker",
  options: z.object({
    topic: z
      .string()
      .optional()
      .meta({ description: message("Which proof; left out, all there are") }),
    vectors: z
      .string()
      .optional()
      .meta({
        description: message("Your own two vectors, such as 2,3,4 1,0,2"),
        form: { title: message("With your own vectors"), label: message("Two vectors") },
      }),
    step: z
      .int()
      .min(0)
      .max(20)
      .default(0)
      .meta({ description: message("The step to go to, 0 to 20") }),
    show: z
      .enum(stepViews)
      .default("hint")
      .meta({ description: message("A hint, the step, or why it follows") }),
  }),
  examples: ["law of cosines 2,3,4 1,0,2", ""],
  offer: message("Prove it"),
  needs: ["numbers", "direction"],
  phrases: {
    en: ["prove", "proof", "prove it"],
    de: ["beweise", "beweis"],
    es: ["demuestra", "demostración", "prueba que"],
  },
  complete: { topic: proofsLike },
  run: async ({ topic = "", vectors: named, step, show }, { numbers, recall }) => {
    const asked = named === undefined ? wordsAndVectors(topic) : { words: topic.trim(), vectors: named };
    const words = asked.words.replace(/^(?:why\b.*|it|this|that|them|these)$/i, "");
    const given = asked.vectors ?? (words === asked.words ? undefined : await recall());
    const two = readTwo(given ?? usual);
    if (!two.ok) return two;
    if (words === "") return ok(showProofs(proofs(), given));
    const proof = findProof(words);
    if (proof === undefined)
      return err({ kind: "no-such-topic", asked: words, nearest: proofs().slice(0, 3) });
    return ok(
      showProof({
        proof,
        step,
        view: show,
        vectors: writtenAs(two.value, numbers),
        digits: numbers.digits,
        ...(given === undefined ? {} : { given }),
      }),
    );
  },
});

/** The largest dimension that a proof is shown with. */
const mostComponents = 64;

/** Two vectors of numbers, of one dimension and with a direction. */
const readTwo = (text: string): Result<readonly [Vector, Vector], Problem> => {
  const read = readAnyVectors(text);
  if (!read.ok) return read;
  const [a, b, ...others] = read.value;
  if (a === undefined || b === undefined || others.length > 0)
    return err({ kind: "wrong-count", least: 2, most: 2, read: read.value.map(vectorToText) });
  const mismatch = findMismatch(message("dot product"), a, b);
  if (mismatch !== undefined) return err(mismatch);
  if (a.components.length > mostComponents)
    return err({
      kind: "bad-option",
      option: "vectors",
      given: say("{count} components", { count: a.components.length }),
      wanted: say("vectors with at most {most} components", { most: mostComponents }),
    });
  const letters = lettersIn([a, b]);
  if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("angle"), letters });
  const zeroAt = [a, b].findIndex(isZeroVector);
  if (zeroAt >= 0) return err({ kind: "zero-vector", operation: message("angle"), vector: zeroAt + 1 });
  return ok([a, b]);
};
