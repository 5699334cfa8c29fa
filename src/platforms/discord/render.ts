import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from "discord.js";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import type { Reply, Tone } from "../../reply/reply.ts";
import type { Drawings } from "../illustrate.ts";
import type { DiscordFile } from "./files.ts";
import { limits } from "./limits.ts";
import type { Piece } from "./piece.ts";
import { toPieces } from "./pieces.ts";

/** One Discord message: a card of texts and rows, and the files that it shows. */
export interface DiscordMessage {
  readonly components: readonly [APIContainerComponent];
  readonly files: readonly DiscordFile[];
}

export type DiscordMessages = readonly [DiscordMessage, ...DiscordMessage[]];

/** The edge of a card. It repeats what the title says in words. */
const edges: Readonly<Record<Tone, number>> = {
  plain: 0x3b6ea5,
  right: 0x2e8b57,
  wrong: 0xc77d0a,
  problem: 0xb3413b,
};

/**
 * A reply as the fewest messages that Discord takes, nothing of it lost. With more or fewer of its pictures it is the
 * same number of messages, each with the same words.
 */
export const renderReply = (
  reply: Reply,
  codes: ChoiceCode,
  drawings: Drawings = new Map(),
): DiscordMessages => {
  const groups = pack(toPieces(reply, codes, drawings));
  const [first = toMessage(reply.tone, []), ...rest] = groups.map((group) => toMessage(reply.tone, group));
  return [first, ...rest];
};

const toMessage = (tone: Tone, group: readonly Piece[]): DiscordMessage => ({
  components: [
    {
      type: ComponentType.Container,
      accent_color: edges[tone],
      components: shownBy(group),
    },
  ],
  files: group.flatMap(({ file }) => file ?? []),
});

const shownBy = (group: readonly Piece[]): APIComponentInContainer[] => {
  const shown = group.flatMap(({ shows }) => shows);
  const [instead = []] = group.flatMap((piece) => (piece.instead === undefined ? [] : [piece.instead]));
  return shown.length > 0 ? shown : [...instead];
};

/** Whether there is something on a message that a learner can press. */
export const carriesChoices = ({ components: [card] }: DiscordMessage): boolean =>
  card.components.some(({ type }) => type === ComponentType.ActionRow);

/** The container itself is one of the components. */
const pack = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const groups: Piece[][] = [];
  let [characters, components] = [Number.POSITIVE_INFINITY, 1];
  for (const piece of pieces) {
    characters += piece.characters;
    components += piece.components;
    if (
      characters > limits.textInMessage ||
      components > limits.componentsInMessage ||
      !hasRoom(groups.at(-1) ?? [], piece)
    ) {
      groups.push([]);
      characters = piece.characters;
      components = 1 + piece.components;
    }
    groups.at(-1)!.push(piece);
  }
  return groups;
};

/** Within one message, each file has a name of its own. */
const hasRoom = (group: readonly Piece[], { takes }: Piece): boolean => {
  if (takes === undefined) return true;
  const all = [...group.flatMap((piece) => piece.takes ?? []), takes];
  return (
    all.length <= limits.filesInMessage &&
    all.reduce((sum, { bytes }) => sum + bytes, 0) <= limits.bytesInMessage &&
    new Set(all.map(({ name }) => name)).size === all.length
  );
};
