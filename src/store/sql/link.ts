import { and, eq, gt } from "drizzle-orm";
import type { LearnerId } from "../../identity.ts";
import type { Linked } from "../learners.ts";
import { learners, linkCodes, people, skills } from "../schema/learners.ts";
import type { Database } from "./database.ts";
import { knownPerson } from "./person.ts";

/**
 * Makes the learner's person and that of whoever asked for the code one, the latter. The code is used up. Of a skill
 * that both have, the record that is due later stays: it is the better known one.
 */
export const linkIdentities = async (
  db: Database,
  learner: LearnerId,
  code: string,
  now: Date,
): Promise<Linked> => {
  const [found] = await db
    .delete(linkCodes)
    .where(and(eq(linkCodes.code, code), gt(linkCodes.expiresAt, now)))
    .returning();
  if (found === undefined) return "no-such-code";
  const [from, to] = [await knownPerson(db, learner), await knownPerson(db, found.learner as LearnerId)];
  if (from === undefined || to === undefined || from === to) return "same-person";
  const [theirs, ours] = await Promise.all([from, to].map((person) => skillsOf(db, person)));
  for (const skill of theirs!) {
    const same = ours!.find((each) => each.skill === skill.skill);
    if (same !== undefined && same.dueAt >= skill.dueAt) continue;
    if (same !== undefined)
      await db.delete(skills).where(and(eq(skills.person, to), eq(skills.skill, skill.skill)));
    await db.insert(skills).values({ ...skill, person: to });
  }
  const settings = await Promise.all([from, to].map((person) => settingsOf(db, person)));
  await db
    .update(people)
    .set({ settings: { ...settings[0], ...settings[1] } })
    .where(eq(people.id, to));
  await db.update(learners).set({ person: to }).where(eq(learners.person, from));
  await db.delete(people).where(eq(people.id, from));
  return "linked";
};

const skillsOf = (db: Database, person: string) => db.select().from(skills).where(eq(skills.person, person));

const settingsOf = async (db: Database, person: string): Promise<object> => {
  const [found] = await db.select().from(people).where(eq(people.id, person));
  return (found?.settings ?? {}) as object;
};
