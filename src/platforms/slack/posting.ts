import { randomUUID } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import { type LearnerId, type MessageId, messageId, type PlaceId, partsOf } from "../../identity.ts";
import type { Posting } from "../../posting.ts";
import type { Reply } from "../../reply/reply.ts";
import { createContinuations } from "./continuations.ts";
import { addPictures, type Sayable, sayFirst } from "./deliver.ts";
import { noPictures, type PictureFiles } from "./picture-files.ts";
import type { PicturesOf } from "./pictures.ts";
import { refusing } from "./refusal.ts";
import { renderReply, type SlackMessage } from "./render.ts";
import { oncePerKey, type Posted, postedAs, type Spot } from "./send.ts";
import { createStates, type State } from "./states.ts";
import { update } from "./ways.ts";
import { addressOf } from "./who-and-where.ts";

/** Slack takes chat.update about 50 times a minute and workspace, counted in milliseconds between two here. */
const pauseBetweenEdits = 1_300;

/** All messages of a workspace take turns. */
const workspace = "workspace";

/** Posts and edits as the bot of one workspace, whose client it is; `meanwhile` takes what nobody waits for. */
export const createPosting = (
  client: webApi.WebClient,
  codes: ChoiceCode,
  picturesOf: PicturesOf,
  meanwhile: (work: Promise<void>) => void,
): Posting => {
  const states = createStates(pauseBetweenEdits);
  const stateOf = ({ channel, ts }: Posted): State => states.begin(`${channel}/${ts}`, workspace);

  const say = async (spot: Spot, message: SlackMessage, key: string): Promise<Posted> => {
    const posted = await client.chat.postMessage({ ...postedAs(message, spot), ...oncePerKey(key) });
    return { channel: posted.channel!, ts: posted.ts! };
  };
  const change = (posted: Posted, message: SlackMessage) => update(client, posted, message);
  const continuations = createContinuations({
    say: (spot, message) => say(spot, message, randomUUID()),
    // Within the turn of the message that it continues.
    change,
    remove: async ({ channel, ts }) => {
      await client.chat.delete({ channel, ts });
    },
  });

  const sayable = (reply: Reply): Sayable => ({
    messages: (files) => renderReply(reply, codes, files),
    pictures: picturesOf(reply),
  });

  const post = async (to: PlaceId | LearnerId, reply: Reply, key: string) => {
    const spot = spotOf(to);
    const what = sayable(reply);
    const ids: MessageId[] = [];
    const changes = await sayFirst(what, {
      say: async (message) => {
        const posted = await say(spot, message, `${key}/${ids.length}`);
        ids.push(idOf(partsOf(to)[0]!, { ...posted, thread: spot.thread }));
        const state = stateOf(posted);
        return (other) => state.put(() => change(posted, other));
      },
    });
    meanwhile(addPictures(what, { follow: async () => undefined }, changes));
    return ids[what.messages(noPictures).findIndex(hasChoices)] ?? ids[0]!;
  };

  const edit = async (id: MessageId, reply: Reply) => {
    const posted = postedOf(id);
    const { messages, pictures } = sayable(reply);
    const state = stateOf(posted);
    const put = async (files: PictureFiles): Promise<void> => {
      const [first, ...more] = messages(files);
      await change(posted, first);
      await continuations.follow(posted, more);
    };
    await state.put(() => pictures.first(put));
    meanwhile(pictures.follow((files) => state.put(() => put(files))));
  };

  return {
    post: (to, reply, key = randomUUID()) => refusing(post(to, reply, key)),
    edit: (message, reply) => refusing(edit(message, reply)),
  };
};

const spotOf = (to: PlaceId | LearnerId): Spot => {
  const [, channel = "", thread] = partsOf(to);
  return { channel: addressOf(channel), ...(thread === undefined ? {} : { thread }) };
};

/** The thread is the last part, for what goes on below the message. */
const idOf = (team: string, { channel, ts, thread }: Posted): MessageId =>
  thread === undefined
    ? messageId("slack", team, channel, ts)
    : messageId("slack", team, channel, ts, thread);

const postedOf = (id: MessageId): Posted => {
  const [, channel = "", ts = "", thread] = partsOf(id);
  return { channel, ts, ...(thread === undefined ? {} : { thread }) };
};

const hasChoices = ({ blocks }: SlackMessage): boolean => blocks.some(({ type }) => type === "actions");
