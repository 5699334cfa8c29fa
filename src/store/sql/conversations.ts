import { and, eq, lt, sql } from "drizzle-orm";
import type { LearnerId } from "../../identity.ts";
import type { Conversations, Said } from "../conversations.ts";
import { exchanges, visitors } from "../schema/conversations.ts";
import { type Database, withoutNulls } from "./database.ts";
import { firstChange, putExchange } from "./put-exchange.ts";

/** That a visitor is there is noted anew after so long, in milliseconds: it need not be written down with every line. */
const notedFor = 60 * 60 * 1_000;

const { id, asked, html, change } = exchanges;
const said = { id, asked, html, change };

type Row = { readonly [K in keyof typeof said]: (typeof exchanges.$inferSelect)[K] };

const toSaid = ({ id, asked, html, change }: Row): Said =>
  withoutNulls({ id, asked, html, change: Number(change) }) as Said;

export const createConversations = (db: Database, now: () => Date): Conversations => ({
  meet: async (learner) => {
    const seenAt = now();
    await db
      .insert(visitors)
      .values({ learner, change: firstChange as never, seenAt })
      .onConflictDoUpdate({
        target: visitors.learner,
        set: { seenAt },
        setWhere: lt(visitors.seenAt, new Date(seenAt.getTime() - notedFor)),
      });
  },
  knows: async (learner) => (await db.$count(visitors, eq(visitors.learner, learner))) > 0,
  put: (learner, exchange) => putExchange(db, learner, exchange, now()),
  find: async (learner, wanted) => {
    const [found] = await db
      .select(said)
      .from(exchanges)
      .where(and(eq(exchanges.learner, learner), eq(id, wanted)));
    return found && toSaid(found);
  },
  picture: async (learner, key) => {
    // As text: PostgreSQL takes no JSON apart in which there are signs that its texts cannot hold.
    const found = await db
      .select({ pictures: exchanges.pictures })
      .from(exchanges)
      .where(
        and(
          eq(exchanges.learner, learner),
          sql`strpos(${exchanges.pictures}::text, ${JSON.stringify(key)}) > 0`,
        ),
      );
    return found
      .map(({ pictures }) => pictures as Readonly<Record<string, unknown>>)
      .find((pictures) => Object.hasOwn(pictures, key))?.[key];
  },
  of: async (learner) => {
    // One statement, so that both are as they are at one moment.
    const found = await db
      .select({ ...said, latest: visitors.change })
      .from(visitors)
      .leftJoin(exchanges, eq(exchanges.learner, visitors.learner))
      .where(eq(visitors.learner, learner))
      .orderBy(exchanges.added);
    return {
      exchanges: found.flatMap((row) => (row.id === null ? [] : [toSaid(row as Row)])),
      change: found[0]?.latest ?? 0,
    };
  },
  changes: async (seen) => {
    const { rows } = (await db.execute(sql`
      select e.learner, e.id, e.asked, e.html, e.change
      from json_to_recordset(${JSON.stringify(seen)}::json) as s(visitor text, since bigint)
      join visitors v on v.learner = s.visitor and v.change > s.since
      join exchanges e on e.learner = v.learner and e.change > s.since
      order by e.change`)) as unknown as { rows: readonly (Row & { readonly learner: LearnerId })[] };
    return rows.map((row) => ({ ...toSaid(row), visitor: row.learner }));
  },
  forget: async (learner) => {
    await db.delete(exchanges).where(eq(exchanges.learner, learner));
  },
  forgetBefore: async (saidBefore, seenBefore) => {
    await db.delete(exchanges).where(lt(exchanges.at, saidBefore));
    await db.delete(visitors).where(lt(visitors.seenAt, seenBefore));
  },
});
