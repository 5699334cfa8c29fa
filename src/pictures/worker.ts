import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { inLanguage, type Language } from "../language.ts";
import type { Drawn, Picture, Theme } from "../reply/picture.ts";
import { rasterise } from "./rasterise.ts";
import { toSvg } from "./to-svg.ts";

/** What a thread is given to draw. */
export interface DrawingJob {
  readonly picture: Picture;
  readonly theme: Theme;
  /** Of the words in it. */
  readonly language: Language;
}

/**
 * How many pictures are drawn before the thread collects its garbage. What resvg holds of each, about 1 MB, lies outside
 * the heap, where the engine does not see it and lets hundreds of them pile up.
 */
const betweenCollections = 32;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

let drawn = 0;

/** What a worker thread does: one picture from what it shows to its pixels. */
const work = async ({ picture, theme, language }: DrawingJob): Promise<Drawn> => {
  // Before the drawing and not after it, when the last one's objects may still be held by the call that made them.
  if (drawn % betweenCollections === betweenCollections - 1) collect();
  drawn += 1;
  return inLanguage(language, async () => rasterise(await toSvg(picture, theme)));
};

export default work;
