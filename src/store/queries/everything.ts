import { randomUUID } from "node:crypto";
import { type Expression, sql } from "kysely";
import { type LearnerId, platformOf } from "../../identity.ts";
import type { Database } from "../tables.ts";
import { findPerson, identitiesOf } from "./person.ts";

/** Columns that hold JSON, and those that hold truth; moments are told by their names. */
const json = new Set(["settings", "record", "slips", "tells", "pictures"]);
const truth = new Set(["first", "clear", "has_file"]);
const isMoment = (column: string): boolean => column === "at" || column.endsWith("_at");

/** A value as its reader takes it: a moment in ISO 8601, truth as such, JSON taken apart. */
const toReadable = (column: string, value: unknown): unknown => {
  if (typeof value === "string" && json.has(column)) return JSON.parse(value);
  if (typeof value === "number" && isMoment(column)) return new Date(value).toISOString();
  return truth.has(column) ? value === 1 : value;
};

const toCamelCase = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const readable = (rows: readonly object[]): readonly object[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [toCamelCase(column), toReadable(column, value)]),
    ),
  );

/** Everything that is kept about the person behind a learner, table by table. */
export const gatherPerson = async (
  database: Database,
  learner: LearnerId,
): Promise<Readonly<Record<string, unknown>>> => {
  const ids = await identitiesOf(database, learner);
  const person = (await findPerson(database, learner)) ?? learner;
  const places = ownPlaces(ids);
  const of = async (
    table: "hints" | "skip_votes" | "ranked" | "lessons_seen" | "lesson_reports" | "visitors",
  ) => readable(await database.selectFrom(table).selectAll().where("learner", "in", ids).execute());
  const numbered = async (table: "attempts" | "questions") =>
    readable(
      await database.selectFrom(table).selectAll().where("learner", "in", ids).orderBy("id").execute(),
    );
  const exchanges = await database
    .selectFrom("exchanges")
    .selectAll()
    .where("learner", "in", ids)
    .orderBy("added")
    .execute();
  return {
    people: readable(await database.selectFrom("people").selectAll().where("id", "=", person).execute()),
    identities: readable(await database.selectFrom("learners").selectAll().where("id", "in", ids).execute()),
    skills: readable(await database.selectFrom("skills").selectAll().where("person", "=", person).execute()),
    attempts: await numbered("attempts"),
    questions: await numbered("questions"),
    hints: await of("hints"),
    skipVotes: await of("skip_votes"),
    quizzesStarted: readable(
      await database.selectFrom("quizzes").selectAll().where("starter", "in", ids).execute(),
    ),
    leaderboards: await of("ranked"),
    lessonsSeen: await of("lessons_seen"),
    lessonReports: await of("lesson_reports"),
    places: await gather(places, (place) =>
      database.selectFrom("places").selectAll().where("id", "=", place).execute(),
    ),
    latestVectors: await gather(places, (place) =>
      database.selectFrom("latest_vectors").selectAll().where("place", "=", place).execute(),
    ),
    visitors: await of("visitors"),
    // A file is not taken along: it may be an export, and so hold those before it.
    exchanges: readable(exchanges.map((row) => (row.has_file === 1 ? { ...row, html: null } : row))),
  };
};

const gather = async (
  places: readonly string[],
  find: (place: string) => Promise<readonly object[]>,
): Promise<readonly object[]> => readable((await Promise.all(places.map(find))).flat());

/** The places that belong to a learner alone and whose names follow from theirs. */
const ownPlaces = (ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => {
    if (id.startsWith("web:learner:")) return [id.replace("web:learner:", "web:place:page/")];
    return id.startsWith("terminal:") ? ["terminal:place:here"] : [];
  });

/**
 * Forgets the person behind a learner with all identities. Attempts in shared quizzes stay, so that the scores of the
 * others remain true, but under a name that was drawn, without what was typed and without the platform's event.
 */
export const forgetPerson = async (transaction: Database, learner: LearnerId): Promise<void> => {
  const ids = await identitiesOf(transaction, learner);
  const person = await findPerson(transaction, learner);
  for (const id of ids) {
    const nameless = `${platformOf(id)}:learner:deleted-${randomUUID()}`;
    await transaction.deleteFrom("questions").where("learner", "=", id).execute();
    await transaction
      .updateTable("attempts")
      .set(({ ref }) => ({ learner: nameless, given: "", event: deletedEvent(ref("id")) }))
      .where("learner", "=", id)
      .execute();
    await transaction.updateTable("quizzes").set({ starter: nameless }).where("starter", "=", id).execute();
  }
  for (const table of ["hints", "skip_votes", "lessons_seen", "lesson_reports", "visitors"] as const)
    await transaction.deleteFrom(table).where("learner", "in", ids).execute();
  for (const place of ownPlaces(ids)) {
    await transaction.deleteFrom("latest_vectors").where("place", "=", place).execute();
    await transaction.deleteFrom("places").where("id", "=", place).execute();
  }
  if (person !== undefined) await transaction.deleteFrom("people").where("id", "=", person).execute();
};

/** An event that no platform has, in the place of the one that brought an attempt. */
const deletedEvent = (id: Expression<number>) => sql<string>`'deleted-' || ${id}`;
