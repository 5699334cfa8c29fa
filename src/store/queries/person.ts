import { homeOf, type LearnerId } from "../../identity.ts";
import { belongingTo } from "../engine.ts";
import type { Database } from "../tables.ts";

/** The person behind a learner, if the learner has been met. */
export const findPerson = async (database: Database, learner: LearnerId): Promise<LearnerId | undefined> => {
  const found = await database
    .selectFrom("learners")
    .select("person")
    .where("id", "=", learner)
    .executeTakeFirst();
  return found?.person as LearnerId | undefined;
};

/** The person behind a learner; one who is met for the first time becomes one. */
export const makePerson = async (database: Database, learner: LearnerId, at: number): Promise<LearnerId> => {
  const known = await findPerson(database, learner);
  if (known !== undefined) return known;
  await database
    .insertInto("people")
    .values({ id: learner, settings: "{}" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await database
    .insertInto("learners")
    .values({ id: learner, ...belongingTo(homeOf(learner)), person: learner, met_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Another process may have met the same learner just before, and linked them since.
  return (await findPerson(database, learner)) ?? learner;
};

/** The identities of the person behind a learner, this one among them. */
export const identitiesOf = async (
  database: Database,
  learner: LearnerId,
): Promise<readonly [LearnerId, ...LearnerId[]]> => {
  const found = await database
    .selectFrom("learners as own")
    .innerJoin("learners as each", "each.person", "own.person")
    .select("each.id")
    .where("own.id", "=", learner)
    .where("each.id", "!=", learner)
    .execute();
  return [learner, ...found.map(({ id }) => id as LearnerId)];
};
