import type { Selectable } from "kysely";
import type { LearnerId, PlaceId } from "../../identity.ts";
import { belongingTo, type Dialect, type Engine, present } from "../engine.ts";
import {
  type Attempt,
  type Consequences,
  type NewAttempt,
  outcomes,
  type Questions,
  type Recorded,
} from "../questions.ts";
import type { Database, Tables } from "../tables.ts";
import { identitiesOf, makePerson } from "./person.ts";

type Row = Selectable<Tables["attempts"]>;

const toAttempt = (row: Row & { readonly name?: string | null }): Attempt => ({
  question: row.question,
  learner: row.learner as LearnerId,
  workspace: row.workspace as PlaceId,
  event: row.event,
  outcome: outcomes.find((outcome) => outcome === row.outcome)!,
  given: row.given,
  slips: JSON.parse(row.slips),
  hints: row.hints,
  first: row.first === 1,
  points: row.points,
  seconds: row.seconds,
  at: new Date(row.at),
  ...present({ name: row.name }),
});

export const createAttempts = ({
  database,
  dialect,
}: Engine): Pick<Questions, "attempt" | "attemptsOn" | "countAttempts" | "attemptsBy"> => ({
  attempt: async (attempt, consequences) => {
    try {
      return await database.transaction().execute((within) => record(within, dialect, attempt, consequences));
    } catch (error) {
      if (dialect.isQuestionClosed(error)) return { kind: "closed" };
      throw error;
    }
  },
  attemptsOn: async (id) => {
    const found = await database
      .selectFrom("attempts")
      .leftJoin("learners", "learners.id", "attempts.learner")
      .selectAll("attempts")
      .select("learners.name")
      .where("question", "=", id)
      .orderBy("attempts.id")
      .execute();
    return found.map(toAttempt);
  },
  countAttempts: async (id) => {
    const counted = await database
      .selectFrom("attempts")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("question", "=", id)
      .executeTakeFirstOrThrow();
    return counted.count;
  },
  attemptsBy: async (learner, most) => {
    const found = await database
      .selectFrom("attempts")
      .innerJoin("questions", "questions.id", "attempts.question")
      .selectAll("attempts")
      .select("questions.kind")
      .where("attempts.learner", "in", await identitiesOf(database, learner))
      .orderBy("attempts.at", "desc")
      .limit(most)
      .execute();
    return found.map((row) => ({ ...toAttempt(row), kind: row.kind }));
  },
});

/**
 * All of one answer or nothing. The question's row is locked first: answers to one question come one after the other,
 * so that there is one first right answer, and none slips in while the question closes.
 */
const record = async (
  transaction: Database,
  dialect: Dialect,
  attempt: NewAttempt,
  { points, skill, learn }: Consequences,
): Promise<Recorded> => {
  const { question, learner, workspace, at, slips, ...rest } = attempt;
  await dialect.locked(transaction.selectFrom("questions").select("id").where("id", "=", question)).execute();
  const earlier = await findEarlier(transaction, attempt);
  if (earlier !== undefined)
    return earlier.event === attempt.event
      ? { kind: "recorded", attempt: earlier }
      : { kind: "already", attempt: earlier };
  const taken = await transaction
    .selectFrom("hints")
    .select("count")
    .where("question", "=", question)
    .where("learner", "=", learner)
    .executeTakeFirst();
  const facts = {
    hints: taken?.count ?? 0,
    first: attempt.outcome === "right" && !(await hasRight(transaction, question)),
  };
  const recorded = { ...attempt, ...facts, points: attempt.outcome === "wrong" ? 0 : points(facts) };
  await transaction
    .insertInto("attempts")
    .values({
      ...rest,
      ...belongingTo(workspace),
      question,
      learner,
      slips: JSON.stringify(slips),
      hints: facts.hints,
      first: facts.first ? 1 : 0,
      points: recorded.points,
      at: at.getTime(),
    })
    .execute();
  await learnFrom(transaction, dialect, attempt, skill, (record) => learn(record, facts));
  return { kind: "recorded", attempt: recorded };
};

/** What an attempt changes in the record of its skill. */
const learnFrom = async (
  transaction: Database,
  dialect: Dialect,
  { learner, workspace, at }: NewAttempt,
  skill: string,
  learn: (record: unknown) => ReturnType<Consequences["learn"]>,
): Promise<void> => {
  const person = await makePerson(transaction, learner, at.getTime());
  const known = await dialect
    .locked(
      transaction
        .selectFrom("skills")
        .select(["record", "mastered_at"])
        .where("person", "=", person)
        .where("skill", "=", skill),
    )
    .executeTakeFirst();
  const { record, dueAt, mastered } = learn(known === undefined ? undefined : JSON.parse(known.record));
  const change = {
    record: JSON.stringify(record),
    due_at: dueAt.getTime(),
    mastered_at: mastered ? (known?.mastered_at ?? at.getTime()) : null,
  };
  await transaction
    .insertInto("skills")
    .values({ person, skill, ...change, ...belongingTo(workspace) })
    .onConflict((conflict) => conflict.columns(["person", "skill"]).doUpdateSet(change))
    .execute();
};

const findEarlier = async (
  transaction: Database,
  { question, learner }: NewAttempt,
): Promise<Attempt | undefined> => {
  const found = await transaction
    .selectFrom("attempts")
    .selectAll()
    .where("question", "=", question)
    .where("learner", "=", learner)
    .executeTakeFirst();
  return found && toAttempt(found);
};

const hasRight = async (transaction: Database, question: number): Promise<boolean> => {
  const found = await transaction
    .selectFrom("attempts")
    .select("id")
    .where("question", "=", question)
    .where("outcome", "=", "right")
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};
