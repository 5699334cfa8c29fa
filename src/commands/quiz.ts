import * as z from "zod";
import { ok } from "../base/result.ts";
import { showQuizSettings } from "../present/quiz-settings.ts";
import { message } from "../say.ts";
import { fewestRounds, longestSeconds, mostRounds, quizModes, shortestSeconds } from "../tutor/quiz.ts";
import { defineCommand } from "./command.ts";
import { setDaily } from "./quiz-daily.ts";
import { pauseQuiz, resumeQuiz, skipQuestion, stopQuiz } from "./quiz-moves.ts";
import { startQuiz, usualSettings } from "./quiz-start.ts";
import { quizTopicsLike } from "./topics-like.ts";
import { asWord } from "./weight.ts";

/** What it does, as Discord lists it. */
const actions = {
  start: {
    summary: message("Start a quiz in this channel"),
    takes: ["topic", "rounds", "seconds", "mode"],
  },
  stop: { summary: message("End the quiz and show the points"), takes: ["confirm"] },
  skip: { summary: message("Vote to see the solution now and go on"), takes: [] },
  pause: { summary: message("Stop the clock"), takes: [] },
  resume: { summary: message("Go on with a paused quiz"), takes: [] },
  settings: {
    summary: message("What quizzes here are set to, and change it"),
    takes: ["topic", "rounds", "seconds", "mode"],
  },
  daily: {
    summary: message("One question a day in this channel, at a time of your choosing"),
    takes: ["at", "zone", "topic"],
  },
} as const;

const actionNames = Object.keys(actions) as [keyof typeof actions];

export const quizOptions = z.object({
  action: z
    .enum(actionNames)
    .default("start" as never)
    .meta({ description: message("What to do"), actions }),
  topic: z
    .string()
    .max(100)
    .optional()
    .meta({ description: message("A topic, such as cosine similarity; left out, a bit of everything") }),
  rounds: z
    .int()
    .min(fewestRounds)
    .max(mostRounds)
    .optional()
    .meta({
      description: message("How many questions, {least} to {most}"),
      values: { least: fewestRounds, most: mostRounds },
    }),
  seconds: z
    .int()
    .min(0)
    .max(longestSeconds)
    .optional()
    .meta({
      description: message("Seconds a question, {least} to {most}; 0 for no bell"),
      values: { least: shortestSeconds, most: longestSeconds },
    }),
  mode: z
    .enum(quizModes)
    .optional()
    .meta({
      description: message("Together: the solution at the bell. Race: the first right answer wins more"),
    }),
  at: z
    .string()
    .max(20)
    .optional()
    .meta({
      description: message("The time of the daily question, such as 9:00, or off"),
      form: { title: message("A question a day"), label: message("At what time, such as 9:00") },
    }),
  zone: z
    .string()
    .max(60)
    .optional()
    .meta({ description: message("The time zone, such as Europe/Berlin") }),
  confirm: z
    .enum(["no", "yes"])
    .default("no")
    .meta({ description: message("Whether you are sure") }),
});

export const quiz = defineCommand({
  name: "quiz",
  summary: message("Quiz a channel: everyone answers for themselves, then the solution and the points"),
  audience: "everyone",
  options: quizOptions,
  examples: ["start", "start topic:cosine rounds:5 seconds:20", "daily at:9:00 zone:Europe/Berlin"],
  weight: ({ action, at }) => {
    const wanted = asWord(action);
    const ends = wanted === "stop" || wanted === "pause" || (wanted === "daily" && asWord(at) === "off");
    return ends ? "free" : undefined;
  },
  phrases: {
    en: ["start a quiz", "start the quiz", "quiz us"],
    de: ["quiz starten", "starte ein quiz", "ein quiz"],
    es: ["empieza un quiz", "un quiz"],
  },
  complete: { topic: quizTopicsLike },
  run: async (options, context) => {
    const { action } = options as { action: keyof typeof actions };
    switch (action) {
      case "start":
        return startQuiz(options, context);
      case "stop":
        return stopQuiz(context, options.confirm === "yes");
      case "skip":
        return skipQuestion(context);
      case "pause":
        return pauseQuiz(context);
      case "resume":
        return resumeQuiz(context);
      case "settings": {
        const settings = await usualSettings(options, context);
        return settings.ok ? ok(showQuizSettings(settings.value)) : settings;
      }
      case "daily":
        return setDaily(options, context);
    }
  },
});
