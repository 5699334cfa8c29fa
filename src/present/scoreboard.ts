import { atLeastOne } from "../base/at-least.ts";
import { type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { lowerFirst, say, sayParts } from "../say.ts";
import { describeSkill, type Skill } from "../tutor/skill.ts";
import { quizDoes } from "./quiz.ts";

/** One line of a scoreboard. */
export interface ScoreLine {
  readonly name: string;
  readonly points: number;
  readonly right: number;
  readonly answered: number;
}

const mostLines = 20;

/** The end: who has how many points, and what the class found hard. */
export const showScoreboard = (
  scores: readonly ScoreLine[],
  asked: number,
  hard: readonly Skill[],
  wasStopped: boolean,
): Reply => ({
  tone: "plain",
  title: wasStopped ? say("The quiz was stopped") : say("The quiz is over"),
  blocks: atLeastOne([
    ...(scores.length === 0
      ? [paragraph(say("Nobody answered, so there are no points to tell."))]
      : [
          {
            kind: "table",
            caption: say("Points after {asked, plural, one {# question} other {# questions}}", { asked }),
            header: ["", say("who"), say("points"), say("right")],
            rows: ranksOf(scores)
              .slice(0, mostLines)
              .map(({ rank, name, points, right }) => [
                `${rank}.`,
                name,
                String(points),
                `${right}/${asked}`,
              ]),
          } as const,
          ...(scores.length > mostLines
            ? [paragraph(say("… and {more} more.", { more: scores.length - mostLines }))]
            : []),
        ]),
    ...(hard.length === 0
      ? []
      : [
          paragraph(
            sayParts("<strong>Hard this time: </strong>{topics}.", {
              topics: hard.map((skill) => lowerFirst(say(describeSkill[skill].title))).join(", "),
            }),
          ),
        ]),
    choices(say("What next?"), [
      ...(hard.length === 0
        ? [{ label: say("Practise"), does: { command: "practice", options: {} } }]
        : [
            {
              label: say("Practise these"),
              does: { command: "practice", options: { topic: hard.join(",") } },
            },
          ]),
      { label: say("Another quiz"), does: quizDoes("start") },
      { label: say("Leaderboard"), does: { command: "leaderboard", options: {} } },
    ] satisfies readonly Choice[]),
  ]),
});

/** Equal points have the same rank. */
const ranksOf = (scores: readonly ScoreLine[]): readonly (ScoreLine & { readonly rank: number })[] =>
  scores.map((score) => ({
    ...score,
    rank: 1 + scores.filter(({ points }) => points > score.points).length,
  }));
