import {
  allContributions,
  type Contributions,
  extremesOf,
  largestContributions,
} from "../math/contributions.ts";
import type { NumberStyle } from "../math/number-text.ts";
import type { Similarity } from "../math/similarity.ts";
import type { TableBlock } from "../reply/reply.ts";
import { say } from "../say.ts";
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

export const aboutContributions = ({ contributions }: Similarity, style: NumberStyle): string => {
  const { helps, hurts } = extremesOf(contributions);
  const positive =
    helps === undefined
      ? ""
      : say("Component {position} helps most ({product}).", {
          position: helps.position,
          product: exact(helps.product, style),
        });
  const negative =
    hurts === undefined
      ? ""
      : say("Component {position} pulls the other way most ({product}).", {
          position: hurts.position,
          product: exact(hurts.product, style),
        });
  if (positive === "" && negative === "")
    return say("Every product is 0: where one has something, the other has nothing.");
  return [positive, negative].filter((sentence) => sentence !== "").join(" ");
};
