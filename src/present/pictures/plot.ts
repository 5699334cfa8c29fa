import { type Angle, angle } from "../../math/cosine.ts";
import { normOf } from "../../math/norm.ts";
import { type NumberStyle, toDecimalText } from "../../math/number-text.ts";
import { project } from "../../math/projection.ts";
import { approximate, type Scalar, toNumber } from "../../math/scalar.ts";
import { dimensionOf, lettersIn, type Vector } from "../../math/vector.ts";
import type { Arrow, PlotPicture, Point } from "../../reply/picture.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { say, sayList } from "../../say.ts";
import { vectorToText } from "../vector.ts";
import { altText } from "./alt.ts";

/** What is drawn beside the arrows. */
export interface PlotWishes {
  /** The angle between the first two. */
  readonly angle?: boolean;
  /** The projection of the first on the second, and the remainder. */
  readonly projection?: boolean;
  readonly unitCircle?: boolean;
}

/** The most arrows that can be told apart. */
const mostArrows = 6;

/** Vectors longer than this as text are shown by their names. */
const longestLabel = 18;

/** Three digits are as many as can be seen. */
const digits = 3;

/**
 * Vectors as arrows from the origin: in the plane, in space, or, where they are longer, the first two in the plane that
 * they span. None where they have letters or unlike dimensions.
 */
export const plotPicture = (
  vectors: readonly Vector[],
  style: NumberStyle,
  wishes: PlotWishes = {},
): readonly PictureBlock[] => {
  const shown = vectors.slice(0, mostArrows);
  const [a, b] = shown;
  if (a === undefined || lettersIn(shown).length > 0) return [];
  const dimension = dimensionOf(a);
  if (shown.some((each) => dimensionOf(each) !== dimension)) return [];
  const between = b === undefined ? undefined : angleOf(a, b);
  const isFlat = dimension <= 3;
  const arrows: readonly Arrow[] = isFlat
    ? shown.map((vector, i) => ({ label: labelFor(vector, i), to: pointOf(vector) }))
    : spanned(a, b, between, style);
  const wantsAngle = wishes.angle !== false && between !== undefined && arrows.length >= 2;
  const written = between === undefined ? "" : `${rounded(between.degrees, style)}°`;
  const split = wishes.projection === true && b !== undefined && isFlat ? splitOf(a, b) : undefined;
  const note = isFlat
    ? undefined
    : b === undefined
      ? say("The vector has {dimension} components. Its length is drawn, not its direction.", { dimension })
      : say(
          arrows.length < vectors.length
            ? "The vectors have {dimension} components. This is the plane that the first two span: lengths and angle are true, the axes are not theirs."
            : "The vectors have {dimension} components. This is the plane that the two span: lengths and angle are true, the axes are not theirs.",
          { dimension },
        );
  const picture: PlotPicture = {
    kind: "plot",
    arrows,
    ...(wantsAngle ? { angle: written } : {}),
    ...(split === undefined ? {} : { projection: split.projection }),
    ...(wishes.unitCircle === true && dimension === 2 ? { unitCircle: true } : {}),
    ...(note === undefined ? {} : { note }),
  };
  return [
    {
      kind: "picture",
      picture,
      alt: altText(
        inWords(shown.slice(0, arrows.length), wantsAngle ? written : undefined, split, picture, style),
      ),
      alsoSaid: true,
    },
  ];
};

const nameOf = (vector: Vector, i: number): string => vector.name ?? "abcdefgh"[i]!;

const labelFor = (vector: Vector, i: number): string => {
  const text = vectorToText(vector);
  return text.length <= longestLabel ? `${nameOf(vector, i)} ${text}` : nameOf(vector, i);
};

const pointOf = ({ components }: Vector): Point => {
  const [x, y = 0, z] = components.map(toNumber);
  return z === undefined ? [x!, y] : [x!, y, z];
};

const angleOf = (a: Vector, b: Vector): Angle | undefined => {
  const found = angle(a, b);
  return found.ok ? found.value : undefined;
};

/** The first along the first axis, the second at its angle to it. */
const spanned = (
  a: Vector,
  b: Vector | undefined,
  between: Angle | undefined,
  style: NumberStyle,
): readonly Arrow[] => {
  const arrow = (vector: Vector, i: number, turned: number): Arrow => {
    const length = normOf(vector);
    return {
      label: say("{name}, {length} long", { name: nameOf(vector, i), length: rounded(length, style) }),
      to: [toNumber(length) * Math.cos(turned), toNumber(length) * Math.sin(turned)],
    };
  };
  const turned = between === undefined ? 0 : toNumber(between.radians);
  return [arrow(a, 0, 0), ...(b === undefined ? [] : [arrow(b, 1, turned)])];
};

const splitOf = (a: Vector, b: Vector): Split | undefined => {
  const found = project(a, b);
  if (!found.ok) return undefined;
  const { vector, remainder } = found.value;
  return {
    projection: { foot: pointOf(vector.value), label: say("projection"), remainder: say("remainder") },
    words: say(
      "The projection of the first on the second ends at {foot}; from there a dashed line, the remainder {remainder}, goes at a right angle to the first.",
      { foot: vectorToText(vector.value), remainder: vectorToText(remainder.value) },
    ),
  };
};

/** The two parts of a vector, drawn and in words. */
interface Split {
  readonly projection: NonNullable<PlotPicture["projection"]>;
  readonly words: string;
}

const rounded = (value: Scalar, style: NumberStyle): string =>
  toDecimalText(value.kind === "approximate" ? value : approximate(toNumber(value)), {
    ...style,
    digits: Math.min(digits, style.digits),
  });

const inWords = (
  vectors: readonly Vector[],
  between: string | undefined,
  split: Split | undefined,
  { unitCircle, note }: PlotPicture,
  style: NumberStyle,
): string => {
  const arrows = vectors.map((vector, i) => {
    const text = vectorToText(vector);
    return text.length <= 60
      ? say("{name} to {point}", { name: nameOf(vector, i), point: text })
      : say("{name}, {length} long", {
          name: nameOf(vector, i),
          length: rounded(normOf(vector), style),
        });
  });
  return [
    arrows.length === 1
      ? say("An arrow from the origin: {arrow}.", { arrow: arrows[0] ?? "" })
      : say("Arrows from the origin: {arrows}.", { arrows: sayList(arrows) }),
    ...(between === undefined
      ? []
      : [
          say(vectors.length > 2 ? "Between the first two are {angle}." : "Between them are {angle}.", {
            angle: between,
          }),
        ]),
    ...(split === undefined ? [] : [split.words]),
    ...(unitCircle === undefined ? [] : [say("A dashed circle shows where vectors of length 1 end.")]),
    ...(note === undefined ? [] : [note]),
  ].join(" ");
};
