import type { RespondFn } from "@slack/bolt";
import { noPictures, type PictureFiles, picturesApart } from "./picture-files.ts";
import type { Pictures } from "./pictures.ts";
import type { SlackMessage, SlackMessages } from "./render.ts";
import type { Reaching } from "./send.ts";
import type { Shown } from "./show.ts";
import { byPosts, byResponses, type Change, type Way } from "./ways.ts";

/** What is to be said: as many messages with pictures as without. */
export interface Sayable {
  readonly messages: (files: PictureFiles) => SlackMessages;
  readonly pictures: Pictures;
}

/** Answers through a response_url. */
export const respondWith = (respond: RespondFn, shown: Shown, reaching: Reaching): Promise<void> =>
  deliver(shown, byResponses(respond, shown.privately, reaching, shown.pictures.client));

/** Answers with messages of the bot's own. */
export const postWith = (shown: Shown, reaching: Reaching): Promise<void> =>
  deliver(shown, byPosts(shown.privately, reaching, shown.pictures.client));

/** Says an answer, then adds the pictures that come later; only the words can fail. */
export const deliver = async (what: Sayable, way: Way): Promise<void> => {
  const changes = await sayFirst(what, way);
  await addPictures(what, way, changes);
};

type Changes = readonly (Change | undefined)[];

/** Says the words, with the pictures that Slack has. */
export const sayFirst = async (
  { messages, pictures }: Sayable,
  { say }: Pick<Way, "say">,
): Promise<Changes> => {
  let [files, rendered] = [noPictures, messages(noPictures)];
  const changes: (Change | undefined)[] = [];
  for (const i of rendered.keys())
    changes.push(
      await pictures.first((those) => {
        if (those !== files) [files, rendered] = [those, messages(those)];
        return say(rendered[i]!);
      }),
    );
  return changes;
};

/** Puts the pictures into what was said, where all of it can be changed; below it where not. */
export const addPictures = async (
  { messages, pictures }: Sayable,
  { follow }: Pick<Way, "follow">,
  changes: Changes,
): Promise<void> => {
  await pictures.follow(async (files, { fresh, isLast }) => {
    if (changes.some((change) => change === undefined)) {
      await follow(picturesApart(fresh), isLast);
      return true;
    }
    const before = messages(noPictures);
    for (const [i, message] of messages(files).entries())
      if (!isSame(message, before[i]!) && !(await changes[i]!(message))) return false;
    return true;
  });
};

const isSame = (one: SlackMessage, other: SlackMessage): boolean =>
  JSON.stringify(one.blocks) === JSON.stringify(other.blocks);
