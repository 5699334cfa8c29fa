import {
  allContributions,
  type Contributions,
  type Extreme,
  extremesOf,
  largestContributions,
} from "../math/contributions.ts";
import type { NumberStyle } from "../math/number-text.ts";
import type { Similarity } from "../math/similarity.ts";
import type { TableBlock } from "../reply/reply.ts";
import { say, sayList } from "../say.ts";
import { exact } from "./similarity-figures.ts";

/** The most contributions that are listed one by one. */
const mostRows = 8;

export const contributionTable = (contributions: Contributions, style: NumberStyle): TableBlock => {
  const { shown, count, rest } = largestContributions(contributions, mostRows);
  const inOrder = count === 0 ? allContributions(contributions) : shown;
  return {
    kind: "table",
    caption:
      count === 0
        ? say("What each component adds")
        : say("The {count} components that weigh most", { count: mostRows }),
    header: [say("component"), say("first"), say("second"), say("adds")],
    rows: [
      ...inOrder.map(({ position, a, b, product }) => [
        String(position),
        exact(a, style),
        exact(b, style),
        exact(product, style),
      ]),
      ...(count === 0 ? [] : [[say("{count, number} others", { count }), "", "", exact(rest, style)]]),
    ],
  };
};

/** More components than this that weigh the same are counted, not listed. */
const mostListed = 4;

export const aboutContributions = ({ contributions }: Similarity, style: NumberStyle): string => {
  const { helps, hurts } = extremesOf(contributions);
  if (helps === undefined && hurts === undefined)
    return say("Every product is 0: where one has something, the other has nothing.");
  const told = ({ positions, product }: Extreme) => ({
    count: positions.length,
    which:
      positions.length > mostListed
        ? say("{count, number} components", { count: positions.length })
        : say("{count, plural, one {Component} other {Components}} {list}", {
            count: positions.length,
            list: sayList(positions.map(String)),
          }),
    product: exact(product, style),
  });
  const up =
    helps === undefined
      ? []
      : [
          say(
            helps.of === 1
              ? "{which} alone adds something ({product})."
              : "{which} {count, plural, one {adds most ({product})} other {add most, {product} each}}.",
            told(helps),
          ),
        ];
  const down =
    hurts === undefined
      ? []
      : [
          say(
            hurts.of === 1
              ? "{which} alone takes something away ({product})."
              : "{which} {count, plural, one {takes most away ({product})} other {take most away, {product} each}}.",
            told(hurts),
          ),
        ];
  return [...up, ...down].join(" ");
};
