import { type Block, paragraph, type Text } from "../../reply/reply.ts";
import type { Named } from "./named.ts";

/** What is lost where a sentence stands for the mean of its words. */
export const crude = (items: readonly Named[]): readonly Block[] => {
  const sentences = items.filter(({ isSentence }) => isSentence);
  if (sentences.length === 0) return [];
  const leftOut = sentences.flatMap((each) => each.leftOut);
  const words = `${sentences.length === 1 ? "A sentence stands" : "Each sentence stands"} for the mean of the vectors of its words. That is crude: their order is lost, and means of many words lie close together, whatever they say.`;
  const left: Text =
    leftOut.length === 0
      ? []
      : [" Left out, as I have no vector for them: ", { strong: leftOut.join(", ") }, "."];
  return [paragraph([{ strong: "Sentences. " }, words, ...left])];
};
