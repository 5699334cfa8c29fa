import type { types } from "@slack/bolt";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import type { Reply } from "../../reply/reply.ts";
import { limits, textBudget } from "./limits.ts";
import { mostPictures, noPictures, type PictureFiles } from "./picture-files.ts";
import { blocksOf, type Piece, toPieces } from "./pieces.ts";
import { escapeText } from "./text.ts";

/** One Slack message. Its text is complete: notifications, screen readers and old clients show it alone. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

export type SlackMessages = readonly [SlackMessage, ...SlackMessage[]];

/**
 * A reply as the fewest messages that Slack takes, nothing of it lost. Messages keep to the length that Slack advises,
 * unless there would be more of them than one response_url may send. With or without pictures they are as many, and
 * each has the same text.
 */
export const renderReply = (
  reply: Reply,
  codes: ChoiceCode,
  files: PictureFiles = noPictures,
): SlackMessages => {
  const pieces = toPieces(reply, codes, files);
  const advised = pack(pieces, textBudget.advised);
  return advised.length <= limits.responses ? advised : pack(pieces, textBudget.most);
};

const pack = (pieces: readonly Piece[], budget: number): SlackMessages => {
  const groups: Piece[][] = [[]];
  // Any of the messages may get all the pictures that are to stand beside words.
  const beside = pieces.filter(({ isBeside }) => isBeside).length;
  const room = limits.blocksInMessage - Math.min(beside, mostPictures);
  let count = 0;
  let length = 0;
  for (const piece of pieces) {
    if (piece.isBeside) {
      groups.at(-1)!.push(piece);
      continue;
    }
    const more = escapeText(piece.text).length + 2;
    if (count > 0 && (count === room || length + more > budget)) {
      groups.push([]);
      count = 0;
      length = 0;
    }
    groups.at(-1)!.push(piece);
    count += 1;
    length += more;
  }
  const [first, ...rest] = groups.map(toMessage);
  return [first!, ...rest];
};

const toMessage = (pieces: readonly Piece[]): SlackMessage => {
  const text = pieces.map((piece) => piece.text).filter((part) => part.trim() !== "");
  return {
    text: escapeText(text.length > 0 ? text.join("\n\n") : "…"),
    blocks: blocksOf(pieces),
  };
};
