import { cut, widthOf } from "./lettering.ts";
import type { Label } from "./place-labels.ts";
import type { Shape, XY } from "./shape.ts";
import { strong } from "./sheet.ts";
import type { V } from "./space-vector.ts";

/** What stands on the stage, in its units. */
export interface Scene {
  readonly arrows: readonly { readonly label: string; readonly to: V }[];
  readonly angle: string | undefined;
  readonly projection: { readonly foot: V; readonly label: string; readonly remainder: string } | undefined;
  /** The radius of the unit circle. */
  readonly circle: number | undefined;
}

/** A label with its words. */
export interface Written extends Label {
  readonly words: string;
  readonly fill: string;
}

/** A part of the scene: shapes, and the labels that are placed when all parts are known. */
export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly written: readonly Written[];
  /** Where labels of this or another part should not stand. */
  readonly busy: readonly XY[];
  /** Where they should rather not stand. */
  readonly quiet?: readonly XY[];
}

const widestLabel = 170;

export const dashed = { "stroke-width": 2, "stroke-dasharray": "5 4" } as const;

export const nothing: Drawing = { shapes: [], written: [], busy: [] };

/** The direction from one place on the screen to another, clockwise from the right. */
export const screenAngle = (from: XY, to: XY): number => Math.atan2(to.y - from.y, to.x - from.x);

/** A label that stands in a direction from its place rather than in any other. */
export const write = (words: string, at: XY, toward: number, fill: string, gap = 6): Written => {
  const shown = cut(words, widestLabel, strong);
  return {
    words: shown,
    at,
    toward,
    fill,
    gap,
    width: widthOf(shown, strong),
    height: strong.size + 3,
  };
};
