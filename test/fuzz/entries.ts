import { answers } from "./entries/answers.ts";
import { codes, options, words } from "./entries/commands.ts";
import { discord } from "./entries/discord.ts";
import { lessons } from "./entries/lessons.ts";
import { long } from "./entries/long.ts";
import { vectors } from "./entries/math.ts";
import { page } from "./entries/page.ts";
import { slack } from "./entries/slack.ts";
import { aboutWords } from "./entries/words.ts";
import type { Entry } from "./entry.ts";

/** Every way in. */
export const entries: readonly Entry[] = [
  vectors,
  options,
  codes,
  words,
  lessons,
  aboutWords,
  answers,
  long,
  discord,
  slack,
  page,
];
