import type { Preferences } from "../preferences.ts";
import type { TableBlock } from "../reply/reply.ts";
import { message, say } from "../say.ts";
import type { QuizMode } from "../tutor/quiz.ts";

export const settingsParts = ["all", "pictures", "numbers", "quiz", "language"] as const;

export type SettingsPart = (typeof settingsParts)[number];

/** What is set for the learner, and for the place and what is around it. */
export interface SetPreferences {
  readonly own: Preferences;
  readonly here: Preferences;
}

/** What can be set: where it belongs, and how its values are called. Names and what is usual are messages. */
interface Setting {
  readonly part: Exclude<SettingsPart, "all">;
  readonly name: string;
  readonly of: (from: Preferences) => string | undefined;
  readonly usual: string;
}

export const pictureNames: Readonly<Record<NonNullable<Preferences["pictures"]>, string>> = {
  on: message("on"),
  off: message("off, in words"),
  light: message("light"),
  dark: message("dark"),
};

export const notationNames: Readonly<Record<NonNullable<Preferences["notation"]>, string>> = {
  written: message("as typed"),
  fractions: message("fractions"),
  decimals: message("decimals"),
};

export const languageNames: Readonly<Record<NonNullable<Preferences["language"]>, string>> = {
  auto: message("your app’s"),
  en: "English",
  de: "Deutsch",
  es: "Español",
};

export const modeNames: Readonly<Record<QuizMode, string>> = {
  together: message("together"),
  race: message("race"),
};

const secondsName = (seconds: number): string => (seconds === 0 ? say("no bell") : String(seconds));

const called = <T>(value: T | undefined, name: (value: T) => string): string | undefined =>
  value === undefined ? undefined : name(value);

const settings: readonly Setting[] = [
  {
    part: "pictures",
    name: message("Pictures"),
    of: ({ pictures }) => called(pictures, (wish) => say(pictureNames[wish])),
    usual: pictureNames.on,
  },
  {
    part: "numbers",
    name: message("Notation"),
    of: ({ notation }) => called(notation, (wish) => say(notationNames[wish])),
    usual: notationNames.written,
  },
  { part: "numbers", name: message("Digits"), of: ({ digits }) => called(digits, String), usual: "4" },
  {
    part: "quiz",
    name: message("Quiz topic"),
    of: ({ quiz }) => called(quiz?.topic, (topic) => (topic === "" ? say("everything") : topic)),
    usual: message("everything"),
  },
  { part: "quiz", name: message("Questions"), of: ({ quiz }) => called(quiz?.rounds, String), usual: "10" },
  {
    part: "quiz",
    name: message("Seconds"),
    of: ({ quiz }) => called(quiz?.seconds, secondsName),
    usual: "30",
  },
  {
    part: "quiz",
    name: message("Quiz mode"),
    of: ({ quiz }) => called(quiz?.mode, (mode) => say(modeNames[mode])),
    usual: modeNames.together,
  },
  {
    part: "language",
    name: message("Language"),
    of: ({ language }) => called(language, (wish) => say(languageNames[wish])),
    usual: languageNames.auto,
  },
];

/** What holds for what only the learner sees and for what everyone here sees, and where each comes from. */
export const settingsTable = (
  { own, here }: SetPreferences,
  part: SettingsPart,
  isAlone: boolean,
): TableBlock => {
  const rows = settings.filter((setting) => part === "all" || setting.part === part);
  const ofPlace = ({ of, usual }: Setting): string => {
    const value = of(here);
    return value === undefined
      ? say("{value} (usual)", { value: say(usual) })
      : say("{value} (here)", { value });
  };
  const ofLearner = (setting: Setting): string => {
    const value = setting.of(own);
    return value === undefined ? ofPlace(setting) : say("{value} (yours)", { value });
  };
  return {
    kind: "table",
    caption: say("Each with where it comes from"),
    header: ["", ...(isAlone ? [say("set to")] : [say("only you see"), say("all here see")])],
    rows: rows.map((setting) => [
      say(setting.name),
      ofLearner(setting),
      ...(isAlone ? [] : [ofPlace(setting)]),
    ]),
  };
};
