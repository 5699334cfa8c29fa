import * as z from "zod";
import { attend } from "../math/attention.ts";
import { readVectors } from "../math/read-vectors.ts";
import { dimensionOf, type Vector } from "../math/vector.ts";
import { type Setting, showAttention, showAttentionRow } from "../present/attention.ts";
import { computed, styleFor } from "../present/formula.ts";
import type { Problem } from "../problem.ts";
import type { Block, Choice, OptionValue, Reply } from "../reply/reply.ts";
import { err, map, ok, type Result } from "../result.ts";
import { embedSentence, publishedSentence } from "../tutor/toy-embedding.ts";
import { defineCommand } from "./command.ts";
import { changeVectors } from "./next-steps.ts";
import { digitsOption } from "./option.ts";

/** The most tokens, and the most components of each, for which the tables can still be read. */
const [mostTokens, mostComponents] = [12, 64];

const more = (what: string) =>
  z
    .string()
    .optional()
    .meta({ description: `The ${what}; left out, the same vectors`, reads: "vectors" });

export const attention = defineCommand({
  name: "attention",
  summary: "One attention head, small enough to see: scores, scaling, softmax, weighted sum",
  audience: "everyone",
  options: z.object({
    vectors: z.string().optional().meta({
      description: "The queries as vectors, or a sentence; left out, a published example",
      reads: "vectors or words",
    }),
    keys: more("keys"),
    values: more("values"),
    mask: z.enum(["none", "causal"]).default("none").meta({ description: "Whether later tokens are hidden" }),
    scaling: z.enum(["on", "off"]).default("on").meta({ description: "Whether scores are divided by √d" }),
    token: z
      .int()
      .min(1)
      .max(mostTokens)
      .optional()
      .meta({ description: "A query to follow step by step, 1 to 12" }),
    digits: digitsOption,
  }),
  examples: [
    "your journey starts with one step",
    "1,0 0,1 1,1",
    "1,0 0,1 keys:1,1 0,2 values:3,0 0,3 mask:causal",
  ],
  words: ["attention", "self attention"],
  run: ({ vectors, keys, values, mask, scaling, token, digits }, { given }) => {
    const tokens = readTokens(vectors);
    if (!tokens.ok) return tokens;
    const { queries, names, from } = tokens.value;
    const others = readOthers(keys, values, queries, mask === "causal");
    if (!others.ok) return others;
    const at = (token ?? 1) - 1;
    if (at >= queries.length)
      return err({
        kind: "bad-option",
        option: "token",
        given: String(token),
        wanted: `1 to ${queries.length}`,
      });
    const setting: Setting = {
      scaled: scaling === "on",
      causal: mask === "causal",
      queries: names,
      keys: keys === undefined ? names : others.value.keys.map((_, i) => `key ${i + 1}`),
      ...(from === undefined ? {} : { from }),
    };
    const style = styleFor([...queries, ...others.value.keys, ...others.value.values], digits);
    return map(
      attend({ queries, ...others.value, scaled: setting.scaled, causal: setting.causal }),
      (result) =>
        withVariations(
          {
            ...(token === undefined
              ? showAttention(result, setting, style)
              : showAttentionRow(result, at, setting, style)),
            ...(from === undefined ? { result: computed(queries) } : {}),
          },
          given,
          setting,
          token,
        ),
    );
  },
});

interface Tokens {
  readonly queries: readonly Vector[];
  readonly names: readonly string[];
  readonly from?: NonNullable<Setting["from"]>;
}

/** Vectors as they are given; words as toy embeddings; nothing as the published example. */
const readTokens = (text = publishedSentence): Result<Tokens, Problem> => {
  if (/\p{L}{2}/u.test(text) && !/\d/.test(text)) {
    const { words, vectors, published } = embedSentence(text);
    if (words.length > mostTokens) return tooMany(words.length);
    return ok({
      queries: vectors,
      names: words,
      from: published ? "published example" : "letters",
    });
  }
  const read = readSome(text);
  return map(read, (queries) => ({ queries, names: queries.map((_, i) => `token ${i + 1}`) }));
};

const readSome = (text: string): Result<readonly Vector[], Problem> => {
  const read = readVectors(text);
  if (!read.ok) return read;
  if (read.value.length === 0) return err({ kind: "wrong-count", least: 1, most: mostTokens, read: [] });
  if (read.value.length > mostTokens) return tooMany(read.value.length);
  const [first] = read.value;
  return dimensionOf(first!) > mostComponents
    ? err({
        kind: "bad-option",
        option: "vectors",
        given: `${dimensionOf(first!)} components`,
        wanted: `vectors with at most ${mostComponents} components`,
      })
    : read;
};

const tooMany = (count: number) =>
  err<Problem>({
    kind: "bad-option",
    option: "vectors",
    given: `${count} tokens`,
    wanted: `at most ${mostTokens} tokens, so that the tables can be read`,
  });

/** Keys and values, which are the queries and the keys where they are not given. */
const readOthers = (
  keys: string | undefined,
  values: string | undefined,
  queries: readonly Vector[],
  causal: boolean,
): Result<{ readonly keys: readonly Vector[]; readonly values: readonly Vector[] }, Problem> => {
  const readKeys = keys === undefined ? ok(queries) : readSome(keys);
  if (!readKeys.ok) return readKeys;
  const readValues = values === undefined ? readKeys : readSome(values);
  if (!readValues.ok) return readValues;
  const unfit = (option: string, count: number, wanted: string) =>
    err<Problem>({ kind: "bad-option", option, given: `${count} vectors`, wanted });
  if (readValues.value.length !== readKeys.value.length)
    return unfit("values", readValues.value.length, `as many values as keys, ${readKeys.value.length}`);
  if (causal && readKeys.value.length < queries.length)
    return unfit(
      "keys",
      readKeys.value.length,
      `under a causal mask as many keys as queries, ${queries.length}`,
    );
  if (values === undefined) return ok({ keys: readKeys.value, values: readValues.value });
  const odd = readValues.value.findIndex((value) => dimensionOf(value) !== dimensionOf(readValues.value[0]!));
  if (odd > 0)
    return unfit("values", readValues.value.length, `values of one dimension; value ${odd + 1} has another`);
  return ok({ keys: readKeys.value, values: readValues.value });
};

/** The same with and without scaling or mask, each query to follow, and other vectors. */
const withVariations = (
  reply: Reply,
  given: Readonly<Record<string, OptionValue>>,
  { scaled, causal, queries }: Setting,
  token: number | undefined,
): Reply => {
  const { token: _, ...table } = given;
  const again = (label: string, options: Readonly<Record<string, OptionValue>>): Choice => ({
    label,
    does: { command: "attention", options },
  });
  const blocks: readonly Block[] = [
    {
      kind: "choices",
      prompt: "What next?",
      choices: [
        again(scaled ? "Without scaling" : "With scaling", { ...given, scaling: scaled ? "off" : "on" }),
        again(causal ? "Without the mask" : "With a causal mask", {
          ...given,
          mask: causal ? "none" : "causal",
        }),
        ...(token === undefined ? [] : [again("All tables", table)]),
        changeVectors("attention", table),
      ] as unknown as readonly [Choice],
    },
    {
      kind: "choices",
      prompt: "Follow one query step by step",
      choices: queries.map((name, i) =>
        again(`Follow ${name}`.slice(0, 75), { ...table, token: i + 1 }),
      ) as unknown as readonly [Choice],
    },
  ];
  return { ...reply, blocks: [...reply.blocks, ...blocks] as [Block] };
};
