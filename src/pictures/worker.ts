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

/** What a worker thread does: one picture from what it shows to its pixels. */
const work = ({ picture, theme, language }: DrawingJob): Promise<Drawn> =>
  inLanguage(language, async () => rasterise(await toSvg(picture, theme)));

export default work;
