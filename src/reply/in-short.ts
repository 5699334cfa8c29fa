import { atLeastOne } from "../base/at-least.ts";
import { say } from "../say.ts";
import { heightOf, heightOfReply, linesOf } from "./phone.ts";
import { textToPlain } from "./plain-text.ts";
import {
  type Block,
  type Call,
  type Choice,
  type ChoicesBlock,
  choices,
  paragraph,
  type Reply,
} from "./reply.ts";

/**
 * Where others read along, an answer may fill a phone's screen, and one that has a brief form half of it. A longer one
 * is cut to that half, so that what the others wrote stays in view; in lines of a phone.
 */
const [screen, half] = [24, 15] as const;

/** The most buttons in one row. */
const mostButtons = 5;

/** More choices than this make more than one menu. */
const mostInMenu = 25;

/** An answer as everyone sees it: its result once, and a button for the rest of a long one, which does the call again. */
export const inShort = (reply: Reply, call: Call): Reply => {
  const { name, brief, blocks } = reply;
  const saysResult = blocks.some(({ kind }) => kind === "working");
  const titled: Reply = name === undefined || !saysResult ? reply : { ...reply, title: name };
  if (heightOfReply(titled) <= (brief === undefined ? screen : half)) return titled;
  const kept = fitted(
    (brief ?? blocks).filter(({ kind }) => kind !== "choices"),
    half - linesOf(titled.title ?? ""),
  );
  return { ...titled, blocks: atLeastOne([...kept, ...choicesOf(blocks, call)]) };
};

/** The first blocks that have room; of the very first, as much as has room. */
const fitted = (blocks: readonly Block[], room: number): readonly Block[] => {
  const kept: Block[] = [];
  for (const block of blocks) {
    if (heightOfReply({ blocks: atLeastOne([...kept, block]) }) <= room) kept.push(block);
    else return kept.length > 0 ? kept : beginningOf(block, room);
  }
  return kept;
};

/** As many sentences of a paragraph or rows of a table as have room. */
const beginningOf = (block: Block, room: number): readonly Block[] => {
  if (block.kind === "table") {
    const most = block.rows.findLastIndex(
      (_, i) => heightOf({ ...block, rows: block.rows.slice(0, i + 1) }) <= room,
    );
    return most < 0 ? [] : [{ ...block, rows: block.rows.slice(0, most + 1) }];
  }
  if (block.kind !== "paragraph") return [];
  const sentences = textToPlain(block.text).split(/(?<=[.!?:]\s|\n)/);
  const most = sentences.findLastIndex(
    (_, i) =>
      linesOf(
        sentences
          .slice(0, i + 1)
          .join("")
          .trim(),
      ) <= room,
  );
  return most < 0
    ? []
    : [
        paragraph(
          `${sentences
            .slice(0, most + 1)
            .join("")
            .trim()} …`,
        ),
      ];
};

/** What may be done next, and before that to see the whole. */
const choicesOf = (blocks: readonly Block[], call: Call): readonly ChoicesBlock[] => {
  const all: Choice = { label: say("All of it"), does: call };
  const first = blocks.find((block) => block.kind === "choices");
  if (first === undefined || first.choices.length > mostInMenu) return [choices(say("What next?"), [all])];
  return first.choices.length > mostButtons
    ? [choices(say("What next?"), [all]), first]
    : [choices(first.prompt, [all, ...first.choices.slice(0, mostButtons - 1)])];
};
