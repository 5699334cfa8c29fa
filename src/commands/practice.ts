import { distance } from "fastest-levenshtein";
import * as z from "zod";
import { err, ok } from "../base/result.ts";
import { workspaceOf } from "../identity.ts";
import { showPractice } from "../present/practice.ts";
import { helpWith, noHelp } from "../present/support.ts";
import { createRandom } from "../random.ts";
import { message, sayInEach } from "../say.ts";
import { beginner, chooseNext, reviewChance } from "../tutor/difficulty.ts";
import { kindNamed, questionOfKept, questionThatTells } from "../tutor/kinds.ts";
import type { QuestionSeed } from "../tutor/quiz.ts";
import { skillsCalled } from "../tutor/quiz.ts";
import { describeSkill, type Skill, skills } from "../tutor/skill.ts";
import { abilityNow, type SkillRecord } from "../tutor/skill-record.ts";
import { whatNext } from "../tutor/what-next.ts";
import { type Context, defineCommand } from "./command.ts";
import { skillsLike } from "./topics-like.ts";

export const practice = defineCommand({
  name: "practice",
  aliases: ["practise"],
  summary: message("A question for you alone: what is due first, then something new"),
  audience: "asker",
  options: z.object({
    topic: z
      .string()
      .max(100)
      .optional()
      .meta({ description: message("A topic, such as norm; left out, what is due or new") }),
    after: z
      .int()
      .min(1)
      .optional()
      .meta({ description: message("A question that you answered, to follow it up; usually left out") }),
  }),
  examples: ["", "cosine similarity"],
  phrases: {
    en: ["practice", "practise", "quiz me"],
    de: ["übe", "üben", "übung", "übungsfrage", "übungsaufgabe"],
    es: ["practicar", "practica", "práctica"],
  },
  complete: { topic: skillsLike },
  run: async ({ topic, after }, context) => {
    const wanted = topic === undefined ? undefined : skillsCalled(topic);
    if (wanted?.length === 0)
      return err({
        kind: "no-such-topic",
        asked: topic!,
        nearest: nearestSkills(topic!).map((skill) => ({ name: skill, title: describeSkill[skill].title })),
      });
    const followed = after === undefined ? undefined : await followUp(after, context);
    return ok(await pose(followed ?? (await choose(wanted, context)), context));
  },
});

const nearestSkills = (topic: string): readonly Skill[] => {
  const far = (skill: Skill) =>
    Math.min(
      ...sayInEach(describeSkill[skill].title).map((title) =>
        distance(topic.toLowerCase(), title.toLowerCase()),
      ),
    );
  return skills.toSorted((x, y) => far(x) - far(y)).slice(0, 3);
};

/** What is to be asked, and why. */
interface Chosen extends QuestionSeed {
  readonly because: "due" | "new" | "again" | "asked-for" | "to-tell";
  readonly tells?: readonly string[];
  readonly record?: SkillRecord | undefined;
}

const recordsOf = async ({ store, invocation }: Context): Promise<ReadonlyMap<Skill, SkillRecord>> =>
  new Map(
    (await store.learners.skillsOf(invocation.learner)).map(({ skill, record }) => [
      skill as Skill,
      record as SkillRecord,
    ]),
  );

/** The skills of the latest questions, the newest last. */
const recentSkills = async ({ store, invocation }: Context): Promise<readonly Skill[]> =>
  (await store.questions.practisedBy(invocation.learner, 2))
    .flatMap(({ kind }) => kindNamed(kind)?.skill ?? [])
    .toReversed();

const choose = async (wanted: readonly Skill[] | undefined, context: Context): Promise<Chosen> => {
  const random = createRandom(context.draw());
  const records = await recordsOf(context);
  const next =
    wanted === undefined
      ? whatNext(records, context.now(), random, await recentSkills(context))!
      : { skill: random.pick(wanted), because: "asked-for" as const };
  const record = records.get(next.skill);
  return {
    ...chooseNext({
      skill: next.skill,
      ability: record === undefined ? beginner : abilityNow(record, context.now()),
      ...(next.because === "due" ? { target: reviewChance } : {}),
      typed: false,
      lastKind: record?.lastKind,
      random,
    })!,
    seed: random.whole(0, 0x7fffffff),
    because: next.because,
    record,
  };
};

/** A question that tells apart the slips which explain the answer to an earlier one. */
const followUp = async (after: number, context: Context): Promise<Chosen | undefined> => {
  const { store, invocation } = context;
  const kept = await store.questions.find(after);
  const attempts = kept === undefined ? [] : await store.questions.attemptsOn(after);
  const own = attempts.find(({ learner }) => learner === invocation.learner);
  if (kept === undefined || own === undefined || own.slips.length < 2) return undefined;
  const question = questionThatTells(questionOfKept(kept), own.slips);
  return (
    question && {
      kind: question.kind,
      seed: question.seed,
      level: question.level,
      because: "to-tell",
      tells: own.slips,
    }
  );
};

const pose = async ({ kind, seed, level, because, tells, record }: Chosen, context: Context) => {
  const { store, invocation, now } = context;
  const { learner, place, name } = invocation;
  await store.learners.meet(learner, name);
  const kept = await store.questions.pose({
    workspace: workspaceOf(place),
    place,
    purpose: "practice",
    learner,
    kind,
    seed,
    level,
    ...(tells === undefined ? {} : { tells }),
    openedAt: now(),
  });
  const question = questionOfKept({ kind, seed, level });
  const help = because === "to-tell" ? noHelp : helpWith(question, record?.right ?? 0);
  return showPractice({ id: kept!.id, question, because, help });
};
