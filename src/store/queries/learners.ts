import type { LearnerId, PlaceId } from "../../identity.ts";
import type { Language } from "../../language.ts";
import { type Engine, present, toDate } from "../engine.ts";
import type { LearnerSettings, Learners, ToRemind } from "../learners.ts";
import { forgetPerson, gatherPerson } from "./everything.ts";
import {
  agreeToLink,
  findLinkCode,
  linkIdentities,
  linkWaitingFor,
  refuseLink,
  unlinkIdentity,
} from "./link.ts";
import { identitiesOf, makePerson } from "./person.ts";
import { prepare } from "./prepared.ts";
import { changeSettings, parseSettings } from "./settings.ts";

/** What is set for a learner and for so many places; each answer asks. */
const createFindSettings = ({ database }: Engine, places: number) =>
  prepare(
    Object.fromEntries(Array.from({ length: places + 1 }, (_, i) => [i, `id ${i}`])),
    ({ 0: learner = "", ...around }) =>
      database
        .selectFrom("learners")
        .innerJoin("people", "people.id", "learners.person")
        .select(["learners.id", "people.settings"])
        .where("learners.id", "=", learner)
        .unionAll(
          database.selectFrom("places").select(["id", "settings"]).where("id", "in", Object.values(around)),
        ),
  );

export const createLearners = (engine: Engine, now: () => Date): Learners => {
  const { database, relaxed, dialect } = engine;
  /** By how many places there are. */
  const findSettings = new Map<number, ReturnType<typeof createFindSettings>>();
  return {
    meet: async (learner, name) => {
      const known = await relaxed
        .selectFrom("learners")
        .select("name")
        .where("id", "=", learner)
        .executeTakeFirst();
      if (known === undefined)
        await relaxed.transaction().execute((within) => makePerson(within, learner, now().getTime()));
      if (name !== undefined && name !== known?.name)
        await relaxed.updateTable("learners").set({ name }).where("id", "=", learner).execute();
    },
    settingsOf: async (learner) => {
      const found = await database
        .selectFrom("learners")
        .innerJoin("people", "people.id", "learners.person")
        .select("people.settings")
        .where("learners.id", "=", learner)
        .executeTakeFirst();
      return parseSettings(found?.settings);
    },
    settingsIn: async (learner, places) => {
      const find = findSettings.get(places.length) ?? createFindSettings(engine, places.length);
      findSettings.set(places.length, find);
      const { rows } = await database.executeQuery(find(Object.fromEntries([learner, ...places].entries())));
      const of = (id: LearnerId | PlaceId) => parseSettings(rows.find((row) => row.id === id)?.settings);
      return { own: of(learner), places: places.map(of) };
    },
    change: (learner, change) =>
      database.transaction().execute(async (within) => {
        const person = await makePerson(within, learner, now().getTime());
        await changeSettings(within, dialect, "people", person, { ...change });
      }),
    makeLinkCode: (learner, code, expiresAt) =>
      database.transaction().execute(async (within) => {
        await makePerson(within, learner, now().getTime());
        await within.deleteFrom("link_codes").where("learner", "=", learner).execute();
        await within
          .insertInto("link_codes")
          .values({ learner, code, expires_at: expiresAt.getTime() })
          .execute();
      }),
    findLinkCode: (joiner, code) =>
      database.transaction().execute(async (within) => {
        await makePerson(within, joiner, now().getTime());
        return findLinkCode(within, joiner, code, now().getTime());
      }),
    agreeToLink: (joiner, code) => agreeToLink(database, joiner, code, now().getTime()),
    linkWaitingFor: (owner) => linkWaitingFor(database, owner, now().getTime()),
    link: (owner, code) =>
      database.transaction().execute((within) => linkIdentities(within, owner, code, now().getTime())),
    refuseLink: (learner, code) => refuseLink(database, learner, code),
    unlink: (learner) =>
      database.transaction().execute(async (within) => {
        const [, ...others] = await identitiesOf(within, learner);
        await unlinkIdentity(within, learner, others);
        return others;
      }),
    accountsOf: async (learner) => {
      const ids = await identitiesOf(database, learner);
      const named = await database
        .selectFrom("learners")
        .select(["id", "name"])
        .where("id", "in", ids)
        .execute();
      return ids.map((id) => ({
        learner: id,
        ...present({ name: named.find((row) => row.id === id)?.name }),
      }));
    },
    identitiesOf: (learner) => identitiesOf(database, learner),
    skillsOf: async (learner) => {
      const found = await database
        .selectFrom("skills")
        .innerJoin("learners", "learners.person", "skills.person")
        .select(["skill", "record", "due_at"])
        .where("learners.id", "=", learner)
        .orderBy("skill")
        .execute();
      return found.map(({ skill, record, due_at }) => ({
        skill,
        record: JSON.parse(record),
        dueAt: new Date(due_at),
      }));
    },
    toRemind: async (moment) => {
      const found = await database
        .selectFrom("people")
        .innerJoin("skills", "skills.person", "people.id")
        .select(({ fn, ref }) => [
          "people.id",
          "people.settings",
          "people.reminded_at",
          fn.count<number>(ref("skills.skill")).as("due"),
        ])
        .where("skills.due_at", "<=", moment.getTime())
        .where(({ ref }) => dialect.property(ref("people.settings"), "remindAt"), "is not", null)
        .groupBy(["people.id", "people.settings", "people.reminded_at"])
        .execute();
      return found.map(({ id, settings, reminded_at, due }) =>
        toRemind(id as LearnerId, parseSettings(settings), toDate(reminded_at), due),
      );
    },
    noteReminded: async (person, before, moment) => {
      const noted = await database
        .updateTable("people")
        .set({ reminded_at: moment.getTime() })
        .where("id", "=", person)
        .where("reminded_at", before === undefined ? "is" : "=", before?.getTime() ?? null)
        .returning("id")
        .execute();
      return noted.length > 0;
    },
    everythingAbout: (learner) => gatherPerson(database, learner),
    forget: (learner) => database.transaction().execute((within) => forgetPerson(within, learner)),
  };
};

const toRemind = (
  person: LearnerId,
  { remindVia = person, zone = "UTC", language, remindIn, remindAt = 0 }: LearnerSettings,
  remindedAt: Date | undefined,
  due: number,
): ToRemind => ({
  person,
  via: remindVia,
  zone,
  language: languageOfReminder(language, remindIn),
  remindAt,
  due,
  ...present({ remindedAt }),
});

/** The language that is set, or else the one that was spoken when the reminder was. */
const languageOfReminder = (set: LearnerSettings["language"], spoken: Language = "en"): Language =>
  set === undefined || set === "auto" ? spoken : set;
