import { parentPort } from "node:worker_threads";
import type { Language } from "../language.ts";
import type { Drawn, Picture, Theme } from "../reply/picture.ts";

/** What the thread is given to draw. */
export interface DrawingJob {
  readonly picture: Picture;
  readonly theme: Theme;
  /** Of the words in it. */
  readonly language: Language;
}

/** What the thread says of a job: when all that draws it is loaded, and what came of it. */
export type Said =
  | { readonly said: "begun" }
  | { readonly said: "drawn"; readonly drawn: Drawn }
  | { readonly said: "failed"; readonly because: string };

/**
 * Has this thread draw what it is given, one after the other. `load` brings what draws such a picture, as often as one is
 * asked for; the time that it takes is not the picture's.
 */
export const serve = (load: (job: DrawingJob) => Promise<() => Promise<Drawn>>): void => {
  const say = (said: Said): void => parentPort?.postMessage(said);
  parentPort?.on("message", async (job: DrawingJob) => {
    try {
      const draw = await load(job);
      say({ said: "begun" });
      say({ said: "drawn", drawn: await draw() });
    } catch (error) {
      say({ said: "failed", because: error instanceof Error ? error.message : String(error) });
    }
  });
};
