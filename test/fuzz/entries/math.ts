import { findVectors } from "../../../src/math/find-vectors.ts";
import { loadExpressionParser } from "../../../src/math/read-expression.ts";
import { readVectors } from "../../../src/math/read-vectors.ts";
import type { Entry } from "../entry.ts";
import { keepNothing } from "../keep-nothing.ts";
import { insistOnAdvice } from "../showable.ts";
import { anything } from "../texts.ts";

/** Vectors in a text of their own, and vectors within a sentence. */
export const vectors: Entry<string> = {
  name: "vectors",
  most: 50,
  input: anything,
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
