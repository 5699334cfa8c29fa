import { atLeastOne } from "../base/at-least.ts";
import { choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { kinds } from "../tutor/kinds.ts";
import { describeSkill, type Skill, skills } from "../tutor/skill.ts";
import { habits, isMastered, mastery, type SkillRecord } from "../tutor/skill-record.ts";
import type { Streak } from "../tutor/streak.ts";
import { progressPicture } from "./pictures/progress.ts";

export interface Progress {
  readonly records: ReadonlyMap<Skill, SkillRecord>;
  readonly now: Date;
  /** Absent where the learner does not want it counted. */
  readonly streak?: Streak;
}

/** What a learner can do, what is due when, and which slips came back. */
export const showProgress = ({ records, now, streak }: Progress): Reply => {
  const begun = skills.filter((skill) => records.has(skill));
  const due = begun.filter((skill) => new Date(records.get(skill)!.card.due) <= now);
  return {
    tone: "plain",
    audience: "asker",
    title: say("Your progress"),
    blocks: atLeastOne([
      ...(begun.length === 0
        ? [paragraph(say("Nothing yet: answer a first question, and it will stand here."))]
        : [
            paragraph(inShort(begun, due, records, now)),
            {
              kind: "table",
              caption: say("By skill"),
              header: [say("skill"), say("mastery"), say("right"), say("due")],
              rows: begun.map((skill) => rowFor(skill, records.get(skill)!, now)),
            } as const,
          ]),
      ...slipLines(records),
      ...habitLine(records),
      ...progressPicture(records, now),
      ...(streak === undefined ? [] : [paragraph(streakInWords(streak))]),
      choices(say("What next?"), [
        { label: say("Practise now"), does: { command: "practice", options: {} } },
        streak === undefined
          ? { label: say("Count my days in a row"), does: { command: "progress", options: { streak: "on" } } }
          : { label: say("Do not count days"), does: { command: "progress", options: { streak: "off" } } },
        { label: say("Remind me"), does: { command: "remind", options: {} } },
      ]),
    ]),
  };
};

const inShort = (
  begun: readonly Skill[],
  due: readonly Skill[],
  records: ReadonlyMap<Skill, SkillRecord>,
  now: Date,
): string => {
  const mastered = begun.filter((skill) => isMastered(records.get(skill)!, now)).length;
  return say(
    "Begun: {begun} of {all} skills. Mastered: {mastered}. {due, plural, =0 {Nothing is due.} other {Due now: #.}}",
    { begun: begun.length, all: skills.length, mastered, due: due.length },
  );
};

/** A telephone shows no more of a table than some forty characters in a line. */
const squares = 5;

/** Filled and empty squares, and the same as a figure. */
const bar = (share: number): string => {
  const filled = Math.round(share * squares);
  return `${"■".repeat(filled)}${"□".repeat(squares - filled)} ${Math.round(share * 100)}%`;
};

const rowFor = (skill: Skill, record: SkillRecord, now: Date): readonly string[] => [
  say(describeSkill[skill].title),
  bar(mastery(record, now)),
  `${record.right}/${record.right + record.wrong}`,
  dueInWords(new Date(record.card.due), now),
];

const oneDay = 24 * 60 * 60 * 1000;

/** When something is due, as seen from now. */
export const dueInWords = (due: Date, now: Date): string => {
  const ahead = due.getTime() - now.getTime();
  if (ahead <= 0) return say("now");
  if (ahead < oneDay) return say("today");
  const days = Math.round(ahead / oneDay);
  return say("{days, plural, one {in a day} other {in # days}}", { days });
};

/** The most slips that are told. */
const mostSlips = 5;

const slipLines = (records: ReadonlyMap<Skill, SkillRecord>) => {
  const counts = new Map<string, number>();
  for (const { slips } of records.values())
    for (const [name, count] of Object.entries<number>(slips))
      counts.set(name, (counts.get(name) ?? 0) + count);
  const back = [...counts]
    .filter(([, count]) => count > 1)
    .toSorted(([, x], [, y]) => y - x)
    .slice(0, mostSlips);
  return back.length === 0
    ? []
    : [
        paragraph(
          sayParts("<strong>Slips that came back: </strong>{slips}.", {
            slips: back
              .map(([name, count]) => say("{slip} ({count} times)", { slip: titleOf(name), count }))
              .join("; "),
          }),
        ),
      ];
};

/** What is likely more than chance, and worth a look. */
const habitLine = (records: ReadonlyMap<Skill, SkillRecord>) => {
  const found = [...new Set([...records.values()].flatMap(habits))];
  return found.length === 0
    ? []
    : [
        paragraph(
          sayParts(
            "<strong>Worth a look: </strong>{slips}. Nearly every wrong answer in that skill goes this way, so it may be a habit.",
            { slips: found.slice(0, mostSlips).map(titleOf).join("; ") },
          ),
        ),
      ];
};

const titleOf = (name: string): string =>
  say(kinds.flatMap(({ slips }) => slips).find((slip) => slip.name === name)?.title ?? name);

const streakInWords = ({ days, freezeLeft }: Streak): string => {
  if (days === 0) return say("Days in a row: none yet. One question a day is enough.");
  return say(
    freezeLeft
      ? "Days in a row: {days}. One day in a week may be missed without breaking it."
      : "Days in a row: {days}. This week’s free day is used.",
    { days },
  );
};
