import { eq } from "drizzle-orm";
import { homeOf, type LearnerId } from "../../identity.ts";
import { learners, people } from "../schema/learners.ts";
import { belongingTo, type Database } from "./database.ts";

/** The person behind a learner; one who is met for the first time becomes one. */
export const personBehind = async (db: Database, learner: LearnerId, at: Date): Promise<LearnerId> => {
  const known = await knownPerson(db, learner);
  if (known !== undefined) return known;
  await db.insert(people).values({ id: learner, settings: {} }).onConflictDoNothing();
  await db
    .insert(learners)
    .values({ id: learner, ...belongingTo(homeOf(learner)), person: learner, metAt: at })
    .onConflictDoNothing();
  return (await knownPerson(db, learner))!;
};

export const knownPerson = async (db: Database, learner: LearnerId): Promise<LearnerId | undefined> => {
  const [found] = await db.select({ person: learners.person }).from(learners).where(eq(learners.id, learner));
  return found?.person as LearnerId | undefined;
};
