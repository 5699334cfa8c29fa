import { sql } from "kysely";
import { type Database, numberedTables } from "../tables.ts";

/** Lets new ids go on behind those that rows were brought with. */
export const continueNumbers = async (database: Database): Promise<void> => {
  for (const table of numberedTables)
    await sql
      .raw(
        `select setval(pg_get_serial_sequence('${table}', 'id'), greatest(highest, 1), highest > 0)
         from (select coalesce(max(id), 0) as highest from ${table}) as given`,
      )
      .execute(database);
};
