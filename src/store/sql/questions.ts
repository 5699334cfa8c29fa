import { and, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { LearnerId } from "../../identity.ts";
import type { KeptQuestion, Questions } from "../questions.ts";
import { learners, ranked, skills } from "../schema/learners.ts";
import { attempts, questions, skipVotes } from "../schema/questions.ts";
import { createAttempts } from "./attempts.ts";
import { belongingTo, type Database, withoutNulls } from "./database.ts";

const toQuestion = ({ platform: _, ...row }: typeof questions.$inferSelect): KeptQuestion =>
  withoutNulls(row) as unknown as KeptQuestion;

export const createQuestions = (db: Database): Questions => ({
  ...createAttempts(db),
  pose: async ({ tells, ...question }) => {
    const [posed] = await db
      .insert(questions)
      .values({
        ...question,
        ...belongingTo(question.workspace),
        ...(tells === undefined ? {} : { tells: [...tells] }),
      })
      .onConflictDoNothing()
      .returning();
    return posed && toQuestion(posed);
  },
  find: async (id) => {
    const [found] = await db.select().from(questions).where(eq(questions.id, id));
    return found && toQuestion(found);
  },
  latestOf: async (quiz) => {
    const [found] = await db
      .select()
      .from(questions)
      .where(eq(questions.quiz, quiz))
      .orderBy(desc(questions.number))
      .limit(1);
    return found && toQuestion(found);
  },
  ofQuiz: async (quiz) =>
    (await db.select().from(questions).where(eq(questions.quiz, quiz)).orderBy(questions.number)).map(
      toQuestion,
    ),
  latestDaily: async (place) => {
    const [found] = await db
      .select()
      .from(questions)
      .where(and(eq(questions.place, place), eq(questions.purpose, "daily")))
      .orderBy(desc(questions.day))
      .limit(1);
    return found && toQuestion(found);
  },
  postedDailyBefore: async (place, day) => {
    const [found] = await db
      .select()
      .from(questions)
      .where(
        and(
          eq(questions.place, place),
          eq(questions.purpose, "daily"),
          lt(questions.day, day),
          isNotNull(questions.message),
        ),
      )
      .orderBy(desc(questions.day))
      .limit(1);
    return found && toQuestion(found);
  },
  practisedBy: async (learner, most) =>
    (
      await db
        .select()
        .from(questions)
        .where(eq(questions.learner, learner))
        .orderBy(desc(questions.id))
        .limit(most)
    ).map(toQuestion),
  posted: async (id, message, closesAt) => {
    await db
      .update(questions)
      .set({ message, closesAt: closesAt ?? null })
      .where(eq(questions.id, id));
  },
  close: async (id, at) => {
    const closed = await db
      .update(questions)
      .set({ closedAt: at })
      .where(and(eq(questions.id, id), isNull(questions.closedAt)))
      .returning({ id: questions.id });
    return closed.length > 0;
  },
  told: async (id, at) => {
    await db.update(questions).set({ toldAt: at }).where(eq(questions.id, id));
  },
  silence: async (id) => {
    await db
      .update(questions)
      .set({ closesAt: null })
      .where(and(eq(questions.id, id), isNull(questions.closedAt)));
  },
  reopen: async (id, openedAt) => {
    await db
      .update(questions)
      .set({ openedAt, closesAt: null, message: null })
      .where(and(eq(questions.id, id), isNull(questions.closedAt)));
  },
  voteToSkip: async (question, learner) => {
    await db.insert(skipVotes).values({ question, learner }).onConflictDoNothing();
    const voters = await db.select().from(skipVotes).where(eq(skipVotes.question, question));
    return voters.map((voter) => voter.learner as LearnerId);
  },
  rank: async (workspace, learner, on) => {
    if (on)
      await db
        .insert(ranked)
        .values({ learner, ...belongingTo(workspace) })
        .onConflictDoNothing();
    else await db.delete(ranked).where(and(eq(ranked.workspace, workspace), eq(ranked.learner, learner)));
  },
  isRanked: async (workspace, learner) =>
    (await db.$count(ranked, and(eq(ranked.workspace, workspace), eq(ranked.learner, learner)))) > 0,
  standings: async (workspace, since, place) => {
    const masters = db
      .select({ learner: learners.id, mastered: sql<number>`count(*)::integer`.as("mastered") })
      .from(learners)
      .innerJoin(skills, eq(skills.person, learners.person))
      .where(sql`${skills.masteredAt} is not null`)
      .groupBy(learners.id)
      .as("masters");
    const found = await db
      .select({
        learner: ranked.learner,
        name: learners.name,
        points: sql<number>`coalesce(sum(${attempts.points}) filter (where ${questions.id} is not null), 0)::integer`,
        right: sql<number>`(count(*) filter (where ${questions.id} is not null and ${attempts.outcome} = 'right'))::integer`,
        mastered: sql<number>`coalesce(max(${masters.mastered}), 0)::integer`,
      })
      .from(ranked)
      .innerJoin(learners, eq(learners.id, ranked.learner))
      .leftJoin(
        attempts,
        and(
          eq(attempts.learner, ranked.learner),
          eq(attempts.workspace, workspace),
          ...(since === undefined ? [] : [gte(attempts.at, since)]),
        ),
      )
      .leftJoin(
        questions,
        and(
          eq(questions.id, attempts.question),
          inArray(questions.purpose, ["quiz", "daily"]),
          ...(place === undefined ? [] : [eq(questions.place, place)]),
        ),
      )
      .leftJoin(masters, eq(masters.learner, ranked.learner))
      .where(eq(ranked.workspace, workspace))
      .groupBy(ranked.learner, learners.name);
    return found.map((row) => withoutNulls(row) as never);
  },
});
