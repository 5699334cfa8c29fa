import type { Preferences } from "../preferences.ts";
import { pictureWishes } from "../reply/picture.ts";
import type { Choice, OptionValue } from "../reply/reply.ts";
import { quizModes } from "../tutor/quiz.ts";
import { languageNames, notationNames, type SettingsPart } from "./settings-table.ts";

/** A value that a button sets. */
interface Value {
  readonly option: string;
  readonly value: OptionValue;
  readonly label: string;
  readonly isSet: boolean;
}

const pictureLabels: Readonly<Record<NonNullable<Preferences["pictures"]>, string>> = {
  on: "Pictures on",
  off: "Pictures off",
  light: "Light pictures",
  dark: "Dark pictures",
};

const offeredDigits = [3, 4, 6, 10];
const offeredRounds = [5, 10, 20];
const offeredSeconds = [0, 15, 30, 60];

const values: Readonly<Record<Exclude<SettingsPart, "all">, (set: Preferences) => readonly Value[]>> = {
  pictures: ({ pictures }) =>
    pictureWishes.map((value) => ({
      option: "pictures",
      value,
      label: pictureLabels[value],
      isSet: value === pictures,
    })),
  numbers: ({ notation, digits }) => [
    ...(["written", "fractions", "decimals"] as const).map((value) => ({
      option: "notation",
      value,
      label: capital(notationNames[value]),
      isSet: value === notation,
    })),
    ...offeredDigits.map((value) => ({
      option: "digits",
      value,
      label: `${value} digits`,
      isSet: value === digits,
    })),
  ],
  quiz: ({ quiz = {} }) => [
    ...offeredRounds.map((value) => ({
      option: "rounds",
      value,
      label: `${value} questions`,
      isSet: value === quiz.rounds,
    })),
    ...offeredSeconds.map((value) => ({
      option: "seconds",
      value,
      label: value === 0 ? "No bell" : `${value} seconds`,
      isSet: value === quiz.seconds,
    })),
    ...quizModes.map((value) => ({
      option: "mode",
      value,
      label: capital(value),
      isSet: value === quiz.mode,
    })),
  ],
  language: ({ language }) =>
    (["auto", "en", "de", "es"] as const).map((value) => ({
      option: "language",
      value,
      label: capital(languageNames[value]),
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
  const before = whose === "here" ? "For all: " : "";
  const forWhom = whose === "here" ? { for: "here" } : {};
  const choice = (label: string, options: Choice["does"]["options"]): Choice => ({
    label: before + label,
    does: { command: "settings", options: { ...options, ...forWhom } },
    inPlace: true,
  });
  const offered = values[part](set);
  return [
    ...offered
      .filter(({ isSet }) => !isSet)
      .map(({ option, value, label }) => choice(label, { [option]: value })),
    ...(part === "quiz" ? [{ ...choice("Topic…", {}), asks: "topic" }] : []),
    ...(offered.some(({ option }) => isSetIn(set, option))
      ? [choice("Back to the usual", { reset: part })]
      : []),
  ];
};

const isSetIn = ({ quiz = {}, ...others }: Preferences, option: string): boolean =>
  (({ ...others, ...quiz }) as Readonly<Record<string, unknown>>)[option] !== undefined;

/** Buttons that lead to each part. */
export const partChoices: readonly Choice[] = (["pictures", "numbers", "quiz", "language"] as const).map(
  (part) => ({
    label: capital(part),
    does: { command: "settings", options: { show: part } },
    inPlace: true,
  }),
);
