import { atLeastOne } from "../base/at-least.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import { type Wishes, wishedFor } from "./wishes.ts";

/**
 * A reply with its pictures as the learner and the place want them: in which colours, or in words. An answer that
 * everybody sees has the place's colours, one for the asker alone the asker's; whoever wants none has none anywhere.
 */
export const withPictures = async (
  reply: Reply,
  readWishes: () => Promise<Wishes>,
  forAsker: boolean,
): Promise<Reply> => {
  const { brief, ...whole } = reply;
  if (brief !== undefined) {
    const shown = await withPictures({ ...whole, blocks: brief }, readWishes, forAsker);
    return { ...(await withPictures(whole, readWishes, forAsker)), brief: shown.blocks };
  }
  if (!reply.blocks.some(({ kind }) => kind === "picture")) return reply;
  const wishes = await readWishes();
  if (wishes.own.pictures === "off" || wishes.here.pictures === "off")
    return { ...reply, blocks: inWords(reply.blocks) };
  const { pictures: theme } = wishedFor(wishes, forAsker);
  return theme === "light" || theme === "dark"
    ? {
        ...reply,
        blocks: atLeastOne(
          reply.blocks.map((block) => (block.kind === "picture" ? { ...block, theme } : block)),
        ),
      }
    : reply;
};

/** What the words say already needs no picture; what they do not is told. */
const inWords = (blocks: Reply["blocks"]): Reply["blocks"] => {
  const [first, ...rest] = blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "picture") return [block];
    return block.alsoSaid === true ? [] : [paragraph(block.alt)];
  });
  return [first ?? paragraph(say("There is nothing but a picture here.")), ...rest];
};
