import { type LearnerId, type MessageId, messageId, type PlaceId, partsOf } from "../../identity.ts";
import { type Posting, PostRefused } from "../../posting.ts";
import type { Reply } from "../../reply/reply.ts";
import { createLatestOnly } from "../latest-only.ts";
import { createEditions } from "./editions.ts";
import { nonceOf, type Outgoing } from "./outgoing.ts";
import { orInWords, type Pictured, type Picturing } from "./pictured.ts";
import { carriesChoices, type DiscordMessage } from "./render.ts";

/** Discord takes about five edits in five seconds in one channel, counted in milliseconds here. */
const pauseOfEdits = 1_200;

/** Of how many edited posts it is remembered which messages they are made of by now. */
const remembered = 1_000;

/** Posts and edits messages of the bot's own; a long reply is several messages, known by the id of one of them. */
export const createPosting = (outgoing: Outgoing, picture: Picturing): Posting => {
  const editions = createEditions();
  const edits = createLatestOnly(pauseOfEdits);
  const directs = new Map<string, Promise<string>>();
  const madeOf = new Map<MessageId, readonly string[]>();

  const directWith = (person: string): Promise<string> => {
    const known = directs.get(person);
    if (known !== undefined) return known;
    const channel = outgoing.direct(person);
    directs.set(person, channel);
    channel.catch(() => directs.delete(person));
    return channel;
  };

  const remember = (message: MessageId, ids: readonly string[]): void => {
    madeOf.delete(message);
    madeOf.set(message, ids);
    if (madeOf.size > remembered) madeOf.delete(madeOf.keys().next().value!);
  };

  /** Pictures that come late wait for their turn, as other edits do; a newer state takes that turn. */
  const illustrateLater = (
    message: MessageId,
    edition: number,
    { later }: Pictured,
    ids: readonly string[],
  ): void => {
    const [channel = ""] = partsOf(message);
    const bring = async (part: DiscordMessage, n: number): Promise<void> => {
      if (!(await outgoing.replace(channel, ids[n]!, part))) throw new PostRefused("gone");
    };
    later?.((part, n) =>
      editions.amend(message, edition, () => edits.run(message, () => bring(part, n), channel)),
    );
  };

  const removeAll = async (channel: string, ids: readonly string[]): Promise<void> => {
    for (const each of ids) await outgoing.remove(channel, each);
  };

  const replace = async (message: MessageId, reply: Reply, edition: number): Promise<void> => {
    const [channel = "", id = "", ...all] = partsOf(message);
    const pictured = await picture(reply);
    const before = madeOf.get(message) ?? (all.length > 0 ? all : [id]);
    const now: string[] = [];
    await orInWords(
      pictured,
      async (rendered) => {
        const kept = stillNeeded(before, id, rendered.length);
        for (const [n, part] of rendered.entries()) {
          const known = kept[n];
          const isThere = known !== undefined && (await outgoing.replace(channel, known, part));
          if (!isThere && known === id) throw new PostRefused("gone");
          now.push(isThere ? known : await outgoing.send(channel, part));
        }
      },
      () =>
        removeAll(
          channel,
          now.splice(0).filter((each) => !before.includes(each)),
        ),
    );
    await removeAll(
      channel,
      before.filter((each) => !now.includes(each)),
    );
    remember(message, now);
    illustrateLater(message, edition, pictured, now);
  };

  return {
    post: async (to, reply, key) => {
      const last = partsOf(to).at(-1)!;
      const channel = isLearner(to) ? await directWith(last) : last;
      const pictured = await picture(reply);
      const ids: string[] = [];
      const named = await orInWords(
        pictured,
        async (rendered, isInWords) => {
          for (const [n, part] of rendered.entries()) {
            const nonce = key === undefined ? undefined : nonceOf(channel, key, n, isInWords);
            ids.push(await outgoing.send(channel, part, nonce));
          }
          return ids[Math.max(0, rendered.findIndex(carriesChoices))]!;
        },
        () => removeAll(channel, ids.splice(0)),
      );
      // A long post says what it is made of, so that a process which did not post it can edit it, too.
      const message = messageId("discord", channel, named, ...(ids.length > 1 ? ids : []));
      illustrateLater(message, 0, pictured, ids);
      return message;
    },
    edit: (message, reply) => {
      const edition = editions.next(message);
      return edits.run(message, () => replace(message, reply, edition), partsOf(message)[0]);
    },
  };
};

const isLearner = (to: PlaceId | LearnerId): to is LearnerId => to.startsWith("discord:learner:");

/** Of the messages of a post those that its next state uses, in their order; the one that names it always is. */
const stillNeeded = (ids: readonly string[], naming: string, count: number): readonly string[] => {
  const first = Math.max(0, ids.indexOf(naming) + 1 - count);
  return ids.slice(first, first + count);
};
