import { type Choice, paragraph, type Reply } from "../reply/reply.ts";
import { choices } from "./question.ts";

export interface Ranked {
  readonly name?: string;
  readonly points: number;
  readonly right: number;
  readonly mastered: number;
}

export interface LeaderboardView {
  readonly of: "channel" | "server";
  readonly period: "week" | "ever";
  readonly by: "points" | "mastery";
}

const mostLines = 20;

const show = (label: string, view: LeaderboardView): Choice => ({
  label,
  does: { command: "leaderboard", options: { action: "show", ...view } },
});

const join: Choice = { label: "Join", does: { command: "leaderboard", options: { action: "join" } } };
const leave: Choice = { label: "Leave", does: { command: "leaderboard", options: { action: "leave" } } };

/** Those who wish to be on it, the first first. */
export const showLeaderboard = (standings: readonly Ranked[], view: LeaderboardView): Reply => {
  const { of, period, by } = view;
  const worth = ({ points, mastered }: Ranked): readonly [number, number] =>
    by === "points" ? [points, mastered] : [mastered, points];
  const sorted = standings.toSorted((x, y) => worth(y)[0] - worth(x)[0] || worth(y)[1] - worth(x)[1]);
  const rankOf = (standing: Ranked) =>
    1 +
    sorted.filter((other) => {
      const [mine, theirs] = [worth(standing), worth(other)];
      return theirs[0] > mine[0] || (theirs[0] === mine[0] && theirs[1] > mine[1]);
    }).length;
  return {
    tone: "plain",
    title: `Leaderboard: this ${of}, ${period === "week" ? "the last seven days" : "all time"}`,
    blocks: [
      sorted.length === 0
        ? paragraph("Nobody is on it yet. Only those who join are shown.")
        : {
            kind: "table",
            caption: `By ${by}`,
            header: ["", "who", "points", "right", "skills mastered"],
            rows: sorted
              .slice(0, mostLines)
              .map((standing) => [
                `${rankOf(standing)}.`,
                standing.name ?? "someone",
                String(standing.points),
                String(standing.right),
                String(standing.mastered),
              ]),
          },
      choices("What next?", [
        by === "points"
          ? show("By mastery", { ...view, by: "mastery" })
          : show("By points", { ...view, by: "points" }),
        of === "channel"
          ? show("Whole server", { ...view, of: "server" })
          : show("This channel", { ...view, of: "channel" }),
        period === "week"
          ? show("All time", { ...view, period: "ever" })
          : show("This week", { ...view, period: "week" }),
        join,
        leave,
      ]),
    ],
  };
};

/** Whether one is on the leaderboards from now on. */
export const showRanked = (isOn: boolean): Reply => ({
  tone: "plain",
  audience: "asker",
  title: isOn ? "You are on the leaderboards here" : "You are off the leaderboards here",
  blocks: [
    paragraph(
      isOn
        ? "Your name and points are shown to everyone here who asks for a leaderboard. Leave whenever you like."
        : "Your points are kept, and shown to nobody but you.",
    ),
    choices("What next?", [isOn ? leave : join]),
  ],
});
