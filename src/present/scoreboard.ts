import { type Choice, paragraph, type Reply } from "../reply/reply.ts";
import { describeSkill, type Skill } from "../tutor/skill.ts";
import { choices } from "./question.ts";
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
  title: wasStopped ? "The quiz was stopped" : "The quiz is over",
  blocks: [
    ...(scores.length === 0
      ? [paragraph("Nobody answered, so there are no points to tell.")]
      : [
          {
            kind: "table",
            caption: `Points after ${asked} ${asked === 1 ? "question" : "questions"}`,
            header: ["", "who", "points", "right"],
            rows: ranksOf(scores)
              .slice(0, mostLines)
              .map(({ rank, name, points, right }) => [
                `${rank}.`,
                name,
                String(points),
                `${right}/${asked}`,
              ]),
          } as const,
          ...(scores.length > mostLines ? [paragraph(`… and ${scores.length - mostLines} more.`)] : []),
        ]),
    ...(hard.length === 0
      ? []
      : [
          paragraph([
            { strong: "Hard this time: " },
            `${hard.map((skill) => describeSkill[skill].title.toLowerCase()).join(", ")}.`,
          ]),
        ]),
    choices("What next?", [
      ...(hard.length === 0
        ? [{ label: "Practise", does: { command: "practice", options: {} } }]
        : [{ label: "Practise these", does: { command: "practice", options: { topic: hard.join(",") } } }]),
      { label: "Another quiz", does: quizDoes("start") },
      { label: "Leaderboard", does: { command: "leaderboard", options: {} } },
    ] satisfies readonly Choice[]),
  ] as unknown as Reply["blocks"],
});

/** Equal points have the same rank. */
const ranksOf = (scores: readonly ScoreLine[]): readonly (ScoreLine & { readonly rank: number })[] =>
  scores.map((score) => ({
    ...score,
    rank: 1 + scores.filter(({ points }) => points > score.points).length,
  }));
