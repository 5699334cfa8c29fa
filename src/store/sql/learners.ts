import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { LearnerId } from "../../identity.ts";
import type { Language } from "../../language.ts";
import type { LearnerSettings, Learners, ToRemind } from "../learners.ts";
import { learners, linkCodes, people, places, skills } from "../schema/learners.ts";
import { changedSettings } from "./change-settings.ts";
import { type Database, withoutNulls } from "./database.ts";
import { forgetPerson, gatherPerson } from "./everything.ts";
import { linkIdentities } from "./link.ts";
import { knownPerson, personBehind } from "./person.ts";

export const createLearners = (db: Database, now: () => Date): Learners => {
  const settingsOf = async (learner: LearnerId): Promise<LearnerSettings> => {
    const [found] = await db
      .select({ settings: people.settings })
      .from(learners)
      .innerJoin(people, eq(people.id, learners.person))
      .where(eq(learners.id, learner));
    return (found?.settings ?? {}) as LearnerSettings;
  };
  const meet: Learners["meet"] = async (learner, name) => {
    const [known] = await db.select({ name: learners.name }).from(learners).where(eq(learners.id, learner));
    if (known === undefined)
      await db.transaction((within) => personBehind(within as unknown as Database, learner, now()));
    if (name !== undefined && name !== known?.name)
      await db.update(learners).set({ name }).where(eq(learners.id, learner));
  };

  return {
    meet,
    settingsOf,
    settingsIn: async (learner, wanted) => {
      const found = await db
        .select({ id: learners.id, settings: people.settings })
        .from(learners)
        .innerJoin(people, eq(people.id, learners.person))
        .where(eq(learners.id, learner))
        .unionAll(
          db
            .select({ id: places.id, settings: places.settings })
            .from(places)
            .where(inArray(places.id, [...wanted])),
        );
      const of = (id: string): unknown => found.find((each) => each.id === id)?.settings ?? {};
      return { own: of(learner) as LearnerSettings, places: wanted.map(of) };
    },
    change: async (learner, change) => {
      await meet(learner);
      await db
        .update(people)
        .set({ settings: changedSettings(people.settings, change) })
        .where(eq(people.id, (await knownPerson(db, learner))!));
    },
    makeLinkCode: async (learner, code, expiresAt) => {
      await meet(learner);
      await db.delete(linkCodes).where(eq(linkCodes.learner, learner));
      await db.insert(linkCodes).values({ learner, code, expiresAt });
    },
    link: async (learner, code) => {
      await meet(learner);
      return db.transaction((within) => linkIdentities(within as unknown as Database, learner, code, now()));
    },
    identitiesOf: async (learner) => {
      const person = await knownPerson(db, learner);
      if (person === undefined) return [learner];
      const found = await db.select({ id: learners.id }).from(learners).where(eq(learners.person, person));
      return found.map(({ id }) => id as LearnerId);
    },
    skillsOf: async (learner) => {
      const { skill, record, dueAt } = skills;
      return db
        .select({ skill, record, dueAt })
        .from(skills)
        .innerJoin(learners, eq(learners.person, skills.person))
        .where(eq(learners.id, learner))
        .orderBy(skill);
    },
    toRemind: async (moment) => {
      const found = await db
        .select({
          person: people.id,
          via: sql<string>`${people.settings}->>'remindVia'`,
          zone: sql<string>`coalesce(${people.settings}->>'zone', 'UTC')`,
          language: sql<Language>`coalesce(nullif(${people.settings}->>'language', 'auto'), ${people.settings}->>'remindIn', 'en')`,
          remindAt: sql<number>`(${people.settings}->>'remindAt')::integer`,
          remindedAt: people.remindedAt,
          due: sql<number>`count(*)::integer`,
        })
        .from(people)
        .innerJoin(skills, and(eq(skills.person, people.id), lte(skills.dueAt, moment)))
        .where(sql`${people.settings} ? 'remindAt'`)
        .groupBy(people.id);
      return found.map((row) => withoutNulls(row) as unknown as ToRemind);
    },
    noteReminded: async (person, before, moment) => {
      const noted = await db
        .update(people)
        .set({ remindedAt: moment })
        .where(
          and(
            eq(people.id, person),
            before === undefined ? isNull(people.remindedAt) : eq(people.remindedAt, before),
          ),
        )
        .returning({ id: people.id });
      return noted.length > 0;
    },
    everythingAbout: (learner) => gatherPerson(db, learner),
    forget: (learner) => db.transaction((within) => forgetPerson(within as unknown as Database, learner)),
  };
};
