import type { types } from "@slack/bolt";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import type { Reply } from "../../reply/reply.ts";
import { limits, textBudget } from "./limits.ts";
import { type Piece, toPieces } from "./pieces.ts";
import { escapeText } from "./text.ts";

/** One Slack message. Its text is complete: notifications, screen readers and old clients show it alone. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

export type SlackMessages = readonly [SlackMessage, ...SlackMessage[]];

/**
 * A reply as the fewest messages that Slack takes, nothing of it lost. Messages keep to the length that Slack advises,
 * unless there would be more of them than one response_url may send.
 */
export const renderReply = (reply: Reply, codes: ChoiceCode): SlackMessages => {
  const pieces = toPieces(reply, codes);
  const advised = pack(pieces, textBudget.advised);
  return advised.length <= limits.responses ? advised : pack(pieces, textBudget.most);
};

const pack = (pieces: readonly Piece[], budget: number): SlackMessages => {
  const groups: Piece[][] = [[]];
  let length = 0;
  for (const piece of pieces) {
    const more = escapeText(piece.text).length + 2;
    const group = groups.at(-1)!;
    if (group.length > 0 && (group.length === limits.blocksInMessage || length + more > budget)) {
      groups.push([piece]);
      length = more;
    } else {
      group.push(piece);
      length += more;
    }
  }
  const [first, ...rest] = groups.map(toMessage);
  return [first!, ...rest];
};

const toMessage = (pieces: readonly Piece[]): SlackMessage => {
  const text = pieces.map((piece) => piece.text).filter((part) => part.trim() !== "");
  return {
    text: escapeText(text.length > 0 ? text.join("\n\n") : "…"),
    blocks: pieces.map((piece) => piece.block),
  };
};
