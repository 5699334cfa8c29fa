import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { LearnerId } from "../../identity.ts";
import { exchanges, visitors } from "../schema/conversations.ts";
import { learners, people, places, ranked, skills } from "../schema/learners.ts";
import { lessonReports, lessonsSeen } from "../schema/lessons.ts";
import { attempts, hints, questions, quizzes, skipVotes } from "../schema/questions.ts";
import { latestVectors } from "../schema/replies.ts";
import type { Database } from "./database.ts";
import { knownPerson } from "./person.ts";

const identitiesOf = async (db: Database, learner: LearnerId): Promise<readonly string[]> => {
  const person = await knownPerson(db, learner);
  if (person === undefined) return [learner];
  return (await db.select({ id: learners.id }).from(learners).where(eq(learners.person, person))).map(
    ({ id }) => id,
  );
};

/** Everything that is kept about the person behind a learner, table by table. */
export const gatherPerson = async (
  db: Database,
  learner: LearnerId,
): Promise<Readonly<Record<string, unknown>>> => {
  const ids = [...(await identitiesOf(db, learner))];
  const person = (await knownPerson(db, learner)) ?? learner;
  return {
    people: await db.select().from(people).where(eq(people.id, person)),
    identities: await db.select().from(learners).where(inArray(learners.id, ids)),
    skills: await db.select().from(skills).where(eq(skills.person, person)),
    attempts: await db.select().from(attempts).where(inArray(attempts.learner, ids)).orderBy(attempts.id),
    questions: await db.select().from(questions).where(inArray(questions.learner, ids)).orderBy(questions.id),
    hints: await db.select().from(hints).where(inArray(hints.learner, ids)),
    skipVotes: await db.select().from(skipVotes).where(inArray(skipVotes.learner, ids)),
    quizzesStarted: await db.select().from(quizzes).where(inArray(quizzes.starter, ids)),
    leaderboards: await db.select().from(ranked).where(inArray(ranked.learner, ids)),
    lessonsSeen: await db.select().from(lessonsSeen).where(inArray(lessonsSeen.learner, ids)),
    lessonReports: await db.select().from(lessonReports).where(inArray(lessonReports.learner, ids)),
    places: await db
      .select()
      .from(places)
      .where(inArray(places.id, ownPlaces(ids))),
    latestVectors: await db
      .select()
      .from(latestVectors)
      .where(inArray(latestVectors.place, ownPlaces(ids))),
    visitors: await db.select().from(visitors).where(inArray(visitors.learner, ids)),
    exchanges: await db
      .select({ ...getTableColumns(exchanges), html: withoutFiles })
      .from(exchanges)
      .where(inArray(exchanges.learner, ids))
      .orderBy(exchanges.added),
  };
};

/** A file is not taken along: it may be an export, and so hold those before it. */
const withoutFiles = sql<string | null>`case when not ${exchanges.hasFile} then ${exchanges.html} end`;

/** The places that belong to a learner alone and whose names follow from theirs. */
const ownPlaces = (ids: readonly string[]): string[] =>
  ids.flatMap((id) => {
    if (id.startsWith("web:learner:")) return [id.replace("web:learner:", "web:place:page/")];
    return id.startsWith("terminal:") ? ["terminal:place:here"] : [];
  });

/** Whoever answered in a shared quiz becomes someone whom nothing leads back to. */
const nobody = (id: string) => sql`split_part(${id}, ':', 1) || ':learner:deleted-' || gen_random_uuid()`;

/**
 * Forgets the person behind a learner with all identities. Attempts in shared quizzes stay, so that the scores of the
 * others remain true, but under a name that was drawn, without what was typed and without the platform's event.
 */
export const forgetPerson = async (db: Database, learner: LearnerId): Promise<void> => {
  const ids = [...(await identitiesOf(db, learner))];
  for (const id of ids) {
    const [drawn] = (
      (await db.execute(sql`select ${nobody(id)} as id`)) as unknown as { rows: readonly { id: string }[] }
    ).rows;
    const name = drawn!.id;
    await db.delete(questions).where(eq(questions.learner, id));
    await db
      .update(attempts)
      .set({ learner: name, given: "", event: sql`'deleted-' || gen_random_uuid()` })
      .where(eq(attempts.learner, id));
    await db.update(quizzes).set({ starter: name }).where(eq(quizzes.starter, id));
  }
  await db.delete(hints).where(inArray(hints.learner, ids));
  await db.delete(skipVotes).where(inArray(skipVotes.learner, ids));
  await db.delete(lessonsSeen).where(inArray(lessonsSeen.learner, ids));
  await db.delete(lessonReports).where(inArray(lessonReports.learner, ids));
  await db.delete(latestVectors).where(inArray(latestVectors.place, ownPlaces(ids)));
  await db.delete(places).where(inArray(places.id, ownPlaces(ids)));
  await db.delete(visitors).where(inArray(visitors.learner, ids));
  const person = await knownPerson(db, learner);
  if (person !== undefined) await db.delete(people).where(and(eq(people.id, person)));
};
