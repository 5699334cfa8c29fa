import * as z from "zod";
import { pictureWishes } from "../reply/picture.ts";
import { quizModes } from "../tutor/quiz.ts";
import type { Context } from "./command.ts";

/** What is set for a place. */
const shape = z.object({
  quiz: z
    .object({
      topic: z.string().optional(),
      rounds: z.number().optional(),
      seconds: z.number().optional(),
      mode: z.enum(quizModes).optional(),
    })
    .default({}),
  daily: z.object({ minutes: z.number(), zone: z.string(), topic: z.string().optional() }).optional(),
  pictures: z.enum(pictureWishes).optional(),
});

export type PlaceSettings = z.output<typeof shape>;

/** What is kept for a place, read. */
export const readPlaceSettings = (kept: unknown): PlaceSettings => shape.parse(kept);

export const placeSettings = async ({ store, invocation }: Context): Promise<PlaceSettings> =>
  readPlaceSettings(await store.quizzes.placeSettings(invocation.place));

/** Whoever may manage the place; where one is alone, one may. */
export const mayManage = async ({ invocation }: Context): Promise<boolean> =>
  invocation.isAlone === true ||
  ((await invocation.mayManage?.()) ?? false) ||
  ((await invocation.isAdministrator?.()) ?? false);
