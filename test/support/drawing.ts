import { PNG } from "pngjs";
import type { Draw, Drawn, Picture } from "../../src/reply/picture.ts";
import type { PictureBlock } from "../../src/reply/reply.ts";

/** A small drawing of one grey, from 0 to 255. */
export const drawingOf = (grey: number): Drawn => {
  const image = new PNG({ width: 64, height: 40 });
  image.data.fill(grey);
  return { png: new Uint8Array(PNG.sync.write(image)), width: 32, height: 20 };
};

/** A picture that differs from others by its number. */
export const pictureOf = (n: number): Picture => ({
  kind: "scale",
  marks: [{ label: `mark ${n}`, value: n / 100, shown: String(n / 100) }],
});

export const pictureBlock = (n: number, more: Partial<PictureBlock> = {}): PictureBlock => ({
  kind: "picture",
  picture: pictureOf(n),
  alt: `What picture ${n} shows`,
  ...more,
});

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
