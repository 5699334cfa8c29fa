/**
 * What a picture shows: figures and words, ready to be drawn. Coordinates and weights are plain numbers, as no more
 * than a few digits of them can be seen; the figures written into a picture are texts, rounded by whoever worked them
 * out. All of it can be copied into another thread.
 */
export type Picture =
  | FormulaPicture
  | PlotPicture
  | ContributionsPicture
  | ScalePicture
  | AttentionPicture
  | ProgressPicture
  | WordsPicture;

/** Typeset working: chains of lines, each aligned at its sign. All strings but the sign are TeX. */
export interface FormulaPicture {
  readonly kind: "formula";
  readonly chains: readonly Chain[];
}

export interface Chain {
  readonly subject: string;
  readonly lines: readonly {
    readonly relation: "=" | "≈" | "≤" | "≥" | "<" | ">";
    readonly tex: string;
    /** Plain words beside the line: why it follows. */
    readonly because?: string;
  }[];
}

/** Two coordinates in the plane, or three in space. */
export type Point = readonly [number, number] | readonly [number, number, number];

/** Arrows from the origin, all in the plane or all in space. */
export interface PlotPicture {
  readonly kind: "plot";
  readonly arrows: readonly Arrow[];
  /** The angle between the first two arrows, as it is written beside its arc: "33.9°". */
  readonly angle?: string;
  /** Where the projection of the first arrow on the second ends; the remainder goes from there to the first. */
  readonly projection?: { readonly foot: Point; readonly label: string; readonly remainder: string };
  readonly unitCircle?: true;
  /** What is particular about the plane, in a sentence: that it is the one spanned by two longer vectors. */
  readonly note?: string;
}

export interface Arrow {
  readonly label: string;
  readonly to: Point;
}

/** Bars that add up to a sum: the products of a dot product, the weights of a softmax. */
export interface ContributionsPicture {
  readonly kind: "contributions";
  /** What the bars are. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Below the bars: "2 + 0 + 8 = 10". */
  readonly total?: string;
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The value as it is written at the bar. */
  readonly shown: string;
}

/** Cosine similarities on the line from −1 to 1. */
export interface ScalePicture {
  readonly kind: "scale";
  readonly marks: readonly Bar[];
}

/** Attention weights: one row for each query, one column for each key; null where the mask hides the key. */
export interface AttentionPicture {
  readonly kind: "attention";
  readonly queries: readonly string[];
  readonly keys: readonly string[];
  /** From 0 to 1. */
  readonly weights: readonly (readonly (number | null)[])[];
}

/** What a learner can do in each skill, and how many reviews are due on the days ahead, today first. */
export interface ProgressPicture {
  readonly kind: "progress";
  /** Mastery from 0 to 1. */
  readonly skills: readonly { readonly title: string; readonly mastery: number }[];
  readonly ahead: readonly { readonly day: string; readonly reviews: number }[];
}

/** Words where principal component analysis puts their embeddings in the plane. */
export interface WordsPicture {
  readonly kind: "words";
  readonly points: readonly {
    readonly word: string;
    readonly at: readonly [number, number];
    /** Asked for, or a neighbour of what was asked for. */
    readonly role: "asked" | "neighbour";
  }[];
  /** How much of the words' differences the plane shows, from 0 to 1. */
  readonly share: number;
}

export const themes = ["light", "dark"] as const;

export type Theme = (typeof themes)[number];

/** What may be wished of pictures: "on" is in the colours that suit the platform. */
export const pictureWishes = ["on", "off", ...themes] as const;

export type PictureWish = (typeof pictureWishes)[number];

/** A picture as PNG, at twice the density of the size that it is shown in. */
export interface Drawn {
  readonly png: Uint8Array;
  /** The size in which it is shown, in pixels as a page counts them. */
  readonly width: number;
  readonly height: number;
}

/** Draws a picture, and never throws; undefined where that failed, took too long or too many are waiting: the words stand alone then. */
export type Draw = (picture: Picture, theme: Theme) => Promise<Drawn | undefined>;
