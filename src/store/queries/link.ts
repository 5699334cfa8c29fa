import type { LearnerId } from "../../identity.ts";
import type { Linked } from "../learners.ts";
import type { Database } from "../tables.ts";
import { findPerson } from "./person.ts";
import { parseSettings } from "./settings.ts";

/**
 * Makes the learner's person and that of the one who asked for the code one, the latter. The code is used up. Of a skill
 * that both have, the record that is due later stays: it is the better known one.
 */
export const linkIdentities = async (
  transaction: Database,
  learner: LearnerId,
  code: string,
  now: number,
): Promise<Linked> => {
  const found = await transaction
    .deleteFrom("link_codes")
    .where("code", "=", code)
    .where("expires_at", ">", now)
    .returning("learner")
    .executeTakeFirst();
  if (found === undefined) return "no-such-code";
  const from = await findPerson(transaction, learner);
  const to = await findPerson(transaction, found.learner as LearnerId);
  if (from === undefined || to === undefined || from === to) return "same-person";
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
  const settings = JSON.stringify({
    ...(await settingsOf(transaction, from)),
    ...(await settingsOf(transaction, to)),
  });
  await transaction.updateTable("people").set({ settings }).where("id", "=", to).execute();
  await transaction.updateTable("learners").set({ person: to }).where("person", "=", from).execute();
  await transaction.deleteFrom("people").where("id", "=", from).execute();
  return "linked";
};

const skillsOf = (transaction: Database, person: string) =>
  transaction.selectFrom("skills").selectAll().where("person", "=", person).execute();

const settingsOf = async (transaction: Database, person: string): Promise<object> => {
  const found = await transaction
    .selectFrom("people")
    .select("settings")
    .where("id", "=", person)
    .executeTakeFirst();
  return parseSettings(found?.settings);
};
