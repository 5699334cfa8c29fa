import * as z from "zod";
import { workspaceOf } from "../identity.ts";
import { showLeaderboard, showRanked } from "../present/leaderboard.ts";
import { ok } from "../result.ts";
import { defineCommand } from "./command.ts";

const oneWeek = 7 * 24 * 60 * 60 * 1000;

const actions = {
  show: { summary: "Who leads here", takes: ["of", "period", "by"] },
  join: { summary: "Stand on the leaderboards of this server", takes: [] },
  leave: { summary: "Stand on them no longer", takes: [] },
} as const;

export const leaderboard = defineCommand({
  name: "leaderboard",
  summary: "Who leads in this channel or server: only those who wish to be on it",
  audience: "everyone",
  options: z.object({
    action: z.enum(["show", "join", "leave"]).default("show").meta({ description: "What to do", actions }),
    of: z
      .enum(["channel", "server"])
      .default("channel")
      .meta({ description: "The channel, or the whole server" }),
    period: z
      .enum(["week", "ever"])
      .default("week")
      .meta({ description: "The last seven days, or all time" }),
    by: z.enum(["points", "mastery"]).default("points").meta({ description: "What counts first" }),
  }),
  examples: ["show", "show of:server by:mastery", "join"],
  words: ["leaderboard", "scoreboard"],
  run: async ({ action, of, period, by }, { store, invocation, now }) => {
    const { learner, place, name } = invocation;
    const workspace = workspaceOf(place);
    if (action !== "show") {
      await store.learners.meet(learner, name);
      await store.questions.rank(workspace, learner, action === "join");
      return ok(showRanked(action === "join"));
    }
    const since = period === "week" ? new Date(now().getTime() - oneWeek) : undefined;
    const standings = await store.questions.standings(workspace, since, of === "channel" ? place : undefined);
    return ok(showLeaderboard(standings, { of, period, by }));
  },
});
