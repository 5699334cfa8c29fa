import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import type { Log } from "../../log.ts";
import type { Draw } from "../../reply/picture.ts";
import type { Block, Reply } from "../../reply/reply.ts";
import { illustrate } from "../illustrate.ts";
import { tellError } from "./bolt-log.ts";
import { noPictures, type PictureFiles, picturesOf } from "./picture-files.ts";
import { refusesContent } from "./refusal.ts";
import { suitedTheme } from "./suited-theme.ts";
import { createUploads } from "./uploads.ts";
import type { Origin } from "./who-and-where.ts";

/** The pictures of one reply: its words never wait for them, and stay when they fail. */
export interface Pictures {
  /** What the words do not use, so that no answer waits where pictures are too many for Slack. */
  readonly client: webApi.WebClient;
  /** Shows the reply with the pictures that Slack has; in words alone where it refuses them. */
  readonly first: <T>(show: (files: PictureFiles) => Promise<T>) => Promise<T>;
  /**
   * Has the other pictures drawn and uploaded, then shown together with the first; `fresh` are those alone. A file is
   * not ready as soon as it is uploaded, so showing is tried a few times. False from `show` means that something newer
   * stands there by now. Never throws.
   */
  readonly follow: (
    show: (
      files: PictureFiles,
      more: { readonly fresh: PictureFiles; readonly isLast: boolean },
    ) => Promise<boolean>,
  ) => Promise<void>;
}

export type PicturesOf = (reply: Reply) => Pictures;

/** The pictures in the workspace that something comes from. */
export type PicturesFor = (origin: Pick<Origin, "team" | "client">) => PicturesOf;

/** How long showing waits before each try, in milliseconds. */
const waits = [0, 500, 1_000, 2_000, 4_000];

export const createPictures = (client: webApi.WebClient, draw: Draw, log: Log): PicturesOf => {
  const uploads = createUploads(client);

  const bring = async (reply: Reply, found: PictureFiles): Promise<PictureFiles> => {
    const [first, ...rest] = picturesOf(reply).filter((block) => !found.has(block)) as Block[];
    if (first === undefined) return noPictures;
    const { ready, later } = await illustrate({ ...reply, blocks: [first, ...rest] }, draw, suitedTheme);
    const drawings = (await later) ?? ready;
    const files = await Promise.all(
      [...drawings].map(async ([block, drawn]) => {
        try {
          return [[block, await uploads.upload(block, drawn)] as const];
        } catch (error) {
          log.warn(tellError(error), "Slack: a picture could not be uploaded");
          return [];
        }
      }),
    );
    return inOrder(reply, new Map(files.flat()));
  };

  return (reply) => {
    let found = foundOf(reply, uploads.find);
    return {
      client,
      first: async (show) => {
        if (found.size > 0) {
          try {
            return await show(found);
          } catch (error) {
            if (!refusesContent(error)) throw error;
            uploads.forget(found);
            found = noPictures;
          }
        }
        return show(noPictures);
      },
      follow: async (show) => {
        const fresh = await bring(reply, found);
        if (fresh.size === 0) return;
        const files = inOrder(reply, new Map([...found, ...fresh]));
        try {
          const wasShown = await patiently((isLast) => show(files, { fresh, isLast }));
          if (wasShown) uploads.keep(fresh);
        } catch (error) {
          uploads.forget(fresh);
          log.warn(tellError(error), "Slack: a picture could not be shown");
        }
      },
    };
  };
};

const foundOf = (reply: Reply, find: ReturnType<typeof createUploads>["find"]): PictureFiles =>
  new Map(
    picturesOf(reply).flatMap((block) => {
      const file = find(block);
      return file === undefined ? [] : [[block, file] as const];
    }),
  );

const inOrder = (reply: Reply, files: PictureFiles): PictureFiles =>
  new Map(
    picturesOf(reply).flatMap((block) => {
      const file = files.get(block);
      return file === undefined ? [] : [[block, file] as const];
    }),
  );

const patiently = async (show: (isLast: boolean) => Promise<boolean>): Promise<boolean> => {
  for (const wait of waits.slice(0, -1)) {
    await sleep(wait, undefined, { ref: false });
    try {
      return await show(false);
    } catch (error) {
      if (!refusesContent(error)) throw error;
    }
  }
  await sleep(waits.at(-1), undefined, { ref: false });
  return show(true);
};
