import * as z from "zod";
import { ok } from "../base/result.ts";
import { speak } from "../language.ts";
import { showSettings } from "../present/settings.ts";
import { type SettingsPart, settingsParts } from "../present/settings-table.ts";
import { pictureWishes } from "../reply/picture.ts";
import { message } from "../say.ts";
import { fewestRounds, longestSeconds, mostRounds, quizModes, shortestSeconds } from "../tutor/quiz.ts";
import { defineCommand } from "./command.ts";
import { type Change, changeSettings, mayManage } from "./place-settings.ts";
import { fewestDigits, languageWishes, mostDigits, notations } from "./preferences.ts";
import { given, problemWith } from "./quiz-start.ts";
import { quizTopicsLike } from "./topics-like.ts";
import { languageFor, localeOf, readWishes } from "./wishes.ts";

const options = z.object({
  show: z
    .enum(settingsParts)
    .default("all")
    .meta({ description: message("Which settings to show") }),
  pictures: z
    .enum(pictureWishes)
    .optional()
    .meta({ description: message("On or off, or on in these colours") }),
  notation: z
    .enum(notations)
    .optional()
    .meta({
      description: message("Exact numbers as they are typed, as fractions, or as decimals where these end"),
    }),
  digits: z
    .int()
    .min(fewestDigits)
    .max(mostDigits)
    .optional()
    .meta({ description: message("Significant digits of rounded numbers, 1 to 15") }),
  language: z
    .enum(languageWishes)
    .optional()
    .meta({ description: message("English, German or Spanish; auto is that of your app") }),
  topic: z
    .string()
    .max(100)
    .optional()
    .meta({
      description: message("What a quiz is about where nothing is said, such as cosine similarity"),
      form: { title: message("Topic of a quiz"), label: message("A topic, or everything") },
    }),
  rounds: z
    .int()
    .min(fewestRounds)
    .max(mostRounds)
    .optional()
    .meta({
      description: message("How many questions a quiz has, {least} to {most}"),
      values: { least: fewestRounds, most: mostRounds },
    }),
  seconds: z
    .int()
    .min(0)
    .max(longestSeconds)
    .optional()
    .meta({
      description: message("Seconds for a question of a quiz, {least} to {most}; 0 for no bell"),
      values: { least: shortestSeconds, most: longestSeconds },
    }),
  mode: z
    .enum(quizModes)
    .optional()
    .meta({ description: message("How a quiz goes: together, or as a race") }),
  reset: z
    .enum(settingsParts)
    .optional()
    .meta({ description: message("Back to the usual: all, or one part") }),
  for: z
    .enum(["me", "here"])
    .default("me")
    .meta({ description: message("For you alone, or for everyone here") }),
});

/** What is not set any more when a part goes back to the usual. */
const resets: Readonly<Record<SettingsPart, Change>> = {
  all: { pictures: undefined, notation: undefined, digits: undefined, language: undefined, quiz: undefined },
  pictures: { pictures: undefined },
  numbers: { notation: undefined, digits: undefined },
  quiz: { quiz: undefined },
  language: { language: undefined },
};

export const settings = defineCommand({
  name: "settings",
  summary: message("What is set for you and for this place: pictures, numbers, quiz, language"),
  audience: "asker",
  options,
  examples: ["digits:6", "pictures off", "notation:decimals for:here", "quiz rounds:5 seconds:20", ""],
  phrases: {
    en: ["settings", "my settings"],
    de: ["einstellungen", "meine einstellungen"],
    es: ["ajustes", "mis ajustes", "configuración"],
  },
  complete: { topic: quizTopicsLike },
  run: async (wanted, context) => {
    const { store, invocation } = context;
    const change = changeIn(wanted);
    const isChanged = Object.keys(change).length > 0;
    const isAlone = invocation.isAlone === true;
    if (isChanged) {
      const problem = change.quiz === undefined ? undefined : problemWith(change.quiz, context);
      if (problem !== undefined) return { ok: false, problem };
      const changed = await changeSettings(
        change,
        wanted.for,
        message("What is set for everyone here is for those who manage the channel."),
        context,
      );
      if (!changed.ok) return changed;
    }
    const part = wanted.show === "all" ? partOf(change) : wanted.show;
    const wishes = await readWishes(invocation, store);
    // A language that has just been set is spoken at once.
    speak(languageFor(wishes, true, await localeOf(invocation)));
    return ok(
      showSettings({
        ...wishes,
        part,
        isAlone,
        mayManage: part !== "all" && !isAlone && (await mayManage(context)),
        ...(isChanged ? { changed: isAlone ? "me" : wanted.for } : {}),
      }),
    );
  },
});

type Options = z.output<typeof options>;

const changeIn = ({ pictures, notation, digits, language, reset, ...others }: Options): Change => {
  const quiz = given(others);
  const named = { pictures, notation, digits, language };
  return {
    ...(reset === undefined ? {} : resets[reset]),
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
    ...(Object.keys(quiz).length === 0 ? {} : { quiz }),
  };
};

/** The part in which something changes; all of them where it is more than one. */
const partOf = (change: Change): SettingsPart => {
  const names = Object.keys(change);
  return (
    settingsParts.find(
      (part) => part !== "all" && names.length > 0 && names.every((name) => name in resets[part]),
    ) ?? "all"
  );
};
