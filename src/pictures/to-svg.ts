import type { Picture, Theme } from "../reply/picture.ts";
import type { Svg } from "./svg.ts";

type Drawing<P> = (picture: P, theme: Theme) => Svg;

/**
 * How each kind of picture is drawn. What draws a kind is loaded when the first of that kind is asked for, so that the
 * thread holds only what it needs.
 */
const drawings: { readonly [K in Picture["kind"]]: () => Promise<Drawing<Extract<Picture, { kind: K }>>> } = {
  formula: async () => (await import("./formula.ts")).formula,
  plot: async () => (await import("./plot.ts")).plot,
  contributions: async () => (await import("./contributions.ts")).contributions,
  scale: async () => (await import("./scale.ts")).scale,
  attention: async () => (await import("./attention.ts")).attention,
  progress: async () => (await import("./progress.ts")).progress,
  words: async () => (await import("./words.ts")).words,
};

/** Brings what draws a picture; what comes back throws what the kind throws where it cannot be drawn. */
export const load = async (picture: Picture): Promise<(theme: Theme) => Svg> => {
  const draw = await (drawings[picture.kind] as () => Promise<Drawing<Picture>>)();
  return (theme) => draw(picture, theme);
};

/** A picture as a drawing, in the colours of the theme. */
export const toSvg = async (picture: Picture, theme: Theme): Promise<Svg> => (await load(picture))(theme);
