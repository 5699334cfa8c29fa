import type { Theme } from "../reply/picture.ts";

/**
 * The colours of one theme. Hues are those of Okabe and Ito's palette, “Color Universal Design”, 2008, which people with
 * any kind of colour vision tell apart; a shape, a label or a dash always says the same again.
 */
export interface Colours {
  readonly background: string;
  /** Words and figures. */
  readonly ink: string;
  /** Words of less weight. */
  readonly faint: string;
  /** Axes and rules. */
  readonly line: string;
  /** What only lies behind: grids and tracks, and under them the floor or panel. */
  readonly grid: string;
  readonly panel: string;
  /** The first, second, … thing that is shown. */
  readonly series: readonly [string, string, string, string, string];
  readonly positive: string;
  readonly negative: string;
  /** From little to much, for heat maps. */
  readonly ramp: readonly [string, string];
}

export const coloursOf: Readonly<Record<Theme, Colours>> = {
  light: {
    background: "#ffffff",
    ink: "#1c2330",
    faint: "#596273",
    line: "#9aa3b2",
    grid: "#e6e9ef",
    panel: "#f5f7fa",
    series: ["#0072b2", "#c24e00", "#007a5a", "#a3507f", "#6b6f00"],
    positive: "#0072b2",
    negative: "#c24e00",
    ramp: ["#f2f6fa", "#0a5a94"],
  },
  dark: {
    background: "#1e2229",
    ink: "#eceff4",
    faint: "#a9b1bf",
    line: "#6b7586",
    grid: "#333a45",
    panel: "#252a33",
    series: ["#56b4e9", "#e69f00", "#2fc79a", "#dd92bd", "#e2d84a"],
    positive: "#56b4e9",
    negative: "#e69f00",
    ramp: ["#252b35", "#7cc4f2"],
  },
};

/** All words in pictures are set in it; it has the signs of mathematics and most alphabets. */
export const fontFamily = "DejaVu Sans";
