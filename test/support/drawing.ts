import { PNG } from "pngjs";
import type { Command } from "../../src/commands/command.ts";
import type { Tutor } from "../../src/commands/tutor.ts";
import type { Draw, Drawn, Picture } from "../../src/reply/picture.ts";
import { type Block, type PictureBlock, paragraph, type Reply } from "../../src/reply/reply.ts";
import { shortStore } from "./store.ts";
import { quietTutor } from "./tutor.ts";

/** A drawing of one grey, from 0 to 255, and a small one where no size is given. */
export const drawingOf = (grey: number, { width, height } = { width: 32, height: 20 }): Drawn => {
  const image = new PNG({ width: 2 * width, height: 2 * height });
  image.data.fill(grey);
  return { png: new Uint8Array(PNG.sync.write(image)), width, height };
};

/** A picture that differs from others by its name. */
export const pictureOf = (name: string | number): Picture => ({
  kind: "scale",
  marks: [{ label: `mark ${name}`, value: 1, shown: "1" }],
});

export const pictureBlock = (name: string | number, more: Partial<PictureBlock> = {}): PictureBlock => ({
  kind: "picture",
  picture: pictureOf(name),
  alt: `What picture ${name} shows`,
  ...more,
});

export const withPicture = (words: string, ...more: Block[]): Reply => ({
  tone: "plain",
  blocks: [paragraph(words), ...more],
});

/** Nothing that is said of pictures depends on what was kept before: one is enough for a file. */
const store = shortStore();

/** A tutor that draws so, and gives these replies one after the other, the last one again and again. */
export const picturedTutor = (draw: Draw, replies: Reply[], commands: readonly Command[] = []): Tutor => {
  const tutor = quietTutor({ drawPicture: draw, store });
  return {
    ...tutor,
    commands: [...tutor.commands, ...commands],
    answer: async () => ({
      reply: replies.length > 1 ? replies.shift()! : replies[0]!,
      command: "dot",
    }),
  };
};

/** Draws when it is told to: each picture that is asked for waits for what `finish` gives. */
export interface Easel {
  readonly draw: Draw;
  /** The pictures that were asked for, with their themes. */
  readonly asked: { readonly picture: Picture; readonly theme: string }[];
  /** Finishes the picture that was asked for as the so-and-so-manieth. */
  readonly finish: (n: number, drawn: Drawn | undefined) => void;
  readonly fail: (n: number) => void;
}

export const createEasel = (): Easel => {
  const asked: Easel["asked"] = [];
  const waiting: PromiseWithResolvers<Drawn | undefined>[] = [];
  return {
    asked,
    draw: (picture, theme) => {
      asked.push({ picture, theme });
      const drawn = Promise.withResolvers<Drawn | undefined>();
      waiting.push(drawn);
      return drawn.promise;
    },
    finish: (n, drawn) => waiting[n]!.resolve(drawn),
    fail: (n) => waiting[n]!.reject(new Error("The ink has run out")),
  };
};
