import { sql } from "kysely";
import type { LearnerId } from "../../identity.ts";
import type { Conversations, Exchange, Said } from "../conversations.ts";
import { type Engine, present } from "../engine.ts";
import type { Database } from "../tables.ts";

/** How long a visit is not noted again, in milliseconds. */
const notedFor = 60 * 60 * 1_000;

/** How many exchanges of a visitor stay. */
const most = 50;

/** How many visitors one query asks about. */
const atOnce = 100;

const said = ["id", "asked", "html", "change"] as const;

interface Row {
  readonly id: string;
  readonly asked: string | null;
  readonly html: string;
  readonly change: number;
}

const toSaid = ({ id, asked, html, change }: Row): Said => ({ id, html, change, ...present({ asked }) });

export const createConversations = ({ database, relaxed }: Engine, now: () => Date): Conversations => ({
  meet: async (learner) => {
    const seen_at = now().getTime();
    await relaxed
      .insertInto("visitors")
      .values({ learner, change: seen_at, seen_at })
      .onConflict((conflict) =>
        conflict
          .column("learner")
          .doUpdateSet({ seen_at })
          .where("visitors.seen_at", "<", seen_at - notedFor),
      )
      .execute();
  },
  knows: async (learner) => {
    const found = await database
      .selectFrom("visitors")
      .select("learner")
      .where("learner", "=", learner)
      .executeTakeFirst();
    return found !== undefined;
  },
  put: (learner, exchange) =>
    relaxed.transaction().execute((within) => put(within, learner, exchange, now().getTime())),
  find: async (learner, wanted) => {
    const found = await database
      .selectFrom("exchanges")
      .select(said)
      .where("learner", "=", learner)
      .where("id", "=", wanted)
      .executeTakeFirst();
    return found && toSaid(found);
  },
  picture: async (learner, key) => {
    const found = await database
      .selectFrom("exchanges")
      .select("pictures")
      .where("learner", "=", learner)
      .where(
        sql<boolean>`pictures like ${`%${JSON.stringify(key).replaceAll(/[\\%_]/g, "\\$&")}%`} escape '\\'`,
      )
      .execute();
    return found
      .map(({ pictures }) => JSON.parse(pictures) as Readonly<Record<string, unknown>>)
      .find((pictures) => Object.hasOwn(pictures, key))?.[key];
  },
  of: async (learner) => {
    // One statement, so that both are as they are at one moment.
    const found = await database
      .selectFrom("visitors")
      .leftJoin("exchanges", "exchanges.learner", "visitors.learner")
      .select(["visitors.change as latest", "id", "asked", "html", "exchanges.change"])
      .where("visitors.learner", "=", learner)
      .orderBy("added")
      .execute();
    return {
      exchanges: found.flatMap(({ id, asked, html, change }) =>
        id === null || html === null || change === null ? [] : [toSaid({ id, asked, html, change })],
      ),
      change: found[0]?.latest ?? 0,
    };
  },
  changes: async (seen) => {
    const found: (Row & { readonly learner: string })[] = [];
    for (let from = 0; from < seen.length; from += atOnce)
      found.push(
        ...(await database
          .selectFrom("exchanges")
          .select(["learner", ...said])
          .where(({ or, and, eb }) =>
            or(
              seen
                .slice(from, from + atOnce)
                .map(({ visitor, since }) => and([eb("learner", "=", visitor), eb("change", ">", since)])),
            ),
          )
          .execute()),
      );
    return found
      .toSorted((one, other) => one.change - other.change)
      .map((row) => ({ ...toSaid(row), visitor: row.learner as LearnerId }));
  },
  forget: async (learner) => {
    await database.deleteFrom("exchanges").where("learner", "=", learner).execute();
  },
  forgetBefore: async (saidBefore, seenBefore) => {
    await database.deleteFrom("exchanges").where("at", "<", saidBefore.getTime()).execute();
    await database.deleteFrom("visitors").where("seen_at", "<", seenBefore.getTime()).execute();
  },
});

/**
 * Keeps an exchange, and resolves to the number of this change. Numbers of a visitor go on from the milliseconds since
 * 1970: one who was forgotten and comes back has higher numbers than before, as a tab that is still open knows those.
 * The visitor's row is locked until the end, so that a change which can be read has no earlier one behind it that cannot.
 */
const put = async (
  transaction: Database,
  learner: LearnerId,
  { id, asked, html, pictures, hasFile }: Exchange,
  at: number,
): Promise<number> => {
  const { change } = await transaction
    .insertInto("visitors")
    .values({ learner, change: at, seen_at: at })
    .onConflict((conflict) =>
      conflict.column("learner").doUpdateSet({ change: sql<number>`visitors.change + 1` }),
    )
    .returning("change")
    .executeTakeFirstOrThrow();
  const oldest = await transaction
    .selectFrom("exchanges")
    .select("added")
    .where("learner", "=", learner)
    .where("id", "!=", id)
    .orderBy("added", "desc")
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  if (oldest !== undefined)
    await transaction
      .deleteFrom("exchanges")
      .where("learner", "=", learner)
      .where("id", "!=", id)
      .where("added", "<=", oldest.added)
      .execute();
  const kept = {
    change,
    asked: asked === undefined ? null : withoutNul(asked),
    html: withoutNul(html),
    pictures: JSON.stringify(pictures),
    has_file: hasFile ? 1 : 0,
    at,
  };
  await transaction
    .insertInto("exchanges")
    .values({ learner, id, added: change, ...kept })
    .onConflict((conflict) => conflict.columns(["learner", "id"]).doUpdateSet(kept))
    .execute();
  return change;
};

/** PostgreSQL's text holds no NUL, and it shows nothing. */
const withoutNul = (text: string): string => text.replaceAll("\0", "");
