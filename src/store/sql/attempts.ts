import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { LearnerId } from "../../identity.ts";
import type { Attempt, Consequences, NewAttempt, Questions, Recorded } from "../questions.ts";
import { learners, skills } from "../schema/learners.ts";
import { attempts, hints, questions } from "../schema/questions.ts";
import { belongingTo, codeOf, type Database, withoutNulls } from "./database.ts";
import { personBehind } from "./person.ts";

/** The trigger's complaint about an answer to a question that is closed or whose bell has rung. */
const questionClosed = "QC001";

type Row = typeof attempts.$inferSelect & { readonly name?: string | null };

const toAttempt = ({ id: _, platform: __, ...row }: Row): Attempt => withoutNulls(row) as unknown as Attempt;

type AttemptRecords = Pick<Questions, "attempt" | "attemptsOn" | "countAttempts" | "attemptsBy" | "takeHint">;

export const createAttempts = (db: Database): AttemptRecords => ({
  attempt: async (attempt, consequences) => {
    try {
      return await db.transaction((within) => record(within as unknown as Database, attempt, consequences));
    } catch (error) {
      if (codeOf(error) === questionClosed) return { kind: "closed" };
      throw error;
    }
  },
  attemptsOn: async (id) => {
    const found = await db
      .select()
      .from(attempts)
      .leftJoin(learners, eq(learners.id, attempts.learner))
      .where(eq(attempts.question, id))
      .orderBy(attempts.id);
    return found.map((row) => toAttempt({ ...row.attempts, name: row.learners?.name ?? null }));
  },
  countAttempts: (id) => db.$count(attempts, eq(attempts.question, id)),
  attemptsBy: async (learner, most) => {
    const found = await db
      .select()
      .from(attempts)
      .innerJoin(questions, eq(questions.id, attempts.question))
      .where(inArray(attempts.learner, identitiesOf(db, learner)))
      .orderBy(desc(attempts.at))
      .limit(most);
    return found.map((row) => ({ ...toAttempt(row.attempts), kind: row.questions.kind }));
  },
  takeHint: async (question, learner, most) => {
    const [taken] = await db
      .insert(hints)
      .values({ question, learner, count: 1 })
      .onConflictDoUpdate({
        target: [hints.question, hints.learner],
        set: { count: sql`least(${hints.count} + 1, ${most}::integer)` },
      })
      .returning();
    return taken!.count;
  },
});

/** The ids of all identities of the person behind a learner, as a query within another. */
const identitiesOf = (db: Database, learner: LearnerId) =>
  db
    .select({ id: learners.id })
    .from(learners)
    .where(
      eq(
        learners.person,
        db.select({ person: learners.person }).from(learners).where(eq(learners.id, learner)),
      ),
    );

/**
 * All of one answer or nothing. The question's row is locked first: answers to one question come one after the other,
 * so that there is one first right answer, and none slips in while the question closes.
 */
const record = async (
  db: Database,
  attempt: NewAttempt,
  { points, skill, learn }: Consequences,
): Promise<Recorded> => {
  const { question, learner, at } = attempt;
  await db.execute(sql`select 1 from ${questions} where id = ${question} for update`);
  const earlier = await findEarlier(db, attempt);
  if (earlier !== undefined)
    return earlier.event === attempt.event
      ? { kind: "recorded", attempt: earlier }
      : { kind: "already", attempt: earlier };
  const [taken] = await db
    .select()
    .from(hints)
    .where(and(eq(hints.question, question), eq(hints.learner, learner)));
  const facts = {
    hints: taken?.count ?? 0,
    first: attempt.outcome === "right" && !(await hasRight(db, question)),
  };
  const recorded = { ...attempt, ...facts, points: attempt.outcome === "wrong" ? 0 : points(facts) };
  await db
    .insert(attempts)
    .values({ ...recorded, slips: [...attempt.slips], ...belongingTo(attempt.workspace) });
  const person = await personBehind(db, learner, at);
  const [known] = await db
    .select()
    .from(skills)
    .where(and(eq(skills.person, person), eq(skills.skill, skill)))
    .for("update");
  const { record: after, dueAt, mastered } = learn(known?.record, facts);
  const change = { record: after, dueAt, masteredAt: mastered ? (known?.masteredAt ?? at) : null };
  await db
    .insert(skills)
    .values({ person, skill, ...change, ...belongingTo(attempt.workspace) })
    .onConflictDoUpdate({ target: [skills.person, skills.skill], set: change });
  return { kind: "recorded", attempt: recorded };
};

const findEarlier = async (db: Database, { question, learner }: NewAttempt): Promise<Attempt | undefined> => {
  const [found] = await db
    .select()
    .from(attempts)
    .where(and(eq(attempts.question, question), eq(attempts.learner, learner)));
  return found && toAttempt(found);
};

const hasRight = async (db: Database, question: number): Promise<boolean> =>
  (await db.$count(attempts, and(eq(attempts.question, question), eq(attempts.outcome, "right")))) > 0;
