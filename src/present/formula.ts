import type { Expression } from "../math/expression.ts";
import type { NumberStyle } from "../math/number-text.ts";
import { toPlain } from "../math/plain.ts";
import { toSpeech } from "../math/speech.ts";
import { toTex } from "../math/tex.ts";
import type { Formula } from "../reply/reply.ts";

/** One tree in its three spellings. */
export const showFormula = (e: Expression, style: NumberStyle): Formula => ({
  plain: toPlain(e, style),
  tex: toTex(e, style),
  spoken: toSpeech(e, style),
});
