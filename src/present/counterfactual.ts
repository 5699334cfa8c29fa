import type { Adjustment, ComponentChange, Counterfactuals } from "../math/counterfactual.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { toDecimalText } from "../math/number-text.ts";
import { toPlain } from "../math/plain.ts";
import { asExpression, type Numeric, type Scalar } from "../math/scalar.ts";
import type { Similarity } from "../math/similarity.ts";
import { type Block, paragraph } from "../reply/reply.ts";

/** What would be otherwise, in sentences that teach what the dot product and the cosine each depend on. */
export const showCounterfactuals = (
  { leftOut, turned, orthogonal, doubled }: Counterfactuals,
  { dot, direction }: Similarity,
  style: NumberStyle,
): readonly Block[] => {
  const exact = (value: Scalar) => toPlain(asExpression(value), style);
  const rounded = (value: Scalar) => toDecimalText(value as Numeric, style);
  const now = direction === undefined ? "" : rounded(direction.cosine.value);
  const moved = (what: string, { cosine, position }: ComponentChange) =>
    `${what} component ${position}, and the cosine goes from ${now} to ${rounded(cosine)}.`;
  const made = ({ vector, position, from, to }: Adjustment) =>
    `For a right angle, component ${position} of the ${vector === 1 ? "first" : "second"} would have to be ${exact(to)} instead of ${exact(from)}.`;
  return [
    paragraph([
      { strong: "Double one of them: " },
      `the dot product doubles from ${exact(dot.value)} to ${exact(doubled)}. The cosine stays at ${now}.`,
    ]),
    ...(leftOut === undefined && turned === undefined
      ? []
      : [
          paragraph([
            { strong: "The component that decides: " },
            [
              ...(leftOut === undefined ? [] : [moved("leave out", leftOut)]),
              ...(turned === undefined
                ? []
                : [moved(leftOut === undefined ? "turn the sign of" : "Turn the sign of", turned)]),
            ].join(" "),
          ]),
        ]),
    ...(orthogonal === undefined
      ? []
      : [paragraph([{ strong: "To have nothing in common: " }, lower(made(orthogonal))])]),
  ];
};

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
