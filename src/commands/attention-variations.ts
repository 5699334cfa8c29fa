import { cut } from "../base/cut.ts";
import type { Setting } from "../present/attention-words.ts";
import {
  type Block,
  type Choice,
  type ChoicesBlock,
  choices,
  type OptionValue,
  paragraph,
  type Reply,
} from "../reply/reply.ts";
import { say } from "../say.ts";
import { changeVectors } from "./next-steps.ts";

type Given = Readonly<Record<string, OptionValue>>;

/** The same with and without scaling or mask, each query to follow, and other vectors. */
export const withVariations = (
  reply: Reply,
  given: Given,
  { scaled, causal, queries, divisor }: Setting,
  dimension: number,
  token: number | undefined,
): Reply => {
  const { token: _, ...table } = given;
  const again = (label: string, options: Given): Choice => ({
    label,
    does: { command: "attention", options },
  });
  const blocks: readonly Block[] = [
    choices(say("What next?"), [
      again(scaled ? say("Without scaling") : say("With scaling"), {
        ...given,
        scaling: scaled ? "off" : "on",
      }),
      again(causal ? say("Without the mask") : say("With a causal mask"), {
        ...given,
        mask: causal ? "none" : "causal",
      }),
      ...(token === undefined ? [] : [again(say("All tables"), table)]),
      changeVectors("attention", table),
    ]),
    ...(scaled
      ? [
          paragraph(
            say("Divide the scores by another number: the larger it is, the more even the weights become."),
          ),
          divisors(given, dimension, divisor, again),
        ]
      : []),
    choices(
      say("Follow one query step by step"),
      queries.map((name, i) => again(cut(say("Follow {name}", { name }), 75), { ...table, token: i + 1 })),
    ),
  ];
  return { ...reply, blocks: [...reply.blocks, ...blocks] as [Block] };
};

/** The larger the divisor, the more even the weights. */
const steps = [1, 3, 10, 30];

/** √d, which is usual, among other numbers to divide the scores by, and the one of this answer. */
const divisors = (
  given: Given,
  dimension: number,
  divisor: number | undefined,
  again: (label: string, options: Given) => Choice,
): ChoicesBlock => {
  const { divide: _, ...usual } = given;
  const root = Math.sqrt(dimension);
  const others = divisor === undefined || divisor === root ? steps : [...steps, divisor];
  const all = [...new Set([root, ...others])].toSorted((x, y) => x - y);
  const list = all.map((step) => ({
    ...(step === root ? again(`÷ √${dimension}`, usual) : again(`÷ ${step}`, { ...given, divide: step })),
    inPlace: true as const,
  }));
  return { ...choices(say("Divide the scores by"), list), scale: { at: all.indexOf(divisor ?? root) } };
};
