import type { Language } from "./language.ts";

/** What quizzes begin with where nothing is said; what is absent is not set. */
export interface QuizPreferences {
  readonly topic?: string | undefined;
  readonly rounds?: number | undefined;
  /** For each question; 0 for no bell. */
  readonly seconds?: number | undefined;
  readonly mode?: "together" | "race" | undefined;
}

/** What may be set for a learner as well as for a place; what is absent is not set. */
export interface Preferences {
  /** Whether pictures are wanted, and in which colours; "on" is in the usual ones. */
  readonly pictures?: "on" | "off" | "light" | "dark" | undefined;
  /** How exact numbers are written. */
  readonly notation?: "written" | "fractions" | "decimals" | undefined;
  /** Significant digits of rounded numbers. */
  readonly digits?: number | undefined;
  /** "auto" is the language of whoever asks, as the platform tells it. */
  readonly language?: "auto" | Language | undefined;
  readonly quiz?: QuizPreferences | undefined;
}
