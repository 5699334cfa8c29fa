import type { Block, Choice, Reply } from "../reply/reply.ts";

/**
 * A reply in which no two buttons do the same, the first of them kept: a second one is of no use, and Discord takes no
 * message that has it. A slider keeps its positions.
 */
export const withDistinctChoices = (reply: Reply): Reply => {
  const known = new Set<string>();
  const isNew = ({ does, asks, inPlace }: Choice): boolean => {
    const key = JSON.stringify([does, asks, inPlace]);
    return !known.has(key) && known.add(key) !== undefined;
  };
  const blocks = reply.blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "choices" || block.scale !== undefined) return [block];
    const [first, ...rest] = block.choices.filter(isNew);
    return first === undefined ? [] : [{ ...block, choices: [first, ...rest] }];
  });
  return { ...reply, blocks: blocks as [Block, ...Block[]] };
};
