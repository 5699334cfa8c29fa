import { message } from "../../../base/message.ts";
import { asExpression, type Scalar } from "../../scalar.ts";
import { atom, type Node, no } from "../node.ts";

export type AngleUnit = "degrees" | "radians";

/** An angle of so many radians, shown in degrees or in radians: 33.85°. */
export interface AngleNode {
  readonly kind: "angle";
  readonly unit: AngleUnit;
  readonly shown: Scalar;
  readonly radians: Scalar;
}

export const angle: Node<AngleNode> = {
  children: ({ shown }) => [asExpression(shown)],
  withChildren: (e) => e,
  evaluate: ({ radians }) => radians,
  plain: ({ unit, shown }, { print }) =>
    atom(`${print(asExpression(shown)).text}${unit === "degrees" ? "°" : " rad"}`),
  set: ({ unit, shown }, { by, set }) => {
    const { markup, isTall = false } = set(asExpression(shown));
    return { markup: unit === "degrees" ? by.degrees(markup) : by.radians(markup), isTall };
  },
  spoken: ({ unit, shown }, { say, read }) => `${read(asExpression(shown))} ${say(spokenUnits[unit])}`,
  isCompound: no,
};

const spokenUnits: Readonly<Record<AngleUnit, string>> = {
  degrees: message("degrees"),
  radians: message("radians"),
};
