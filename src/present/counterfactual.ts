import type { Adjustment, ComponentChange, Counterfactuals } from "../math/counterfactual.ts";
import { toPlain } from "../math/expression/plain.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { toDecimalText } from "../math/number-text.ts";
import { asExpression, type Numeric, type Scalar, signOf } from "../math/scalar.ts";
import type { Similarity } from "../math/similarity.ts";
import { type Block, paragraph } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";

/** What would be otherwise, in sentences that teach what the dot product and the cosine each depend on. */
export const showCounterfactuals = (
  { leftOut, turned, tied, orthogonal, doubled }: Counterfactuals,
  { dot, direction }: Similarity,
  style: NumberStyle,
): readonly Block[] => {
  const exact = (value: Scalar) => toPlain(asExpression(value), style);
  const rounded = (value: Scalar) => toDecimalText(value as Numeric, style);
  const now = direction === undefined ? "" : rounded(direction.cosine.value);
  const moved = ({ cosine, position }: ComponentChange) => ({ position, now, after: rounded(cosine) });
  const made = ({ vector, position, from, to }: Adjustment) =>
    sayParts(
      "<strong>For a right angle: </strong>it is enough to change component {position} of the {which, select, one {first} other {second}} from {from} to {to}.",
      { position, which: vector === 1 ? "one" : "other", to: exact(to), from: exact(from) },
    );
  return [
    paragraph(
      signOf(dot.value) === 0
        ? sayParts(
            "<strong>Double one of them: </strong>the dot product stays 0, as twice 0 is 0, and so does the cosine.",
            {},
          )
        : sayParts(
            "<strong>Double one of them: </strong>the dot product doubles from {dot} to {doubled}. The cosine stays at {now}.",
            { dot: exact(dot.value), doubled: exact(doubled), now },
          ),
    ),
    ...(tied > 0
      ? [
          paragraph(
            sayParts("<strong>No component decides alone: </strong>{count, number} of them weigh the same.", {
              count: tied,
            }),
          ),
        ]
      : []),
    ...((leftOut === undefined || tied > 0) && turned === undefined
      ? []
      : [
          paragraph([
            { strong: say("The component that decides: ") },
            [
              ...(leftOut === undefined
                ? []
                : [
                    say(
                      "leave out component {position}, and the cosine goes from {now} to {after}.",
                      moved(leftOut),
                    ),
                  ]),
              ...(turned === undefined
                ? []
                : [
                    say(
                      leftOut === undefined
                        ? "turn the sign of component {position}, and the cosine goes from {now} to {after}."
                        : "Turn the sign of component {position}, and the cosine goes from {now} to {after}.",
                      moved(turned),
                    ),
                  ]),
            ].join(" "),
          ]),
        ]),
    ...(orthogonal === undefined ? [] : [paragraph(made(orthogonal))]),
  ];
};
