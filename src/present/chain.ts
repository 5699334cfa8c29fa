import { currentLanguage, inLanguage } from "../language.ts";
import { type Expression, evaluate } from "../math/expression/expression.ts";
import { mathMlRelation } from "../math/expression/mathml.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { isShownExactly, wantsDecimal } from "../math/number-text.ts";
import type { Chain, Relation } from "../math/read-formula.ts";
import { asExpression, type Scalar } from "../math/scalar.ts";
import { vectorExpression } from "../math/working.ts";
import type { Formula } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import { showDecimal, showFormula, showShort } from "./formula.ts";

/** A formula with its relations; one that asks for its value is given it. */
export const showChain = (chain: Chain, style: NumberStyle): Formula => {
  const parts = chain.parts.map((part) => showFormula(part, style));
  if (!chain.asksForValue) return joined(parts, chain.relations);
  const last = chain.parts.at(-1)!;
  const value = worthOf(last, style);
  // Of a bare name or an angle only the value is of interest.
  if (chain.parts.length === 1 && (last.kind === "name" || last.kind === "angle")) return value.formula;
  return joined([...parts, value.formula], [...chain.relations, value.relation]);
};

const spokenAs: Readonly<Record<Relation, string>> = {
  "=": message("equals"),
  "≈": message("is about"),
  "≤": message("is at most"),
  "≥": message("is at least"),
  "<": message("is less than"),
  ">": message("is more than"),
};

const texFor: Readonly<Record<Relation, string>> = {
  "=": "=",
  "≈": "\\approx",
  "≤": "\\le",
  "≥": "\\ge",
  "<": "<",
  ">": ">",
};

/** Formulas in a row with signs between them. */
export const joined = (formulas: readonly Formula[], relations: readonly Relation[]): Formula => {
  const join = (spelling: keyof Formula, sign: (relation: Relation) => string) =>
    formulas.map((each, i) => (i === 0 ? "" : ` ${sign(relations[i - 1]!)} `) + each[spelling]).join("");
  const language = currentLanguage();
  return {
    plain: join("plain", (relation) => relation),
    get tex() {
      return join("tex", (relation) => texFor[relation]);
    },
    get mathMl() {
      return join("mathMl", mathMlRelation);
    },
    get spoken() {
      return inLanguage(language, () => join("spoken", (relation) => say(spokenAs[relation])));
    },
  };
};

interface Shown {
  readonly relation: Relation;
  readonly formula: Formula;
}

/** The value of an expression, with a decimal behind the exact form where that helps. */
const worthOf = (e: Expression, style: NumberStyle): Shown => {
  if (e.kind === "angle") return { relation: "≈", formula: showFormula(e, style) };
  const value = evaluate(e);
  if (Array.isArray(value)) {
    const components = value as readonly Scalar[];
    const isExact = components.every((c) => c.kind !== "approximate" || isShownExactly(c, style.digits));
    return { relation: isExact ? "=" : "≈", formula: showFormula(vectorExpression(components), style) };
  }
  const scalar = value as Scalar;
  const exact = showFormula(asExpression(scalar), style);
  if (scalar.kind === "approximate")
    return { relation: isShownExactly(scalar, style.digits) ? "=" : "≈", formula: exact };
  if (
    scalar.kind !== "exact" ||
    !wantsDecimal(scalar, style.notation) ||
    showShort(scalar, style) === exact.plain
  )
    return { relation: "=", formula: exact };
  return { relation: "=", formula: joined([exact, showDecimal(scalar, style)], ["≈"]) };
};
