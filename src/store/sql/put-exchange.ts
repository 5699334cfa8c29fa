import { sql } from "drizzle-orm";
import type { LearnerId } from "../../identity.ts";
import type { Exchange } from "../conversations.ts";
import type { Database } from "./database.ts";

/** So many exchanges of a visitor stay. */
const most = 50;

/**
 * Changes of a visitor are counted from the milliseconds since 1970, by the database's clock: whoever is forgotten and
 * comes back goes on with higher numbers, as a tab that is still open knows the earlier ones.
 */
export const firstChange = sql`(extract(epoch from clock_timestamp()) * 1000)::bigint`;

/**
 * Keeps an exchange in one statement. The visitor's row is locked by it until it is done, so that a change which can be
 * read has no earlier one behind it that cannot yet.
 */
export const putExchange = async (
  db: Database,
  visitor: LearnerId,
  { id, asked, html, pictures, hasFile }: Exchange,
  now: Date,
): Promise<number> => {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = (await db.execute(sql`
    with counted as (
      insert into visitors (learner, change, seen_at) values (${visitor}, ${firstChange}, ${at})
      on conflict (learner) do update set change = visitors.change + 1
      returning learner, change
    ), surplus as (
      delete from exchanges e using counted c
      where e.learner = c.learner and e.id <> ${id} and e.added <= (
        select o.added from exchanges o where o.learner = c.learner and o.id <> ${id}
        order by o.added desc offset ${most - 1} limit 1
      )
    )
    insert into exchanges (learner, id, added, change, asked, html, pictures, has_file, at)
    select learner, ${id}::text, change, change, ${withoutNul(asked ?? null)}::text, ${withoutNul(html)}::text,
      ${JSON.stringify(pictures)}::json, ${hasFile}::boolean, ${at}
    from counted
    on conflict (learner, id) do update set change = excluded.change, asked = excluded.asked, html = excluded.html,
      pictures = excluded.pictures, has_file = excluded.has_file, at = excluded.at
    returning change`)) as unknown as { rows: readonly { change: number | string }[] };
  return Number(rows[0]!.change);
};

/** A text of PostgreSQL's does not hold that character, and nobody sees it. */
const withoutNul = <T extends string | null>(text: T): T => (text?.replaceAll("\0", "") ?? null) as T;
