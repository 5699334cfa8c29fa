import type { Preferences } from "../preferences.ts";
import { pictureWishes } from "../reply/picture.ts";
import type { Choice, OptionValue } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import { quizModes } from "../tutor/quiz.ts";
import { languageNames, modeNames, notationNames, type SettingsPart } from "./settings-table.ts";

/** A value that a button sets. */
interface Value {
  readonly option: string;
  readonly value: OptionValue;
  readonly label: string;
  readonly isSet: boolean;
}

const pictureLabels: Readonly<Record<NonNullable<Preferences["pictures"]>, string>> = {
  on: message("Pictures on"),
  off: message("Pictures off"),
  light: message("Light pictures"),
  dark: message("Dark pictures"),
};

const offeredDigits = [3, 4, 6, 10];
const offeredRounds = [5, 10, 20];
const offeredSeconds = [0, 15, 30, 60];

const values: Readonly<Record<Exclude<SettingsPart, "all">, (set: Preferences) => readonly Value[]>> = {
  pictures: ({ pictures }) =>
    pictureWishes.map((value) => ({
      option: "pictures",
      value,
      label: say(pictureLabels[value]),
      isSet: value === pictures,
    })),
  numbers: ({ notation, digits }) => [
    ...(["written", "fractions", "decimals"] as const).map((value) => ({
      option: "notation",
      value,
      label: capital(say(notationNames[value])),
      isSet: value === notation,
    })),
    ...offeredDigits.map((value) => ({
      option: "digits",
      value,
      label: say("{count} digits", { count: value }),
      isSet: value === digits,
    })),
  ],
  quiz: ({ quiz = {} }) => [
    ...offeredRounds.map((value) => ({
      option: "rounds",
      value,
      label: say("{count} questions", { count: value }),
      isSet: value === quiz.rounds,
    })),
    ...offeredSeconds.map((value) => ({
      option: "seconds",
      value,
      label: value === 0 ? say("No bell") : say("{count} seconds", { count: value }),
      isSet: value === quiz.seconds,
    })),
    ...quizModes.map((value) => ({
      option: "mode",
      value,
      label: capital(say(modeNames[value])),
      isSet: value === quiz.mode,
    })),
  ],
  language: ({ language }) =>
    (["auto", "en", "de", "es"] as const).map((value) => ({
      option: "language",
      value,
      label: capital(say(languageNames[value])),
      isSet: value === language,
    })),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One button for each value that is not set already, for the learner or for everyone here. */
export const settingChoices = (
  part: Exclude<SettingsPart, "all">,
  set: Preferences,
  whose: "me" | "here",
): readonly Choice[] => {
  const forWhom = whose === "here" ? { for: "here" } : {};
  const choice = (label: string, options: Choice["does"]["options"]): Choice => ({
    label: whose === "here" ? say("For all: {setting}", { setting: label }) : label,
    does: { command: "settings", options: { ...options, ...forWhom } },
    inPlace: true,
  });
  const offered = values[part](set);
  return [
    ...offered
      .filter(({ isSet }) => !isSet)
      .map(({ option, value, label }) => choice(label, { [option]: value })),
    ...(part === "quiz" ? [{ ...choice(say("Topic…"), {}), asks: "topic" }] : []),
    ...(offered.some(({ option }) => isSetIn(set, option))
      ? [choice(say("Back to the usual"), { reset: part })]
      : []),
  ];
};

const isSetIn = ({ quiz = {}, ...others }: Preferences, option: string): boolean =>
  (({ ...others, ...quiz }) as Readonly<Record<string, unknown>>)[option] !== undefined;

/** Buttons that lead to each part. */
export const partChoices = (): readonly Choice[] =>
  (["pictures", "numbers", "quiz", "language"] as const).map((part) => ({
    label: say(partNames[part]),
    does: { command: "settings", options: { show: part } },
    inPlace: true,
  }));

const partNames: Readonly<Record<Exclude<SettingsPart, "all">, string>> = {
  pictures: message("Pictures"),
  numbers: message("Numbers"),
  quiz: message("Quiz"),
  language: message("Language"),
};
