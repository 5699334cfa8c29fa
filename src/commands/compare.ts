import * as z from "zod";
import { map } from "../base/result.ts";
import { compareWithFirst } from "../math/compare.ts";
import { showComparison } from "../present/comparison.ts";
import { styleFor } from "../present/formula.ts";
import { message } from "../say.ts";
import { defineCommand } from "./command.ts";
import { withNextSteps } from "./next-steps.ts";
import { digitsOption, vectorsOption } from "./option.ts";

export const compare = defineCommand({
  name: "compare",
  summary: message("Rank vectors against the first, by dot product and by cosine side by side"),
  audience: "everyone",
  options: z.object({
    vectors: vectorsOption(
      message("Three or more vectors, for example {example}"),
      3,
      20,
      "2,3,4 1,0,2 9,9,0",
    ),
    digits: digitsOption,
  }),
  examples: ["1,1 1,0.9 9,1", "2,3,4 1,0,2 4,6,8"],
  weight: "heavy",
  phrases: {
    en: ["compare", "rank", "most similar"],
    de: ["vergleiche", "vergleich", "am ähnlichsten", "rangfolge"],
    es: ["compara", "comparar", "más similar", "más parecido"],
  },
  run: ({ vectors: [query, ...others], digits }, { given, commands }) =>
    map(compareWithFirst(query!, others), (comparison) =>
      withNextSteps(
        showComparison(comparison, styleFor([query!, ...others], digits)),
        { command: "compare", given, vectors: [query!, ...others], commands },
        [],
      ),
    ),
});
