import { timingSafeEqual } from "node:crypto";
import type { Account, LearnerId } from "../../identity.ts";
import { present } from "../engine.ts";
import type { FoundCode } from "../learners.ts";
import type { Database } from "../tables.ts";
import { findPerson } from "./person.ts";
import { parseSettings } from "./settings.ts";

/** How many misses make a code void. */
const mostTries = 5;

/** How many of its first signs name a code; the rest proves that one knows it. */
const nameLength = 4;

const accountOf = async (database: Database, learner: string): Promise<Account> => {
  const found = await database
    .selectFrom("learners")
    .select("name")
    .where("id", "=", learner)
    .executeTakeFirst();
  return { learner: learner as LearnerId, ...present({ name: found?.name }) };
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export const findLinkCode = async (
  transaction: Database,
  joiner: LearnerId,
  code: string,
  now: number,
): Promise<FoundCode> => {
  // What is no longer than a name would count as a miss of every code that begins with it.
  if (!/^[A-Z0-9]+$/.test(code) || code.length <= nameLength) return { kind: "no-such-code" };
  const named = await transaction
    .selectFrom("link_codes")
    .select(["code", "learner", "joiner"])
    .where("code", "like", `${code.slice(0, nameLength)}%`)
    .where("expires_at", ">", now)
    .execute();
  const found = named.find((row) => isSame(row.code, code));
  if (found === undefined) {
    for (const missed of named) await noteMiss(transaction, missed.code);
    return { kind: "no-such-code" };
  }
  if ((await findPerson(transaction, found.learner as LearnerId)) === (await findPerson(transaction, joiner)))
    return { kind: "same-person" };
  const taken = await transaction
    .updateTable("link_codes")
    .set({ joiner })
    .where("code", "=", code)
    .where(({ or, eb }) => or([eb("joiner", "is", null), eb("joiner", "=", joiner)]))
    .returning("learner")
    .executeTakeFirst();
  return taken === undefined
    ? { kind: "no-such-code" }
    : { kind: "found", owner: await accountOf(transaction, taken.learner) };
};

const noteMiss = async (transaction: Database, code: string): Promise<void> => {
  await transaction
    .updateTable("link_codes")
    .set(({ eb }) => ({ tries: eb("tries", "+", 1) }))
    .where("code", "=", code)
    .execute();
  await transaction
    .deleteFrom("link_codes")
    .where("code", "=", code)
    .where("tries", ">=", mostTries)
    .execute();
};

export const agreeToLink = async (
  database: Database,
  joiner: LearnerId,
  code: string,
  now: number,
): Promise<Account | undefined> => {
  const agreed = await database
    .updateTable("link_codes")
    .set({ agreed: 1 })
    .where("code", "=", code)
    .where("joiner", "=", joiner)
    .where("expires_at", ">", now)
    .returning("learner")
    .executeTakeFirst();
  return agreed && accountOf(database, agreed.learner);
};

export const linkWaitingFor = async (
  database: Database,
  owner: LearnerId,
  now: number,
): Promise<{ readonly code: string; readonly joiner: Account } | undefined> => {
  const found = await database
    .selectFrom("link_codes")
    .select(["code", "joiner"])
    .where("learner", "=", owner)
    .where("agreed", "=", 1)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return found?.joiner == null
    ? undefined
    : { code: found.code, joiner: await accountOf(database, found.joiner) };
};

export const refuseLink = async (
  database: Database,
  learner: LearnerId,
  code: string,
): Promise<LearnerId | undefined> => {
  const refused = await database
    .deleteFrom("link_codes")
    .where("code", "=", code)
    .where(({ or, eb }) => or([eb("learner", "=", learner), eb("joiner", "=", learner)]))
    .returning(["learner", "joiner"])
    .executeTakeFirst();
  const other = refused?.learner === learner ? refused.joiner : refused?.learner;
  return (other ?? undefined) as LearnerId | undefined;
};

/**
 * Makes the owner of a code and the learner who agreed to it one person, that of the owner. The code is used up. Of a skill that
 * both have, the record that is due later stays: it is the better known one.
 */
export const linkIdentities = async (
  transaction: Database,
  owner: LearnerId,
  code: string,
  now: number,
): Promise<Account | undefined> => {
  const found = await transaction
    .deleteFrom("link_codes")
    .where("code", "=", code)
    .where("learner", "=", owner)
    .where("agreed", "=", 1)
    .where("expires_at", ">", now)
    .returning("joiner")
    .executeTakeFirst();
  if (found?.joiner == null) return undefined;
  const from = await findPerson(transaction, found.joiner as LearnerId);
  const to = await findPerson(transaction, owner);
  if (from === undefined || to === undefined || from === to) return undefined;
  await carrySkills(transaction, from, to);
  const settings = JSON.stringify({
    ...(await settingsOf(transaction, from)),
    ...(await settingsOf(transaction, to)),
  });
  await transaction.updateTable("people").set({ settings }).where("id", "=", to).execute();
  await transaction.updateTable("learners").set({ person: to }).where("person", "=", from).execute();
  await transaction.deleteFrom("people").where("id", "=", from).execute();
  return accountOf(transaction, found.joiner);
};

/** Makes a learner a person of their own; both sides keep what they learned and set together. */
export const unlinkIdentity = async (
  transaction: Database,
  learner: LearnerId,
  others: readonly LearnerId[],
): Promise<void> => {
  const person = await findPerson(transaction, learner);
  const [first] = others;
  if (person === undefined || first === undefined) return;
  // A person is called by the first identity that was met: if that is the one who goes, the others need another name.
  const [goes, fresh] = person === learner ? [others, first] : [[learner], learner];
  const settings = await settingsOf(transaction, person);
  await transaction
    .insertInto("people")
    .values({ id: fresh, settings: settingsFor(settings, goes) })
    .execute();
  await carrySkills(transaction, person, fresh);
  await transaction.updateTable("learners").set({ person: fresh }).where("id", "in", goes).execute();
  const stays = [learner, ...others].filter((id) => !goes.includes(id));
  await transaction
    .updateTable("people")
    .set({ settings: settingsFor(settings, stays) })
    .where("id", "=", person)
    .execute();
};

/** Reminders go where they were asked for, so they stay with that identity. */
const settingsFor = (
  { remindVia, remindAt, remindIn, ...settings }: Readonly<Record<string, unknown>>,
  ids: readonly LearnerId[],
): string =>
  JSON.stringify(
    ids.some((id) => id === remindVia) ? { ...settings, remindVia, remindAt, remindIn } : settings,
  );

/** Gives a person what another has learned, but where their own record is due later. */
const carrySkills = async (transaction: Database, from: string, to: string): Promise<void> => {
  const theirs = await skillsOf(transaction, from);
  const ours = await skillsOf(transaction, to);
  for (const skill of theirs) {
    const same = ours.find((each) => each.skill === skill.skill);
    if (same !== undefined && same.due_at >= skill.due_at) continue;
    if (same !== undefined)
      await transaction
        .deleteFrom("skills")
        .where("person", "=", to)
        .where("skill", "=", skill.skill)
        .execute();
    await transaction
      .insertInto("skills")
      .values({ ...skill, person: to })
      .execute();
  }
};

const skillsOf = (transaction: Database, person: string) =>
  transaction.selectFrom("skills").selectAll().where("person", "=", person).execute();

const settingsOf = async (
  transaction: Database,
  person: string,
): Promise<Readonly<Record<string, unknown>>> => {
  const found = await transaction
    .selectFrom("people")
    .select("settings")
    .where("id", "=", person)
    .executeTakeFirst();
  return parseSettings(found?.settings);
};
