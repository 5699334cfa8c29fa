import { createRandom, type Random } from "../../src/random.ts";
import { labelOf } from "../../src/tutor/answer.ts";
import { kinds, questionFrom, questionThatTells } from "../../src/tutor/kinds.ts";
import { type Mark, markOption, markTyped } from "../../src/tutor/mark.ts";
import { levels, type Question } from "../../src/tutor/question.ts";
import { habits } from "../../src/tutor/skill-record.ts";

const anyQuestion = (random: Random): Question =>
  questionFrom({
    kind: random.pick(kinds).name,
    level: random.pick(levels),
    seed: random.whole(0, 0x7fffffff),
  })!;

const again = (question: Question, random: Random): Question =>
  questionFrom({ ...question, seed: random.whole(0, 0x7fffffff) })!;

/** What a learner does with a question: a mark, or undefined where they cannot answer in that way. */
type Answering = (question: Question, random: Random) => Mark | undefined;

/** By a misconception, among options. */
const choosesBy =
  (slip: string): Answering =>
  (question) => {
    const at = question.options.findIndex(({ slips }) => slips.includes(slip));
    return at < 0 ? undefined : markOption(question, at + 1);
  };

/** By a misconception, typed. */
const typesBy =
  (slip: string): Answering =>
  (question) => {
    const posed = question.slips.find(({ name }) => name === slip);
    if (posed === undefined || question.chosenOnly || posed.leadsTo.kind !== question.right.kind)
      return undefined;
    const mark = markTyped(question, labelOf(posed.leadsTo, question.rounding));
    return mark.ok ? mark.value : undefined;
  };

/** Any wrong option. */
const choosesAtRandom: Answering = (question, random) =>
  markOption(question, random.pick(question.options.flatMap(({ right }, i) => (right ? [] : [i + 1]))));

/** A number near the right one: up to 10 beside it, or by a tenth of it, with its decimals. */
const typesAtRandom: Answering = (question, random) => {
  const right = question.chosenOnly ? Number.NaN : Number(labelOf(question.right).replace("−", "-"));
  if (Number.isNaN(right)) return undefined;
  const decimals = question.rounding?.decimals ?? 0;
  const reach = decimals === 0 ? 10 : Math.max(10, Math.round(0.3 * Math.abs(right) * 10 ** decimals));
  const off = random.pick([-1, 1]) * random.whole(1, reach);
  const mark = markTyped(question, (right + off * 10 ** -decimals).toFixed(decimals));
  return mark.ok ? mark.value : undefined;
};

/** The one slip that the marks leave, after a question that tells several apart. */
const named = (question: Question, answering: Answering, random: Random): string | undefined => {
  const mark = answering(question, random);
  const names = mark?.slips.map(({ name }) => name) ?? [];
  if (names.length < 2) return names[0];
  const telling = questionThatTells(question, names);
  const told = telling && answering(telling, random)?.slips.map(({ name }) => name);
  const left = told?.filter((name) => names.includes(name)) ?? [];
  return left.length === 1 ? left[0] : undefined;
};

/** The next question of the kind and level that can be answered in this way. */
const answerable = (question: Question, answering: Answering, random: Random): Question | undefined => {
  let next = question;
  for (let i = 0; i < 30; i += 1) {
    const mark = answering(next, random);
    if (mark !== undefined && mark.outcome === "wrong") return next;
    next = again(question, random);
  }
  return undefined;
};

/** So many wrong answers to questions of one kind and level. */
const wrongAnswers = 6;

/** What is named by the first wrong answer, and what is a habit after six. */
const findings = (question: Question, answering: Answering, random: Random) => {
  const names: (string | undefined)[] = [];
  let next: Question = question;
  for (let wrong = 0; wrong < wrongAnswers; wrong += 1) {
    const asked = answerable(next, answering, random);
    if (asked === undefined) return undefined;
    names.push(named(asked, answering, random));
    next = again(question, random);
  }
  const slips: Record<string, number> = {};
  for (const name of names) if (name !== undefined) slips[name] = (slips[name] ?? 0) + 1;
  return { once: names[0], habit: habits({ slips, wrong: wrongAnswers })[0] };
};

export interface DiagnosisRow {
  readonly answers: string;
  readonly misled: number;
  readonly "right slip %": number;
  readonly "random errors": number;
  readonly "false alarms %": number;
}

const percent = (count: number, of: number): number => Math.round((1000 * count) / Math.max(1, of)) / 10;

/** Diagnosis by marking: so many learners with a misconception, and as many who err at random. */
export const diagnosis = (seed: number, learners: number): readonly DiagnosisRow[] => {
  const random = createRandom(seed);
  const rows = (
    way: string,
    by: (slip: string) => Answering,
    atRandom: Answering,
  ): readonly DiagnosisRow[] => {
    const tally = { misled: 0, erring: 0, once: 0, habit: 0, alarms: 0, alarmsByHabit: 0 };
    for (let i = 0; i < learners; i += 1) {
      const question = anyQuestion(random);
      const slip = question.slips.length > 0 ? random.pick(question.slips).name : undefined;
      const misled = slip === undefined ? undefined : findings(question, by(slip), random);
      if (misled !== undefined) {
        tally.misled += 1;
        if (misled.once === slip) tally.once += 1;
        if (misled.habit === slip) tally.habit += 1;
      }
      const erring = findings(anyQuestion(random), atRandom, random);
      if (erring !== undefined) {
        tally.erring += 1;
        if (erring.once !== undefined) tally.alarms += 1;
        if (erring.habit !== undefined) tally.alarmsByHabit += 1;
      }
    }
    const row = (answers: string, right: number, alarms: number): DiagnosisRow => ({
      answers: `${way}, ${answers}`,
      misled: tally.misled,
      "right slip %": percent(right, tally.misled),
      "random errors": tally.erring,
      "false alarms %": percent(alarms, tally.erring),
    });
    return [
      row("one answer", tally.once, tally.alarms),
      row("a habit after six wrong answers", tally.habit, tally.alarmsByHabit),
    ];
  };
  return [...rows("options", choosesBy, choosesAtRandom), ...rows("typed", typesBy, typesAtRandom)];
};
