import { and, desc, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import { type PlaceId, workspaceOf } from "../../identity.ts";
import type { KeptQuiz, Quizzes } from "../quizzes.ts";
import { learners, places } from "../schema/learners.ts";
import { quizzes, scores } from "../schema/questions.ts";
import { changedSettings } from "./change-settings.ts";
import { belongingTo, type Database, withoutNulls } from "./database.ts";

const toQuiz = ({ platform: _, endedAt: __, leasedUntil: ___, ...quiz }: typeof quizzes.$inferSelect) =>
  quiz as KeptQuiz;

export const createQuizzes = (db: Database): Quizzes => ({
  start: async ({ workspace, place, starter, settings, startedAt }) => {
    const [started] = await db
      .insert(quizzes)
      .values({ ...belongingTo(workspace), place, starter, settings, startedAt, state: "running" })
      .onConflictDoNothing()
      .returning();
    return started && toQuiz(started);
  },
  find: async (id) => {
    const [found] = await db.select().from(quizzes).where(eq(quizzes.id, id));
    return found && toQuiz(found);
  },
  in: async (place) => {
    const [found] = await db
      .select()
      .from(quizzes)
      .where(and(eq(quizzes.place, place), ne(quizzes.state, "ended")));
    return found && toQuiz(found);
  },
  running: async () => (await db.select().from(quizzes).where(eq(quizzes.state, "running"))).map(toQuiz),
  overdue: async (moment) => {
    const { rows } = (await db.execute(sql`
      select z.id from quizzes z left join lateral (
        select * from questions q where q.quiz = z.id order by q.number desc limit 1
      ) q on true
      where z.state = 'running' and coalesce(
        q.told_at + interval '10 seconds', q.closed_at, q.closes_at,
        case when q.message is null then coalesce(q.opened_at, z.started_at) end
      ) < ${moment.toISOString()}::timestamptz`)) as unknown as { rows: readonly { id: number | string }[] };
    return rows.map(({ id }) => Number(id));
  },
  change: async (id, from, to, at) => {
    const changed = await db
      .update(quizzes)
      .set({ state: to, endedAt: to === "ended" ? at : null })
      .where(and(eq(quizzes.id, id), eq(quizzes.state, from)))
      .returning({ id: quizzes.id });
    return changed.length > 0;
  },
  lease: async (id, now, until) => {
    const leased = await db
      .update(quizzes)
      .set({ leasedUntil: until })
      .where(and(eq(quizzes.id, id), or(isNull(quizzes.leasedUntil), lt(quizzes.leasedUntil, now))))
      .returning({ id: quizzes.id });
    return leased.length > 0;
  },
  release: async (id) => {
    await db.update(quizzes).set({ leasedUntil: null }).where(eq(quizzes.id, id));
  },
  scores: async (id) => {
    const { learner, points, right, answered } = scores;
    const found = await db
      .select({ learner, points, right, answered, name: learners.name })
      .from(scores)
      .leftJoin(learners, eq(learners.id, scores.learner))
      .where(eq(scores.quiz, id))
      .orderBy(desc(scores.points), desc(scores.right), scores.learner);
    return found.map((row) => withoutNulls(row) as never);
  },
  placeSettings: async (place) => {
    const [found] = await db.select().from(places).where(eq(places.id, place));
    return found?.settings ?? {};
  },
  placesWithDaily: async () => {
    const found = await db
      .select({ id: places.id })
      .from(places)
      .where(sql`${places.settings} ? 'daily'`)
      .orderBy(places.id);
    return found.map(({ id }) => id as PlaceId);
  },
  changePlace: async (place, change) => {
    await db
      .insert(places)
      .values({ id: place, ...belongingTo(workspaceOf(place)), settings: change })
      .onConflictDoUpdate({
        target: places.id,
        set: { settings: changedSettings(places.settings, change) },
      });
  },
});
