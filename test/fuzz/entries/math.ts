import * as fc from "fast-check";
import { findVectors } from "../../../src/math/find-vectors.ts";
import { loadExpressionParser } from "../../../src/math/read-expression.ts";
import { readVectors } from "../../../src/math/read-vectors.ts";
import type { Entry } from "../entry.ts";
import { keepNothing } from "../keep-nothing.ts";
import { longTexts, longVectors, whole } from "../long-texts.ts";
import { insistOnAdvice } from "../showable.ts";
import { anything } from "../texts.ts";
import { vectorTexts } from "../vector-texts.ts";

/** Vectors in a text of their own, and vectors within a sentence. */
export const vectors: Entry<string> = {
  name: "vectors",
  most: 50,
  input: fc.oneof(
    { weight: 100, arbitrary: anything },
    { weight: 100, arbitrary: vectorTexts },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...longTexts, ...longVectors).map(([, text]) => text.slice(0, whole)),
    },
  ),
  open: async () => {
    loadExpressionParser();
    return {
      check: (text) => {
        for (const read of [readVectors(text), findVectors(text)])
          if (!read.ok && text.isWellFormed()) insistOnAdvice(read.problem, keepNothing);
      },
    };
  },
};
