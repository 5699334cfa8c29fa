import { randomUUID } from "node:crypto";
import { type Expression, sql } from "kysely";
import { type LearnerId, type PlaceId, platformOf } from "../../identity.ts";
import type { Database } from "../tables.ts";
import { findPerson, identitiesOf } from "./person.ts";
import { parseSettings } from "./settings.ts";

/** Columns that hold JSON, and those that hold truth; moments are told by their names. */
const json = new Set(["settings", "record", "slips", "tells", "pictures"]);
const truth = new Set(["first", "clear", "has_file", "agreed"]);
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

/**
 * What is said of a visitor of the page without the number in their cookie, which lets in: an export is read by all who
 * are linked, and lies about as a file.
 */
const withoutCookies = <T extends Readonly<Record<string, unknown>>>(
  ids: readonly LearnerId[],
  gathered: T,
): Readonly<Record<string, unknown>> =>
  ids
    .filter((id) => platformOf(id) === "web")
    .map((id) => id.slice("web:learner:".length))
    .filter((cookie) => cookie.length > shownOfCookie)
    .reduce(
      (kept, cookie) =>
        JSON.parse(JSON.stringify(kept).replaceAll(cookie, `${cookie.slice(0, shownOfCookie)}…`)),
      gathered,
    );

/** So many signs of it tell visitors apart. */
const shownOfCookie = 6;

/** Everything that is kept about the person behind a learner, table by table. */
export const gatherPerson = async (
  database: Database,
  learner: LearnerId,
): Promise<Readonly<Record<string, unknown>>> => {
  const ids = await identitiesOf(database, learner);
  const person = (await findPerson(database, learner)) ?? learner;
  const places = await ownPlaces(database, ids);
  const of = async (
    table: "hints" | "skip_votes" | "ranked" | "lessons_seen" | "lesson_reports" | "kept_texts" | "visitors",
  ) => readable(await database.selectFrom(table).selectAll().where("learner", "in", ids).execute());
  const exchanges = await database
    .selectFrom("exchanges")
    .selectAll()
    .where("learner", "in", ids)
    .orderBy("added")
    .execute();
  return withoutCookies(ids, {
    people: readable(await database.selectFrom("people").selectAll().where("id", "=", person).execute()),
    identities: readable(await database.selectFrom("learners").selectAll().where("id", "in", ids).execute()),
    skills: readable(await database.selectFrom("skills").selectAll().where("person", "=", person).execute()),
    attempts: readable(
      await database.selectFrom("attempts").selectAll().where("learner", "in", ids).orderBy("id").execute(),
    ),
    questions: readable(
      await database
        .selectFrom("questions")
        .selectAll()
        .where(({ or, eb }) =>
          or([eb("learner", "in", ids), ...(places.length > 0 ? [eb("place", "in", places)] : [])]),
        )
        .orderBy("id")
        .execute(),
    ),
    hints: await of("hints"),
    skipVotes: await of("skip_votes"),
    quizzesStarted: readable(
      await database.selectFrom("quizzes").selectAll().where("starter", "in", ids).execute(),
    ),
    leaderboards: await of("ranked"),
    lessonsSeen: await of("lessons_seen"),
    lessonReports: await of("lesson_reports"),
    linkCodes: readable(
      await database
        .selectFrom("link_codes")
        .selectAll()
        .where(({ or, eb }) => or([eb("learner", "in", ids), eb("joiner", "in", ids)]))
        .execute(),
    ),
    places: await gather(places, (place) =>
      database.selectFrom("places").selectAll().where("id", "=", place).execute(),
    ),
    latestVectors: readable(
      await database
        .selectFrom("latest_vectors")
        .selectAll()
        .where(({ or, eb }) =>
          or([eb("learner", "in", ids), ...(places.length > 0 ? [eb("place", "in", places)] : [])]),
        )
        .execute(),
    ),
    keptTexts: await of("kept_texts"),
    visitors: await of("visitors"),
    // A file is not taken along: it may be an export, and so hold those before it.
    exchanges: readable(exchanges.map((row) => (row.has_file === 1 ? { ...row, html: null } : row))),
  });
};

const gather = async (
  places: readonly string[],
  find: (place: string) => Promise<readonly object[]>,
): Promise<readonly object[]> => readable((await Promise.all(places.map(find))).flat());

/**
 * The places that belong to a person alone: those whose names follow from theirs, those for which they set something
 * there, and those in which they played by themselves.
 */
const ownPlaces = async (database: Database, ids: readonly LearnerId[]): Promise<readonly PlaceId[]> => {
  const named = ids.flatMap((id) => {
    if (id.startsWith("web:learner:")) return [id.replace("web:learner:", "web:place:page/")];
    return id.startsWith("terminal:") ? ["terminal:place:here"] : [];
  });
  const set = await database.selectFrom("places").select("id").where("learner", "in", ids).execute();
  const played = await database
    .selectFrom("quizzes")
    .select(["place", "settings"])
    .where("starter", "in", ids)
    .execute();
  const alone = played.filter(({ settings }) => parseSettings(settings).alone === true);
  return [
    ...new Set([...named, ...set.map(({ id }) => id), ...alone.map(({ place }) => place)]),
  ] as PlaceId[];
};

/**
 * Forgets the person behind a learner with all identities and all that was said in places of theirs alone, to which it
 * resolves. Attempts in shared quizzes stay, so that the scores of the others remain true, but under a name that was
 * drawn, without what was typed and without the platform's event.
 */
export const forgetPerson = async (
  transaction: Database,
  learner: LearnerId,
): Promise<readonly PlaceId[]> => {
  const ids = await identitiesOf(transaction, learner);
  const person = await findPerson(transaction, learner);
  const places = await ownPlaces(transaction, ids);
  if (places.length > 0) {
    for (const table of ["questions", "quizzes", "latest_vectors"] as const)
      await transaction.deleteFrom(table).where("place", "in", places).execute();
    await transaction.deleteFrom("places").where("id", "in", places).execute();
  }
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
  const owned = ["hints", "skip_votes", "lessons_seen", "lesson_reports"] as const;
  for (const table of [...owned, "kept_texts", "latest_vectors", "visitors"] as const)
    await transaction.deleteFrom(table).where("learner", "in", ids).execute();
  await forgetWhoSetDailies(transaction, ids);
  if (person !== undefined) await transaction.deleteFrom("people").where("id", "=", person).execute();
  return places;
};

/** A daily question in a shared place stays, and nobody is named any more as having set it. */
const forgetWhoSetDailies = async (transaction: Database, ids: readonly LearnerId[]): Promise<void> => {
  for (const id of ids) {
    const naming = await transaction
      .selectFrom("places")
      .select(["id", "settings"])
      .where("settings", "like", `%${id}%`)
      .execute();
    for (const { id: place, settings } of naming) {
      const { daily, ...others } = parseSettings(settings) as { daily?: { by?: string } };
      if (daily?.by !== id) continue;
      const { by: _, ...nameless } = daily;
      await transaction
        .updateTable("places")
        .set({ settings: JSON.stringify({ ...others, daily: nameless }) })
        .where("id", "=", place)
        .execute();
    }
  }
};

/** An event that no platform has, in the place of the one that brought an attempt. */
const deletedEvent = (id: Expression<number>) => sql<string>`'deleted-' || ${id}`;
