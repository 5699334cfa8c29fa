import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { findMismatch } from "../math/partners.ts";
import { lettersIn } from "../math/vector.ts";
import { usualStyle } from "../number-style.ts";
import { showRelationOfVectors, tellsBy } from "../present/relation-of-vectors.ts";
import { showCheckedRelation, showWorked } from "../present/work.ts";
import { read } from "../reading/read.ts";
import { newConversion } from "../reading/values/conversion.ts";
import { convert } from "../reading/values/convert.ts";
import { notationOf, toVector } from "../reading/values/vectors.ts";
import { choices, type Reply } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import { unreadWith } from "./ask-for.ts";
import { type Context, defineCommand, type Outcome } from "./command.ts";
import { digitsOption, showOption } from "./option.ts";
import { faultAt, joinedGoals } from "./typed-vectors.ts";

const example = "2(1,2) + 3(3,4)";

export const work = defineCommand({
  name: "work",
  summary: message("Work out any expression of vectors and numbers, line by line"),
  audience: "everyone",
  options: z.object({
    expression: z.string().meta({
      description: message("The expression, for example {example}"),
      reads: "vectors",
      values: { example },
    }),
    show: showOption,
    digits: digitsOption,
  }),
  examples: [example, "|(3,4)|^2", "u=(1,2), v=(3,4): 2u-v", "(1,2)·((3,4)+(5,6))"],
  phrases: {
    en: ["work out", "calculate", "compute", "evaluate"],
    de: ["rechne aus", "berechne", "ausrechnen"],
    es: ["calcula", "calcular", "resuelve"],
  },
  run: ({ expression, show, digits }, context): Outcome => {
    const reading = read(expression);
    if (!reading.ok) return err(unreadWith(context.commands, reading.problem));
    const { names, facts, purpose } = reading.value;
    const [goal, ...others] = joinedGoals(reading.value.goals);
    const conversion = newConversion(names);
    const fault = (span: { readonly start: number; readonly end: number }) =>
      err(faultAt(expression, conversion.fault ?? { span, reason: "nothing" }));
    if (goal === undefined) return fault({ start: 0, end: expression.length });
    // An unknown that is sought, and what is only said to hold, are more than is worked out here.
    const beyond = facts[0] ?? (purpose === "solve" ? goal : undefined);
    if (beyond !== undefined)
      return err(faultAt(expression, { span: beyond.span, reason: "operation-not-offered" }));
    const [next] = others;
    if (next !== undefined) return err(faultAt(expression, { span: next.span, reason: "missing-sign" }));
    const { notation: wished } = context.numbers;
    const notation =
      wished === "written" ? notationOf(conversion, goal) : wished === "decimals" ? "decimal" : "fraction";
    const style = { ...usualStyle(), digits, notation };
    const withSteps = show === "steps";
    if (goal.kind === "relation") {
      const [left, right] = goal.parts.map((part) => convert(conversion, part));
      if (left === undefined || right === undefined) return fault(goal.span);
      return ok(withFurther(showCheckedRelation(goal, left, right, style, withSteps), context, withSteps));
    }
    if (goal.kind === "operation" && goal.operation === "are") {
      const verdicts = goal.qualifiers.verdicts ?? [];
      const [a, b, ...more] = goal.operands.map((operand) => toVector(conversion, operand));
      if (conversion.fault !== undefined) return fault(goal.span);
      if (a === undefined || b === undefined || more.length > 0 || !tellsBy(verdicts))
        return err(faultAt(expression, { span: goal.at, reason: "operation-not-offered" }));
      const mismatch = findMismatch(message("dot product"), a, b);
      if (mismatch !== undefined) return err(mismatch);
      const letters = lettersIn([a, b]);
      if (letters.length > 0) return err({ kind: "needs-numbers", operation: message("angle"), letters });
      return ok(withFurther(showRelationOfVectors(verdicts, [a, b], style, withSteps), context, withSteps));
    }
    const converted = convert(conversion, goal);
    return converted === undefined
      ? fault(goal.span)
      : ok(withFurther(showWorked(goal, converted, style, withSteps), context, withSteps));
  },
});

const withFurther = (reply: Reply, { given }: Context, withSteps: boolean): Reply => ({
  ...reply,
  blocks: [
    ...reply.blocks,
    choices(say("What next?"), [
      ...(withSteps
        ? []
        : [
            {
              label: say("Show each step"),
              does: { command: "work", options: { ...given, show: "steps" } },
            },
          ]),
      {
        label: say("Change the expression…"),
        does: { command: "work", options: given },
        asks: "expression",
      },
    ]),
  ],
});
