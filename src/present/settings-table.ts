import type { Preferences } from "../preferences.ts";
import type { TableBlock } from "../reply/reply.ts";

export const settingsParts = ["all", "pictures", "numbers", "quiz", "language"] as const;

export type SettingsPart = (typeof settingsParts)[number];

/** What is set for the learner, and for the place and what is around it. */
export interface SetPreferences {
  readonly own: Preferences;
  readonly here: Preferences;
}

/** What can be set: where it belongs, and how its values are called; the first is the usual one. */
interface Setting {
  readonly part: Exclude<SettingsPart, "all">;
  readonly name: string;
  readonly of: (from: Preferences) => string | undefined;
  readonly usual: string;
}

export const pictureNames: Readonly<Record<NonNullable<Preferences["pictures"]>, string>> = {
  on: "on",
  off: "off, in words",
  light: "light",
  dark: "dark",
};

export const notationNames: Readonly<Record<NonNullable<Preferences["notation"]>, string>> = {
  written: "as typed",
  fractions: "fractions",
  decimals: "decimals",
};

export const languageNames: Readonly<Record<NonNullable<Preferences["language"]>, string>> = {
  auto: "your app’s",
  en: "English",
  de: "Deutsch",
  es: "Español",
};

const secondsName = (seconds: number): string => (seconds === 0 ? "no bell" : String(seconds));

const called = <T>(value: T | undefined, name: (value: T) => string): string | undefined =>
  value === undefined ? undefined : name(value);

const settings: readonly Setting[] = [
  {
    part: "pictures",
    name: "Pictures",
    of: ({ pictures }) => called(pictures, (wish) => pictureNames[wish]),
    usual: pictureNames.on,
  },
  {
    part: "numbers",
    name: "Notation",
    of: ({ notation }) => called(notation, (wish) => notationNames[wish]),
    usual: notationNames.written,
  },
  { part: "numbers", name: "Digits", of: ({ digits }) => called(digits, String), usual: "4" },
  {
    part: "quiz",
    name: "Quiz topic",
    of: ({ quiz }) => called(quiz?.topic, (topic) => (topic === "" ? "everything" : topic)),
    usual: "everything",
  },
  { part: "quiz", name: "Questions", of: ({ quiz }) => called(quiz?.rounds, String), usual: "10" },
  { part: "quiz", name: "Seconds", of: ({ quiz }) => called(quiz?.seconds, secondsName), usual: "30" },
  { part: "quiz", name: "Quiz mode", of: ({ quiz }) => quiz?.mode, usual: "together" },
  {
    part: "language",
    name: "Language",
    of: ({ language }) => called(language, (wish) => languageNames[wish]),
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
    return value === undefined ? `${usual} (usual)` : `${value} (here)`;
  };
  const ofLearner = (setting: Setting): string => {
    const value = setting.of(own);
    return value === undefined ? ofPlace(setting) : `${value} (yours)`;
  };
  return {
    kind: "table",
    caption: "Each with where it comes from",
    header: ["", ...(isAlone ? ["set to"] : ["only you see", "all here see"])],
    rows: rows.map((setting) => [setting.name, ofLearner(setting), ...(isAlone ? [] : [ofPlace(setting)])]),
  };
};
