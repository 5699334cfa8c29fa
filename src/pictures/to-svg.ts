import type { Picture, Theme } from "../reply/picture.ts";
import type { Svg } from "./svg.ts";

/**
 * How each kind of picture is drawn. What draws a kind is loaded when the first of that kind is asked for, so that a
 * worker holds only what it needs.
 */
const drawings: {
  readonly [K in Picture["kind"]]: (picture: Extract<Picture, { kind: K }>, theme: Theme) => Promise<Svg>;
} = {
  formula: async (picture, theme) => (await import("./formula.ts")).formula(picture, theme),
  plot: async (picture, theme) => (await import("./plot.ts")).plot(picture, theme),
  contributions: async (picture, theme) => (await import("./contributions.ts")).contributions(picture, theme),
  scale: async (picture, theme) => (await import("./scale.ts")).scale(picture, theme),
  attention: async (picture, theme) => (await import("./attention.ts")).attention(picture, theme),
  progress: async (picture, theme) => (await import("./progress.ts")).progress(picture, theme),
  words: async (picture, theme) => (await import("./words.ts")).words(picture, theme),
};

/** A picture as a drawing, in the colours of the theme. Throws what the kind throws where it cannot be drawn. */
export const toSvg = (picture: Picture, theme: Theme): Promise<Svg> =>
  (drawings[picture.kind] as (picture: Picture, theme: Theme) => Promise<Svg>)(picture, theme);
