import * as z from "zod";
import { ok } from "../base/result.ts";
import { homeOf, platformOf, workspaceOf } from "../identity.ts";
import { showLeaderboard, showRanked } from "../present/leaderboard.ts";
import { message } from "../say.ts";
import { defineCommand } from "./command.ts";

const oneWeek = 7 * 24 * 60 * 60 * 1000;

const actions = {
  show: { summary: message("Who leads here"), takes: ["of", "period", "by"] },
  join: { summary: message("Stand on the leaderboards here"), takes: [] },
  leave: { summary: message("Stand on them no longer"), takes: [] },
} as const;

export const leaderboard = defineCommand({
  name: "leaderboard",
  summary: message("Who leads here: only those who wish to be on it"),
  audience: "everyone",
  options: z.object({
    action: z
      .enum(["show", "join", "leave"])
      .default("show")
      .meta({ description: message("What to do"), actions }),
    of: z
      .enum(["channel", "server"])
      .default("channel")
      .meta({ description: message("This channel, or all that there are here") }),
    period: z
      .enum(["week", "ever"])
      .default("week")
      .meta({ description: message("The last seven days, or all time") }),
    by: z
      .enum(["points", "mastery"])
      .default("points")
      .meta({ description: message("What counts first") }),
  }),
  examples: ["show", "show of:server by:mastery", "join"],
  phrases: {
    en: ["leaderboard", "scoreboard"],
    de: ["rangliste", "bestenliste"],
    es: ["clasificación", "tabla de posiciones"],
  },
  run: async ({ action, of, period, by }, { store, invocation, now }) => {
    const { learner, place, name } = invocation;
    const workspace = workspaceOf(place);
    if (action !== "show") {
      await store.learners.meet(learner, name);
      await store.questions.rank(workspace, learner, action === "join");
      return ok(showRanked(action === "join"));
    }
    const since = period === "week" ? new Date(now().getTime() - oneWeek) : undefined;
    // Conversations outside of any server have nothing to do with one another, and tell each other no names.
    const isApart = platformOf(place) !== "slack" && workspace === homeOf(learner);
    const within = of === "channel" || isApart ? place : undefined;
    const standings = await store.questions.standings(workspace, since, within);
    const known = standings.filter(
      (standing) => !isApart || standing.learner === learner || standing.right > 0 || standing.points > 0,
    );
    return ok(showLeaderboard(known, { of: isApart ? "channel" : of, period, by }, platformOf(place)));
  },
});
