import { type Selectable, sql } from "kysely";
import type { LearnerId, MessageId, PlaceId } from "../../identity.ts";
import { belongingTo, type Engine, present, toDate } from "../engine.ts";
import { type KeptQuestion, purposes, type Questions } from "../questions.ts";
import type { Tables } from "../tables.ts";
import { createAttempts } from "./attempts.ts";
import { createRankings } from "./rankings.ts";

const toQuestion = (row: Selectable<Tables["questions"]>): KeptQuestion => ({
  id: row.id,
  workspace: row.workspace as PlaceId,
  place: row.place as PlaceId,
  purpose: purposes.find((purpose) => purpose === row.purpose)!,
  kind: row.kind,
  seed: row.seed,
  level: row.level,
  openedAt: new Date(row.opened_at),
  ...present({
    quiz: row.quiz,
    number: row.number,
    day: row.day,
    learner: row.learner as LearnerId | null,
    tells: row.tells === null ? null : (JSON.parse(row.tells) as readonly string[]),
    closesAt: toDate(row.closes_at),
    closedAt: toDate(row.closed_at),
    toldAt: toDate(row.told_at),
    message: row.message as MessageId | null,
  }),
});

export const createQuestions = (engine: Engine): Questions => {
  const { database } = engine;
  const all = () => database.selectFrom("questions").selectAll();
  const dailyOf = (place: PlaceId) => all().where("place", "=", place).where("purpose", "=", "daily");
  const open = (id: number) =>
    database.updateTable("questions").where("id", "=", id).where("closed_at", "is", null);

  return {
    ...createAttempts(engine),
    ...createRankings(engine),
    pose: async ({ workspace, openedAt, closesAt, tells, ...question }) => {
      const posed = await database
        .insertInto("questions")
        .values({
          ...question,
          ...belongingTo(workspace),
          tells: tells === undefined ? null : JSON.stringify(tells),
          opened_at: openedAt.getTime(),
          closes_at: closesAt?.getTime() ?? null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      return posed && toQuestion(posed);
    },
    find: async (id) => {
      const found = await all().where("id", "=", id).executeTakeFirst();
      return found && toQuestion(found);
    },
    latestOf: async (quiz) => {
      const found = await all()
        .where("quiz", "=", quiz)
        .orderBy("number", "desc")
        .limit(1)
        .executeTakeFirst();
      return found && toQuestion(found);
    },
    ofQuiz: async (quiz) =>
      (await all().where("quiz", "=", quiz).orderBy("number").execute()).map(toQuestion),
    latestDaily: async (place) => {
      const found = await dailyOf(place).orderBy("day", "desc").limit(1).executeTakeFirst();
      return found && toQuestion(found);
    },
    postedDailyBefore: async (place, day) => {
      const found = await dailyOf(place)
        .where("day", "<", day)
        .where("message", "is not", null)
        .orderBy("day", "desc")
        .limit(1)
        .executeTakeFirst();
      return found && toQuestion(found);
    },
    practisedBy: async (learner, most) =>
      (await all().where("learner", "=", learner).orderBy("id", "desc").limit(most).execute()).map(
        toQuestion,
      ),
    posted: async (id, message, closesAt) => {
      await database
        .updateTable("questions")
        .set({ message, closes_at: closesAt?.getTime() ?? null })
        .where("id", "=", id)
        .execute();
    },
    close: async (id, at) => {
      const closed = await open(id).set({ closed_at: at.getTime() }).returning("id").execute();
      return closed.length > 0;
    },
    told: async (id, at) => {
      await database.updateTable("questions").set({ told_at: at.getTime() }).where("id", "=", id).execute();
    },
    silence: async (id) => {
      await open(id).set({ closes_at: null }).execute();
    },
    reopen: async (id, openedAt) => {
      await open(id).set({ opened_at: openedAt.getTime(), closes_at: null, message: null }).execute();
    },
    voteToSkip: async (question, learner) => {
      await database
        .insertInto("skip_votes")
        .values({ question, learner })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const voters = await database
        .selectFrom("skip_votes")
        .select("learner")
        .where("question", "=", question)
        .execute();
      return voters.map((voter) => voter.learner as LearnerId);
    },
    takeHint: async (question, learner, most) => {
      const taken = await database
        .insertInto("hints")
        .values({ question, learner, count: 1 })
        .onConflict((conflict) =>
          conflict.columns(["question", "learner"]).doUpdateSet({
            count: sql<number>`case when hints.count < ${sql.lit(most)} then hints.count + 1 else hints.count end`,
          }),
        )
        .returning("count")
        .executeTakeFirstOrThrow();
      return taken.count;
    },
  };
};
