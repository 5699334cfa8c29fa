import * as z from "zod";
import { err, map } from "../base/result.ts";
import { attend } from "../math/attention.ts";
import { rational } from "../math/scalar.ts";
import { dimensionOf, type Vector } from "../math/vector.ts";
import { showAttention } from "../present/attention.ts";
import { showAttentionRow } from "../present/attention-row.ts";
import type { Setting } from "../present/attention-words.ts";
import { computed, styleFor } from "../present/formula.ts";
import { message, say } from "../say.ts";
import { publishedSentence } from "../tutor/published-example.ts";
import {
  embed,
  isSentence,
  mostTokens,
  readOthers,
  readPublished,
  readTyped,
  type Tokens,
} from "./attention-tokens.ts";
import { withVariations } from "./attention-variations.ts";
import { type Context, defineCommand, type Outcome } from "./command.ts";
import { writtenAs } from "./numbers.ts";
import { digitsOption } from "./option.ts";

const more = (what: string) => z.string().optional().meta({ description: what, reads: "vectors" });

const options = z.object({
  vectors: z
    .string()
    .optional()
    .meta({
      description: message("The queries as vectors, or a sentence; left out, a published example"),
      reads: "vectors or words",
    }),
  keys: more(message("The keys; left out, the same vectors")),
  values: more(message("The values; left out, the same vectors")),
  mask: z
    .enum(["none", "causal"])
    .default("none")
    .meta({ description: message("Whether later tokens are hidden") }),
  scaling: z
    .enum(["on", "off"])
    .default("on")
    .meta({ description: message("Whether scores are divided by √d") }),
  divide: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: message("What scores are divided by, 1 to 100; left out, √d") }),
  token: z
    .int()
    .min(1)
    .max(mostTokens)
    .optional()
    .meta({ description: message("A query to follow step by step, 1 to 12") }),
  digits: digitsOption,
});

export const attention = defineCommand({
  name: "attention",
  summary: message("One attention head, small enough to see: scores, scaling, softmax, weighted sum"),
  audience: "everyone",
  options,
  examples: [
    "the cat sat on the mat",
    "your journey starts with one step",
    "1,0 0,1 1,1",
    "1,0 0,1 keys:1,1 0,2 values:3,0 0,3 mask:causal",
  ],
  weight: "heavy",
  phrases: {
    en: ["attention", "self attention"],
    de: ["attention", "self attention"],
    es: ["attention", "self attention"],
  },
  run: async (options, context) => {
    const text = options.vectors ?? publishedSentence;
    if (!isSentence(text)) {
      const typed = readTyped(text);
      return typed.ok
        ? headOf(
            { queries: typed.value, names: typed.value.map((_, i) => `token ${i + 1}`) },
            options,
            context,
          )
        : typed;
    }
    const published = readPublished(text);
    if (published !== undefined) return headOf(published, options, context);
    const words = await context.words();
    if (!words.ok) return words;
    const tokens = embed(text, words.value);
    return tokens.ok ? headOf(tokens.value, options, context) : tokens;
  },
});

type Options = z.output<typeof options>;

/** The head that the tokens and the options make, and what becomes of the queries in it. */
const headOf = (
  { queries: read, names, origin }: Tokens,
  { keys, values, mask, scaling, divide, token, digits }: Options,
  { given, numbers }: Context,
): Outcome => {
  // The decimals of embeddings are rounded ones, and no fractions.
  const asWished = <V extends readonly Vector[]>(vectors: V): V =>
    origin === undefined ? writtenAs(vectors, numbers) : vectors;
  const queries = asWished(read);
  const others = map(readOthers(keys, values, queries, mask === "causal"), (read) => ({
    keys: asWished(read.keys),
    values: asWished(read.values),
  }));
  if (!others.ok) return others;
  const at = (token ?? 1) - 1;
  if (at >= queries.length)
    return err({
      kind: "bad-option",
      option: "token",
      given: String(token),
      wanted: say("1 to {most}", { most: queries.length }),
    });
  const setting: Setting = {
    scaled: scaling === "on",
    causal: mask === "causal",
    queries: names,
    keys: keys === undefined ? names : others.value.keys.map((_, i) => `key ${i + 1}`),
    ...(origin === undefined ? {} : { origin }),
    ...(divide === undefined ? {} : { divisor: divide }),
  };
  const style = styleFor([...queries, ...others.value.keys, ...others.value.values], digits);
  const head = {
    queries,
    ...others.value,
    scaled: setting.scaled,
    causal: setting.causal,
    ...(divide === undefined ? {} : { divisor: rational(divide) }),
  };
  return map(attend(head), (result) =>
    withVariations(
      {
        ...(token === undefined
          ? showAttention(result, setting, style)
          : showAttentionRow(result, at, setting, style)),
        ...(origin === undefined ? { result: computed(queries) } : {}),
      },
      given,
      setting,
      dimensionOf(queries[0]),
      token,
    ),
  );
};
