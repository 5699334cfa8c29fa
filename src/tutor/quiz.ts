import * as z from "zod";
import { languages } from "../language.ts";
import { createRandom } from "../random.ts";
import { message, sayInEach } from "../say.ts";
import { kindsFor } from "./kinds.ts";
import { type Level, levels } from "./question.ts";
import { describeSkill, type Skill, skills } from "./skill.ts";

/** "together": the solution comes at the bell. "race": each is told at once, and the first right answer wins more. */
export const quizModes = ["together", "race"] as const;

export type QuizMode = (typeof quizModes)[number];

export const [fewestRounds, mostRounds, usualRounds] = [5, 50, 10];
export const [shortestSeconds, longestSeconds, usualSeconds] = [10, 120, 30];

const settingsShape = z.object({
  skills: z.array(z.enum(skills)).min(1),
  rounds: z.int().min(fewestRounds).max(mostRounds),
  /** Absent: no bell rings. */
  seconds: z.int().min(shortestSeconds).max(longestSeconds).optional(),
  mode: z.enum(quizModes),
  seed: z.int(),
  /** A question closes as soon as it is answered, as nobody else is there. */
  alone: z.boolean(),
  /** In which all that is posted is said. */
  language: z.enum(languages).optional(),
});

export type QuizSettings = z.output<typeof settingsShape>;

/** The settings of a quiz as they were kept. */
export const readQuizSettings = (kept: unknown): QuizSettings => settingsShape.parse(kept);

/** What a question is made from. */
export interface QuestionSeed {
  readonly kind: string;
  readonly seed: number;
  readonly level: Level;
}

/** The question of that number, at a level. Skills take turns, so that the same does not come twice in a row. */
export const questionOf = (settings: QuizSettings, number: number, level: Level): QuestionSeed => {
  const round = Math.floor((number - 1) / settings.skills.length);
  const order = createRandom(settings.seed + round).shuffle(settings.skills);
  const skill: Skill = order[(number - 1) % order.length]!;
  const random = createRandom(settings.seed + 1_000 + number);
  return { kind: random.pick(kindsFor(skill)).name, seed: random.whole(0, 0x7fffffff), level };
};

export const firstLevel: Level = 2;

/** The class should be right in four of five cases: the next question is harder above nine, easier below six tenths. */
export const levelAfter = (level: Level, right: number, answered: number): Level => {
  if (answered === 0) return level;
  const share = right / answered;
  const next = share > 0.9 ? level + 1 : share < 0.6 ? level - 1 : level;
  return Math.min(levels.length, Math.max(1, next)) as Level;
};

const [usualPoints, firstPoints, roundingPoints] = [4, 6, 2];

/** Points for an answer that is right, or right but for the rounding: each hint costs one, down to one. */
export const pointsFor = (
  mode: QuizMode,
  { outcome, hints, first }: { outcome: "right" | "rounding" | "wrong"; hints: number; first: boolean },
): number => {
  if (outcome === "wrong") return 0;
  const most = outcome === "rounding" ? roundingPoints : mode === "race" && first ? firstPoints : usualPoints;
  return Math.max(1, most - hints);
};

/** How many must want to skip: half of those who take part, but two at least where there are two. */
export const votesToSkip = (participants: number): number =>
  participants < 2 ? 1 : Math.max(2, Math.ceil(participants / 2));

/** So many answers are enough to skip at once, where so many take part. */
const enoughAnswers = 2;

/**
 * The moment from which a question may be skipped: at once where one is alone or some have answered, or else after a third
 * of its time, so that nobody ends it before the others have read it.
 */
export const skipsFrom = (
  { alone, seconds = usualSeconds }: Pick<QuizSettings, "alone" | "seconds">,
  openedAt: Date,
  { answered, participants }: { readonly answered: number; readonly participants: number },
): Date =>
  alone || answered >= Math.min(enoughAnswers, participants)
    ? openedAt
    : new Date(openedAt.getTime() + (seconds * 1_000) / 3);

/** How long a solution stands before the next question comes, in milliseconds. */
const pauses = { together: 8_000, alone: 2_000 } as const;

/** The latest question of a quiz, as far as moving on depends on it. */
export interface QuizPosition {
  readonly id: number;
  readonly number: number;
  readonly isPosted: boolean;
  readonly closesAt?: Date;
  readonly closedAt?: Date;
  readonly toldAt?: Date;
}

/** What comes next in a quiz. */
export type Move =
  | { readonly kind: "open"; readonly number: number }
  | { readonly kind: "post"; readonly question: number }
  | { readonly kind: "close"; readonly question: number }
  | { readonly kind: "tell"; readonly question: number }
  | { readonly kind: "end" }
  /** Nothing before that moment; absent, nothing until someone does something. */
  | { readonly kind: "wait"; readonly until?: Date };

/** What a running quiz asks for at a moment: it follows from what is kept, so a process may end at any point. */
export const nextMove = (
  { rounds, alone }: Pick<QuizSettings, "rounds" | "alone">,
  latest: QuizPosition | undefined,
  now: Date,
): Move => {
  if (latest === undefined) return { kind: "open", number: 1 };
  const { id: question, number, isPosted, closesAt, closedAt, toldAt } = latest;
  if (closedAt === undefined) {
    if (!isPosted) return { kind: "post", question };
    if (closesAt === undefined) return { kind: "wait" };
    return closesAt <= now ? { kind: "close", question } : { kind: "wait", until: closesAt };
  }
  if (toldAt === undefined) return { kind: "tell", question };
  const next = new Date(toldAt.getTime() + (alone ? pauses.alone : pauses.together));
  if (number >= rounds) return { kind: "end" };
  return next <= now ? { kind: "open", number: number + 1 } : { kind: "wait", until: next };
};

/**
 * The skills that a topic stands for, or several with commas between: a skill by name, title or alias, in any of our
 * languages; all of them for no topic in particular.
 */
export const skillsCalled = (topic: string): readonly Skill[] => {
  const wanted = topic.split(",").map(flat);
  if (wanted.every((each) => each === "" || everything.some((known) => inEach(known).includes(each))))
    return skills;
  return [...new Set(wanted.flatMap(calledSo))];
};

/** Messages: what a quiz on all skills is about. */
export const everything = [message("everything"), message("mixed")] as const;

const inEach = (text: string): readonly string[] => sayInEach(text).map(flat);

/** Small words between others do not tell topics apart: “similitud coseno” is “similitud del coseno”. */
const flat = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .replace(/ (?:(?:of|the|an?|der|des|ein(?:er|es)?|del?|las?|los|el|una?) )+/g, " ");

const calledSo = (wanted: string): readonly Skill[] => {
  if (wanted === "") return [];
  const titled = (fits: (known: string) => boolean) =>
    skills.filter((skill) => {
      const { title, aliases = [] } = describeSkill[skill];
      return [flat(skill), ...[title, ...aliases].flatMap(inEach)].some(fits);
    });
  const exact = titled((known) => known === wanted);
  return exact.length > 0 ? exact : titled((known) => ` ${known} `.includes(` ${wanted} `));
};
