import type { Session } from "./session.ts";

/** What holds for a minute only, and is in no backup. */
export const passing: readonly string[] = ["limits"];

/** Every other table of ours, those first that others refer to. */
export const tables = [
  "people",
  "learners",
  "link_codes",
  "ranked",
  "skills",
  "places",
  "quizzes",
  "questions",
  "attempts",
  "hints",
  "skip_votes",
  "lessons_seen",
  "lesson_reports",
  "kept_texts",
  "latest_vectors",
  "installations",
  "visitors",
  "exchanges",
] as const;

export type TableName = (typeof tables)[number];

export interface Column {
  readonly name: string;
  readonly type: string;
}

/** A name as SQL quotes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The columns of a table in the database, in order; none when there is no such table. */
export const columnsOf = (session: Session, table: TableName): Promise<readonly Column[]> =>
  session.query<Column>(
    `select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [quoted(table)],
  );

/** The sequence that numbers a table's rows, as SQL names it. */
export const sequenceOf = async (
  session: Session,
  table: TableName,
  columns: readonly Column[],
): Promise<string | undefined> => {
  if (!columns.some(({ name }) => name === "id")) return undefined;
  const [found] = await session.query("select pg_get_serial_sequence($1, 'id') as name", [quoted(table)]);
  return found?.name ?? undefined;
};
