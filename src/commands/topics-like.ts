import { say, sayInEach } from "../say.ts";
import { lessons } from "../tutor/lessons.ts";
import { proofs } from "../tutor/proofs.ts";
import { everything } from "../tutor/quiz.ts";
import { describeSkill, skills } from "../tutor/skill.ts";
import { lessonsNear } from "./answer-question.ts";
import type { Completion } from "./command.ts";

/** As many as a platform shows. */
const most = 25;

/** The lessons one of whose names begins with what is typed, or has it within; then those that a search finds. */
export const lessonsLike = (typed: string): readonly Completion[] => {
  const named = (fits: Fits) => lessons().filter((lesson) => namesOf(lesson).some(fits));
  const [begin, have] = fitting(typed);
  const found = new Set([...named(begin), ...named(have), ...lessonsNear(typed)]);
  return [...found].slice(0, most).map(({ title }) => byName(title));
};

/** The proofs that have what is typed in one of their names. */
export const proofsLike = (typed: string): readonly Completion[] =>
  proofs()
    .filter((proof) => namesOf(proof).some(fitting(typed)[1]))
    .map(({ title, name }) => ({ label: say(title), value: name }));

/** What can be practised, by what is typed of its names. */
export const skillsLike = (typed: string): readonly Completion[] =>
  titlesLike(
    skills.map((skill) => describeSkill[skill]),
    typed,
  );

/** The same for a quiz, which may be about a bit of everything. */
export const quizTopicsLike = (typed: string): readonly Completion[] =>
  titlesLike(
    [{ title: everything[0], aliases: everything }, ...skills.map((skill) => describeSkill[skill])],
    typed,
  );

interface Named {
  /** A message. */
  readonly title: string;
  readonly aliases?: readonly string[];
}

const titlesLike = (all: readonly Named[], typed: string): readonly Completion[] =>
  all.filter((named) => namesOf(named).some(fitting(typed)[1])).map(({ title }) => byName(title));

/** Whoever speaks one language finds a thing by its name in another, too. */
const namesOf = ({ title, aliases = [] }: Named): readonly string[] =>
  [title, ...aliases].flatMap(sayInEach).map((name) => name.toLowerCase());

type Fits = (name: string) => boolean;

const fitting = (typed: string): readonly [begins: Fits, has: Fits] => {
  const text = typed.trim().toLowerCase();
  return [(name) => name.startsWith(text), (name) => name.includes(text)];
};

const byName = (title: string): Completion => ({ label: say(title), value: say(title) });
