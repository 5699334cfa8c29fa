import * as z from "zod";
import { err, ok, type Result } from "../base/result.ts";
import { showAnalogy } from "../present/similar/analogy.ts";
import { type Named, shortName } from "../present/similar/named.ts";
import { showNeighbours } from "../present/similar/neighbours.ts";
import { showPair } from "../present/similar/pair.ts";
import { showSeveral } from "../present/similar/several.ts";
import type { Problem, UnknownWords } from "../problem.ts";
import { message, say } from "../say.ts";
import { analogy } from "../words/analogy.ts";
import { type AskedItem, readAsked } from "../words/asked.ts";
import type { Embeddings } from "../words/embeddings.ts";
import { meanOf } from "../words/mean.ts";
import { normOfVector } from "../words/measures.ts";
import { nearSpellings } from "../words/near-spellings.ts";
import { nearest } from "../words/nearest.ts";
import { maySuggest } from "../words/offensive.ts";
import { isWord } from "../words/tokenise.ts";
import { type Context, defineCommand, type Outcome } from "./command.ts";

/** How many neighbours are named, and how many items one table compares. */
const [neighbours, mostItems] = [10, 8];

/** How many words that are near to both are named. */
const company = 6;

/** The longest text that is read, in characters. */
const longest = 2_000;

export const similar = defineCommand({
  name: "similar",
  summary: message("How similar are words? Cosine and dot product of real embeddings, neighbours, analogies"),
  audience: "everyone",
  options: z.object({
    words: z
      .string()
      .max(longest)
      .meta({
        description: message("king queen, one word, king - man + woman, or sentences between | bars"),
        form: { title: message("Other words"), label: message("Words") },
      }),
    show: z
      .enum(["answer", "why"])
      .default("answer")
      .meta({ description: message("Why a pair is similar") }),
  }),
  examples: ["king queen", "king", "king - man + woman", "river lake guitar", "a cat sat | the dog lay"],
  weight: "heavy",
  phrases: {
    en: ["similar words", "words like", "synonyms", "word similarity"],
    de: ["ähnliche wörter", "wörter wie", "synonyme"],
    es: ["palabras similares", "palabras como", "sinónimos"],
  },
  run: async ({ words: text, show }, context) => {
    const loaded = await context.words();
    if (!loaded.ok) return loaded;
    return answerFrom(loaded.value, text, show === "why", context);
  },
});

const answerFrom = (
  embeddings: Embeddings,
  text: string,
  isWhy: boolean,
  { given, invocation }: Context,
): Outcome => {
  // Where others read along, nobody is shown a word that hurts without having asked for it.
  const mayName = invocation.isAlone === true ? isWord : maySuggest;
  const near = (
    { vector, norm = normOfVector(vector) }: { readonly vector: Float32Array; readonly norm?: number },
    by: "cosine" | "dot",
    without: readonly string[],
    count: number,
  ) => nearest(embeddings, vector, { by, count, norm, without, mayName });
  const unknown = (words: readonly string[]): UnknownWords => ({
    kind: "unknown-words",
    words: [...new Set(words)]
      .slice(0, 3)
      .map((word) => ({ word, near: nearSpellings(embeddings, word, 3, mayName) })),
  });
  const named = (items: readonly AskedItem[]): Result<readonly Named[], Problem> => {
    const found = items.map((item) => nameItem(embeddings, item));
    const missing = found.flatMap((each) => (each.ok ? [] : each.problem.unknown));
    return missing.length > 0
      ? err(unknown(missing))
      : ok(found.flatMap((each) => (each.ok ? [each.value] : [])));
  };

  const asked = readAsked(text);
  switch (asked.kind) {
    case "nothing":
      return err({
        kind: "bad-option",
        option: "words",
        given: text,
        wanted: say("words, such as king queen"),
      });
    case "one": {
      const read = named([asked.item]);
      if (!read.ok) return read;
      const [item] = read.value;
      return ok(
        showNeighbours(
          {
            item: item!,
            byCosine: near(item!, "cosine", asked.item.words, neighbours),
            byDot: near(item!, "dot", asked.item.words, neighbours),
          },
          embeddings,
        ),
      );
    }
    case "two": {
      const read = named(asked.items);
      if (!read.ok) return read;
      const items = read.value as readonly [Named, Named];
      const without = asked.items.flatMap(({ words }) => words);
      const shared = isWhy
        ? near({ vector: between(items) }, "cosine", without, company).map(({ word }) => word)
        : [];
      return ok(showPair({ items, shared, isWhy, given }, embeddings));
    }
    case "several": {
      if (asked.items.length > mostItems)
        return err({ kind: "too-many-words", count: asked.items.length, most: mostItems });
      const read = named(asked.items);
      return read.ok ? ok(showSeveral(read.value, text, embeddings)) : read;
    }
    case "analogy": {
      const { plus, minus } = asked;
      const found = analogy(embeddings, plus, minus, { count: 5, mayName });
      if (!found.ok) return err(unknown(found.problem.unknown));
      const [nearestOfAll] = near(found.value, "cosine", [], 1);
      return ok(showAnalogy({ plus, minus, found: found.value, nearestOfAll }, embeddings));
    }
  }
};

const nameItem = (
  embeddings: Embeddings,
  { typed, words }: AskedItem,
): Result<Named, { readonly unknown: readonly string[] }> => {
  const mean = meanOf(embeddings, words);
  if (!mean.ok) return mean;
  const [only] = words;
  const isSentence = words.length > 1;
  return ok({
    name: isSentence ? shortName(typed) : only!,
    vector: mean.value.vector,
    norm: (isSentence ? undefined : embeddings.normOf(only!)) ?? normOfVector(mean.value.vector),
    isSentence,
    leftOut: mean.value.leftOut,
  });
};

/** The direction halfway between two: the sum of both at length 1. */
const between = ([a, b]: readonly [Named, Named]): Float32Array =>
  a.vector.map((component, i) => component / a.norm + b.vector[i]! / b.norm);
