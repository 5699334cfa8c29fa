import type { Command } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import { rasterise } from "../../src/pictures/rasterise.ts";
import type { Draw, Drawn } from "../../src/reply/picture.ts";
import { type Block, type PictureBlock, paragraph, type Reply } from "../../src/reply/reply.ts";
import { quietTutor } from "./tutor.ts";

/** A square of one colour. */
export const drawing = (colour = "#336699"): Drawn =>
  rasterise({
    markup: `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`,
    width: 8,
    height: 8,
  });

/** A picture that is not another's; what it shows is the label. */
export const picture = (label: string, more: Partial<PictureBlock> = {}): PictureBlock => ({
  kind: "picture",
  picture: { kind: "scale", marks: [{ label, value: 1, shown: "1" }] },
  alt: `A line with ${label} on it`,
  ...more,
});

export const withPicture = (words: string, ...more: Block[]): Reply => ({
  tone: "plain",
  blocks: [paragraph(words), ...more],
});

/** A tutor that draws so, and gives these replies one after the other, the last one again and again. */
export const pictured = (drawPicture: Draw, replies: Reply[], commands: readonly Command[] = []): Tutor => {
  const tutor = quietTutor({ drawPicture });
  return {
    ...tutor,
    commands: [...tutor.commands, ...commands],
    answer: async () => ({
      reply: replies.length > 1 ? replies.shift()! : replies[0]!,
      command: "dot",
    }),
  };
};
