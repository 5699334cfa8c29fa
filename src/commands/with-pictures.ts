import { type PlaceId, placesOutwards } from "../identity.ts";
import type { Log } from "../log.ts";
import type { PictureWish } from "../reply/picture.ts";
import { type Block, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";
import type { Store } from "../store/store.ts";
import type { Invocation } from "./command.ts";
import { readPlaceSettings } from "./place-settings.ts";

/** No answer waits longer for what is wished of its pictures, in milliseconds. */
const patience = 250;

/**
 * A reply with its pictures as the learner and the place want them: in which colours, or in words. An answer that
 * everybody sees has the place's colours, one for the asker alone the asker's.
 */
export const withPictures = async (
  reply: Reply,
  { learner, place }: Invocation,
  forAsker: boolean,
  { store, log }: { readonly store: Store; readonly log: Log },
): Promise<Reply> => {
  if (!reply.blocks.some(({ kind }) => kind === "picture")) return reply;
  const read = Promise.all([
    store.learners.settingsOf(learner).then(({ pictures }) => pictures),
    wishedIn(placesOutwards(place), store),
  ]);
  const [own, here] = await Promise.race([read, late()]).catch((error: unknown) => {
    log.warn({ err: error, place }, "what is wished of pictures is not known");
    return [undefined, undefined];
  });
  if (own === "off" || here === "off") return { ...reply, blocks: inWords(reply.blocks) };
  const theme = [...(forAsker ? [own] : []), here].find((wish) => wish === "light" || wish === "dark");
  return theme === undefined
    ? reply
    : {
        ...reply,
        blocks: reply.blocks.map((block) =>
          block.kind === "picture" ? { ...block, theme } : block,
        ) as unknown as Reply["blocks"],
      };
};

/** What is wished in the innermost place where something is. */
const wishedIn = async (
  [place, ...outwards]: readonly PlaceId[],
  store: Store,
): Promise<PictureWish | undefined> => {
  if (place === undefined) return undefined;
  const { pictures } = readPlaceSettings(await store.quizzes.placeSettings(place));
  return pictures ?? wishedIn(outwards, store);
};

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    const signal = AbortSignal.timeout(patience);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** What the words say already needs no picture; what they do not is told. */
const inWords = (blocks: Reply["blocks"]): Reply["blocks"] => {
  const [first, ...rest] = blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "picture") return [block];
    return block.alsoSaid === true ? [] : [paragraph(block.alt)];
  });
  return [first ?? paragraph(say("There is nothing but a picture here.")), ...rest];
};
