import { atLeastOne } from "../base/at-least.ts";
import { err, map, ok, type Result } from "../base/result.ts";
import { rational } from "../math/scalar.ts";
import { dimensionOf, type Vector, vectorOf } from "../math/vector.ts";
import type { Origin } from "../present/attention-words.ts";
import type { Problem } from "../problem.ts";
import { say } from "../say.ts";
import { publishedVectors } from "../tutor/published-example.ts";
import type { Embeddings } from "../words/embeddings.ts";
import { nearSpellings } from "../words/near-spellings.ts";
import { maySuggest } from "../words/offensive.ts";
import { tokenise } from "../words/tokenise.ts";
import { readTypedVectors } from "./typed-vectors.ts";

/** The most tokens, and the most components of what is typed, for which the tables can still be read. */
export const mostTokens = 12;

const mostComponents = 64;

/** Queries, what they are called (a word that comes twice by its place, too), and where they are from where they are not the learner's own. */
export interface Tokens {
  readonly queries: readonly [Vector, ...Vector[]];
  readonly names: readonly string[];
  readonly origin?: Origin;
}

/** Whether a text is a sentence, not vectors. */
export const isSentence = (text: string): boolean => /\p{L}{2}/u.test(text) && !/\d/.test(text);

/** The published example where all words of a sentence are from it. */
export const readPublished = (text: string): Tokens | undefined => {
  const names = tokenise(text);
  const queries = publishedVectors(names);
  return queries === undefined || queries.length === 0
    ? undefined
    : { queries: atLeastOne(queries), names, origin: { kind: "published example" } };
};

/** The words of a sentence as their embeddings; words without one are left out. */
export const embed = (text: string, embeddings: Embeddings): Result<Tokens, Problem> => {
  const words = tokenise(text);
  const known = words.filter(embeddings.has);
  const leftOut = words.filter((word) => !embeddings.has(word));
  if (words.length > mostTokens) return tooMany(words.length);
  const [first, ...rest] = known.map((word) => toVector(embeddings.vectorOf(word)!));
  if (first === undefined)
    return err({
      kind: "unknown-words",
      // Each once: two buttons that do the same are more than Discord takes.
      words: [...new Set(leftOut)]
        .slice(0, 3)
        .map((word) => ({ word, near: nearSpellings(embeddings, word, 3, maySuggest) })),
    });
  const { source, dimension } = embeddings;
  return ok({
    queries: [first, ...rest],
    names: known.map((word, i) =>
      known.indexOf(word) === known.lastIndexOf(word) ? word : `${word} ${i + 1}`,
    ),
    origin: { kind: "words", source, dimension, leftOut },
  });
};

/** Three decimals: exact arithmetic with more of them takes long, and no figure that is shown would change. */
const thousandths = 1_000;

const toVector = (components: Float32Array): Vector =>
  vectorOf(
    Array.from(components, (component) => rational(Math.round(component * thousandths), thousandths)),
    "decimal",
  );

/** More than any table shows: what is too much is told by how many were read. */
const mostRead = 1_000;

/** Vectors as they are typed. */
export const readTyped = (text: string): Result<readonly [Vector, ...Vector[]], Problem> => {
  const read = readTypedVectors(text, { least: 1, most: mostRead });
  if (!read.ok) return read;
  const [first] = read.value;
  if (first === undefined) return err({ kind: "wrong-count", least: 1, most: mostTokens, read: [] });
  if (read.value.length > mostTokens) return tooMany(read.value.length);
  return dimensionOf(first) > mostComponents
    ? err({
        kind: "bad-option",
        option: "vectors",
        given: say("{count} components", { count: dimensionOf(first) }),
        wanted: say("vectors with at most {most} components", { most: mostComponents }),
      })
    : map(read, (vectors) => atLeastOne(vectors));
};

/** Keys and values, which are the queries and the keys where they are not given. */
export const readOthers = (
  keys: string | undefined,
  values: string | undefined,
  queries: readonly [Vector, ...Vector[]],
  causal: boolean,
): Result<{ readonly keys: readonly Vector[]; readonly values: readonly Vector[] }, Problem> => {
  const readKeys = keys === undefined ? ok(queries) : readTyped(keys);
  if (!readKeys.ok) return readKeys;
  const readValues = values === undefined ? readKeys : readTyped(values);
  if (!readValues.ok) return readValues;
  const unfit = (option: string, count: number, wanted: string) =>
    err<Problem>({
      kind: "bad-option",
      option,
      given: say("{count, plural, one {# vector} other {# vectors}}", { count }),
      wanted,
    });
  if (readValues.value.length !== readKeys.value.length)
    return unfit(
      "values",
      readValues.value.length,
      say("as many values as keys, {count}", { count: readKeys.value.length }),
    );
  if (causal && readKeys.value.length < queries.length)
    return unfit(
      "keys",
      readKeys.value.length,
      say("under a causal mask as many keys as queries, {count}", { count: queries.length }),
    );
  if (values === undefined) return ok({ keys: readKeys.value, values: readValues.value });
  const odd = readValues.value.findIndex((value) => dimensionOf(value) !== dimensionOf(readValues.value[0]!));
  if (odd > 0)
    return unfit(
      "values",
      readValues.value.length,
      say("values of one dimension; value {position} has another", { position: odd + 1 }),
    );
  return ok({ keys: readKeys.value, values: readValues.value });
};

const tooMany = (count: number) =>
  err<Problem>({
    kind: "bad-option",
    option: "vectors",
    given: say("{count} tokens", { count }),
    wanted: say("at most {most} tokens, so that the tables can be read", { most: mostTokens }),
  });
