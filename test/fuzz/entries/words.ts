import { readAsked } from "../../../src/words/asked.ts";
import { createEmbeddings } from "../../../src/words/embeddings.ts";
import { meanOf } from "../../../src/words/mean.ts";
import { nearSpellings } from "../../../src/words/near-spellings.ts";
import { tokenise } from "../../../src/words/tokenise.ts";
import { shipped } from "../../words/shipped.ts";
import { type Entry, insist } from "../entry.ts";
import { anything } from "../texts.ts";

/** What is asked about words; spellings are looked for among the 2,000 most frequent. */
export const aboutWords: Entry<string> = {
  name: "words",
  input: anything,
  open: async () => {
    const all = await shipped();
    const few = createEmbeddings(
      { ...all.table, words: all.table.words.slice(0, 2_000), norms: all.table.norms.subarray(0, 2_000) },
      new Map(all.table.words.slice(0, 2_000).map((word, row) => [word, row])),
      all,
    );
    return {
      check: (text) => {
        const asked = readAsked(text.slice(0, 2_000));
        insist(
          !("items" in asked) || asked.items.every(({ words }) => words.length > 0),
          () => "an item without a word",
        );
        const tokens = tokenise(text);
        insist(
          tokens.every((word) => word !== ""),
          () => "an empty word",
        );
        meanOf(few, tokens.slice(0, 50));
        nearSpellings(few, tokens[0] ?? text.slice(0, 100));
      },
    };
  },
};
