import { within } from "../base/within.ts";
import type { Draw, Drawn, Theme } from "../reply/picture.ts";
import type { PictureBlock, Reply } from "../reply/reply.ts";

/** The pictures of a reply that could be drawn. */
export type Drawings = ReadonlyMap<PictureBlock, Drawn>;

export interface Illustrated {
  /** What is there to be sent with the words. */
  readonly ready: Drawings;
  /** All of them, where some come later than the words; undefined in the end where none of these could be drawn. */
  readonly later?: Promise<Drawings | undefined>;
}

/** The words wait this long for the pictures, in milliseconds. */
const patience = 100;

/** Has the pictures of a reply drawn, in the learner's colours or else in those that suit the platform. */
export const illustrate = async (reply: Reply, draw: Draw, suited: Theme): Promise<Illustrated> => {
  const blocks = reply.blocks.filter((block) => block.kind === "picture");
  if (blocks.length === 0) return { ready: new Map() };
  const drawn = new Map<PictureBlock, Drawn>();
  const all = Promise.all(
    blocks.map(async (block) => {
      const picture = await draw(block.picture, block.theme ?? suited);
      if (picture !== undefined) drawn.set(block, picture);
    }),
  );
  const inTime = await within(patience, all);
  const ready = new Map(drawn);
  if (inTime !== undefined) return { ready };
  return { ready, later: all.then(() => (drawn.size > ready.size ? drawn : undefined)) };
};
