import type { PlatformName } from "../identity.ts";
import { type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say } from "../say.ts";

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

const join = (): Choice => ({
  label: say("Join"),
  does: { command: "leaderboard", options: { action: "join" } },
});
const leave = (): Choice => ({
  label: say("Leave"),
  does: { command: "leaderboard", options: { action: "leave" } },
});

/** Those who wish to be on it, the first first. */
export const showLeaderboard = (
  standings: readonly Ranked[],
  view: LeaderboardView,
  platform: PlatformName,
): Reply => {
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
    title: say(
      "Leaderboard: {of, select, channel {this channel} slack {this workspace} other {this server}}, {period, select, week {the last seven days} other {all time}}",
      { of: of === "channel" ? of : platform, period },
    ),
    blocks: [
      sorted.length === 0
        ? paragraph(say("Nobody is on it yet. Only those who join are shown."))
        : {
            kind: "table",
            caption: by === "points" ? say("By points") : say("By mastery"),
            header: ["", say("who"), say("points"), say("right"), say("skills mastered")],
            rows: sorted
              .slice(0, mostLines)
              .map((standing) => [
                `${rankOf(standing)}.`,
                standing.name ?? say("someone"),
                String(standing.points),
                String(standing.right),
                String(standing.mastered),
              ]),
          },
      choices(say("What next?"), [
        by === "points"
          ? show(say("By mastery"), { ...view, by: "mastery" })
          : show(say("By points"), { ...view, by: "points" }),
        of === "channel"
          ? show(say("Whole {platform, select, slack {workspace} other {server}}", { platform }), {
              ...view,
              of: "server",
            })
          : show(say("This channel"), { ...view, of: "channel" }),
        period === "week"
          ? show(say("All time"), { ...view, period: "ever" })
          : show(say("This week"), { ...view, period: "week" }),
        join(),
        leave(),
      ]),
    ],
  };
};

/** Whether one is on the leaderboards from now on. */
export const showRanked = (isOn: boolean): Reply => ({
  tone: "plain",
  audience: "asker",
  title: isOn ? say("You are on the leaderboards here") : say("You are off the leaderboards here"),
  blocks: [
    paragraph(
      isOn
        ? say(
            "Your name and points are shown to everyone here who asks for a leaderboard. Leave whenever you like.",
          )
        : say("Your points are kept, and shown to nobody but you."),
    ),
    choices(say("What next?"), [isOn ? leave() : join()]),
  ],
});
