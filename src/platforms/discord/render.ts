import { type APIContainerComponent, ComponentType } from "discord.js";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import type { Reply, Tone } from "../../reply/reply.ts";
import { limits } from "./limits.ts";
import { type Piece, toPieces } from "./pieces.ts";

/** One Discord message: a card of texts and rows. */
export type DiscordMessage = readonly [APIContainerComponent];

export type DiscordMessages = readonly [DiscordMessage, ...DiscordMessage[]];

/** The edge of a card. It repeats what the title says in words. */
const edges: Readonly<Record<Tone, number>> = {
  plain: 0x3b6ea5,
  right: 0x2e8b57,
  wrong: 0xc77d0a,
  problem: 0xb3413b,
};

/** A reply as the fewest messages that Discord takes, nothing of it lost. */
export const renderReply = (reply: Reply, codes: ChoiceCode): DiscordMessages => {
  const [first = [], ...rest] = pack(toPieces(reply, codes)).map(
    (group): DiscordMessage => [
      {
        type: ComponentType.Container,
        accent_color: edges[reply.tone],
        components: group.map(({ component }) => component),
      },
    ],
  );
  return [first as DiscordMessage, ...rest];
};

/** The container itself is one of the components. */
const pack = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const groups: Piece[][] = [];
  let [characters, components] = [Number.POSITIVE_INFINITY, 1];
  for (const piece of pieces) {
    characters += piece.characters;
    components += piece.components;
    if (characters > limits.textInMessage || components > limits.componentsInMessage) {
      groups.push([]);
      characters = piece.characters;
      components = 1 + piece.components;
    }
    groups.at(-1)!.push(piece);
  }
  return groups;
};
