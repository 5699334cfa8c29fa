import { currentLanguage } from "../../language.ts";
import type { PictureBlock } from "../../reply/reply.ts";
import { say, tagOf } from "../../say.ts";
import { describeSkill, type Skill } from "../../tutor/skill.ts";
import { mastery, type SkillRecord } from "../../tutor/skill-record.ts";
import { altText } from "./alt.ts";

/** Reviews are shown for today and the days that follow, so many in all. */
const days = 7;

const oneDay = 24 * 60 * 60 * 1000;

/** What a learner can do in each skill that was begun, and on which days reviews are due. */
export const progressPicture = (
  records: ReadonlyMap<Skill, SkillRecord>,
  now: Date,
): readonly PictureBlock[] => {
  if (records.size === 0) return [];
  const skills = [...records].map(([skill, record]) => ({
    title: say(describeSkill[skill].title),
    mastery: mastery(record, now),
  }));
  const ahead = Array.from({ length: days }, (_, day) => ({ day: nameOf(day, now), reviews: 0 }));
  for (const { card } of records.values()) {
    const day = Math.max(0, Math.floor((new Date(card.due).getTime() - now.getTime()) / oneDay));
    if (day < days) ahead[day]!.reviews += 1;
  }
  const best = skills.map(({ title, mastery: share }) => `${title} ${Math.round(share * 100)}%`);
  const due = ahead.filter(({ reviews }) => reviews > 0).map(({ day, reviews }) => `${day} ${reviews}`);
  return [
    {
      kind: "picture",
      picture: { kind: "progress", skills, ahead },
      alt: altText(
        say("Mastery by skill, as bars: {skills}. Reviews in the next {days} days: {reviews}.", {
          skills: best.join(", "),
          days,
          reviews: due.length === 0 ? say("none") : due.join(", "),
        }),
      ),
      alsoSaid: true,
    },
  ];
};

const nameOf = (day: number, now: Date): string => {
  if (day === 0) return say("now");
  const then = new Date(now.getTime() + day * oneDay);
  return new Intl.DateTimeFormat(tagOf[currentLanguage()], { weekday: "short", timeZone: "UTC" }).format(
    then,
  );
};
