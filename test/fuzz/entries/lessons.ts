import { findMeaning } from "../../../src/understanding/find-meaning.ts";
import { type Entry, insist } from "../entry.ts";
import { anything } from "../texts.ts";

/** A question that an answer may be there for. */
export const lessons: Entry<string> = {
  name: "lessons",
  most: 50,
  input: anything,
  open: async () => ({
    check: (text) => {
      const { ranked } = findMeaning(text, "en");
      insist(ranked.length > 0, () => "nothing is likeliest");
    },
  }),
};
