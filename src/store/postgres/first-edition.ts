import { sql } from "kysely";
import { migrations, spellings } from "../migrations.ts";
import { StoreRefused } from "../refusal.ts";
import { type Database, movedTables } from "../tables.ts";
import { continueNumbers } from "./numbers.ts";

/** How many migrations the first edition came to. */
const last = 8;

/** Functions of the first edition whose names are needed, or that nobody needs any more. */
const functions = [
  "attempt_needs_open_question()",
  "question_closes_once()",
  "belongs_with_question()",
  "home_of(text)",
];

/**
 * Brings what the first edition kept into the tables of this one, all of it or nothing; does nothing where there is
 * nothing of it. Moments, JSON and truth were kept in PostgreSQL's own types there.
 */
export const carryFirstEdition = async (
  database: Database,
  now: () => Date,
  tell: (sentence: string) => void = () => undefined,
): Promise<void> => {
  const had = await countMigrations(database);
  if (had === undefined) return;
  if (had !== last)
    throw new StoreRefused(
      "first-edition",
      "The database that DATABASE_URL names was made by an early version of the first edition. Start the latest of that edition once, which brings it up to date, then start me again.",
    );
  tell("What the first edition kept is brought into the form of this one.");
  await database.transaction().execute(async (within) => {
    const run = (statement: string) => sql.raw(statement).execute(within);
    await run("create schema first_edition");
    await run("drop view scores");
    for (const table of [...movedTables, "limits"])
      await run(`alter table ${table} set schema first_edition`);
    for (const name of functions) await run(`alter function ${name} set schema first_edition`);
    for (const statement of migrations[0]?.(spellings.postgres) ?? []) await run(statement);
    // What was answered while a question was open may not be inserted after it has closed; its owner may suspend that.
    await run("alter table attempts disable trigger user");
    for (const table of movedTables) await carryTable(within, table);
    await run("alter table attempts enable trigger user");
    await continueNumbers(within);
    await run("create table migrations (version bigint primary key, made_at bigint not null)");
    await within.insertInto("migrations").values({ version: 1, made_at: now().getTime() }).execute();
    await run("drop schema first_edition cascade");
    await run("drop schema drizzle cascade");
  });
};

/** How many migrations of the first edition a database has had; undefined where it had none. */
const countMigrations = async (database: Database): Promise<number | undefined> => {
  const found = await sql<{
    name: string | null;
  }>`select to_regclass('drizzle.__drizzle_migrations')::text as name`.execute(database);
  if (found.rows[0]?.name == null) return undefined;
  const counted = await sql<{
    count: number;
  }>`select count(*) as count from drizzle.__drizzle_migrations`.execute(database);
  return counted.rows[0]?.count ?? 0;
};

interface Column {
  readonly name: string;
  readonly type: string;
}

const carryTable = async (within: Database, table: (typeof movedTables)[number]): Promise<void> => {
  const { rows: columns } = await sql<Column>`
    select n.attname::text as name, format_type(o.atttypid, null) as type
    from pg_attribute n join pg_attribute o on o.attname = n.attname
    where n.attrelid = to_regclass(${`public.${table}`}) and o.attrelid = to_regclass(${`first_edition.${table}`})
      and n.attnum > 0 and not n.attisdropped and not o.attisdropped`.execute(within);
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const values = columns.map(convert).join(", ");
  await sql
    .raw(`insert into public.${table} (${names}) select ${values} from first_edition.${table}`)
    .execute(within);
};

/** A value of the first edition as this one keeps it. */
const convert = ({ name, type }: Column): string => {
  if (type.startsWith("timestamp")) return `round(extract(epoch from "${name}") * 1000)::bigint`;
  if (type === "json" || type === "jsonb") return `"${name}"::text`;
  return type === "boolean" ? `"${name}"::integer` : `"${name}"`;
};
