import type { LearnerId } from "../../identity.ts";
import { belongingTo, type Engine, present } from "../engine.ts";
import type { Questions } from "../questions.ts";

/** Who wants to be ranked, and what they did in questions that were put to all. */
export const createRankings = ({ database }: Engine): Pick<Questions, "rank" | "isRanked" | "standings"> => ({
  rank: async (workspace, learner, on) => {
    if (on)
      await database
        .insertInto("ranked")
        .values({ learner, ...belongingTo(workspace) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    else
      await database
        .deleteFrom("ranked")
        .where("workspace", "=", workspace)
        .where("learner", "=", learner)
        .execute();
  },
  isRanked: async (workspace, learner) => {
    const found = await database
      .selectFrom("ranked")
      .select("learner")
      .where("workspace", "=", workspace)
      .where("learner", "=", learner)
      .executeTakeFirst();
    return found !== undefined;
  },
  standings: async (workspace, since, place) => {
    const shared = database
      .selectFrom("attempts")
      .innerJoin("questions", "questions.id", "attempts.question")
      .select(({ fn, ref, eb }) => [
        "attempts.learner",
        fn.sum<number>(ref("attempts.points")).as("points"),
        fn
          .countAll<number>()
          .filterWhere(eb("attempts.outcome", "=", "right"))
          .as("right"),
      ])
      .where("attempts.workspace", "=", workspace)
      .where("questions.purpose", "in", ["quiz", "daily"])
      .$if(since !== undefined, (query) => query.where("attempts.at", ">=", since?.getTime() ?? 0))
      .$if(place !== undefined, (query) => query.where("questions.place", "=", place ?? ""))
      .groupBy("attempts.learner");
    const masters = database
      .selectFrom("learners")
      .innerJoin("skills", "skills.person", "learners.person")
      .select(({ fn }) => ["learners.id", fn.countAll<number>().as("mastered")])
      .where("skills.mastered_at", "is not", null)
      .groupBy("learners.id");
    const found = await database
      .selectFrom("ranked")
      .innerJoin("learners", "learners.id", "ranked.learner")
      .leftJoin(shared.as("shared"), "shared.learner", "ranked.learner")
      .leftJoin(masters.as("masters"), "masters.id", "ranked.learner")
      .select(["ranked.learner", "learners.name", "shared.points", "shared.right", "masters.mastered"])
      .where("ranked.workspace", "=", workspace)
      .execute();
    return found.map(({ learner, name, points, right, mastered }) => ({
      learner: learner as LearnerId,
      points: Number(points ?? 0),
      right: right ?? 0,
      mastered: mastered ?? 0,
      ...present({ name }),
    }));
  },
});
