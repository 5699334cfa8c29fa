import { type Block, paragraph } from "../../reply/reply.ts";
import { sayParts } from "../../say.ts";
import type { Named } from "./named.ts";

/** What is lost where a sentence stands for the mean of its words. */
export const crude = (items: readonly Named[]): readonly Block[] => {
  const sentences = items.filter(({ isSentence }) => isSentence);
  if (sentences.length === 0) return [];
  const leftOut = sentences.flatMap((each) => each.leftOut);
  const words = sayParts(
    sentences.length === 1
      ? "<strong>Sentences. </strong>A sentence stands for the mean of the vectors of its words. That is crude: their order is lost, and means of many words lie close together, whatever they say."
      : "<strong>Sentences. </strong>Each sentence stands for the mean of the vectors of its words. That is crude: their order is lost, and means of many words lie close together, whatever they say.",
    {},
  );
  const left = sayParts("Left out, as I have no vector for them: {words}.", {
    words: { strong: leftOut.join(", ") },
  });
  return [paragraph(leftOut.length === 0 ? words : [...words, " ", ...left])];
};
