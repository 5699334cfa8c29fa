import { type NumberStyle, toDecimalText } from "../../math/number-text.ts";
import { type Numeric, type Scalar, toNumber } from "../../math/scalar.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { say } from "../../say.ts";
import { altText } from "./alt.ts";

/** The most marks that can be told apart on the scale. */
const mostMarks = 8;

/** Cosine similarities on the line from −1 to 1. */
export const scalePicture = (
  cosines: readonly { readonly label: string; readonly cosine: Scalar }[],
  style: NumberStyle,
): readonly PictureBlock[] => {
  const marks = cosines.slice(0, mostMarks).map(({ label, cosine }) => ({
    label,
    value: toNumber(cosine),
    shown: toDecimalText(cosine as Numeric, { ...style, digits: Math.min(3, style.digits) }),
  }));
  if (marks.length === 0) return [];
  return [
    {
      kind: "picture",
      picture: { kind: "scale", marks },
      alt: altText(
        say("The cosine scale from −1 (opposite) over 0 (at right angles) to 1 (same direction): {marks}.", {
          marks: marks.map(({ label, shown }) => say("{label} at {shown}", { label, shown })).join(", "),
        }),
      ),
      alsoSaid: true,
    },
  ];
};
