import type { Picture, Theme } from "../reply/picture.ts";
import type { Svg } from "./svg.ts";

type Kind = Exclude<Picture["kind"], "formula">;

/**
 * How each kind of picture but typeset working is drawn. Each is loaded when the first of its kind is drawn, so that a
 * worker holds only what it needs.
 */
export const charts: {
  readonly [K in Kind]: (picture: Extract<Picture, { kind: K }>, theme: Theme) => Promise<Svg>;
} = {
  plot: async (picture, theme) => (await import("./plot.ts")).plot(picture, theme),
  contributions: async (picture, theme) => (await import("./contributions.ts")).contributions(picture, theme),
  scale: async (picture, theme) => (await import("./scale.ts")).scale(picture, theme),
  attention: async (picture, theme) => (await import("./attention.ts")).attention(picture, theme),
  progress: async (picture, theme) => (await import("./progress.ts")).progress(picture, theme),
  words: async (picture, theme) => (await import("./words.ts")).words(picture, theme),
};
