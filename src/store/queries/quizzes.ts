import { type Selectable, sql } from "kysely";
import { type LearnerId, type PlaceId, workspaceOf } from "../../identity.ts";
import { belongingTo, type Engine, present } from "../engine.ts";
import { type KeptQuiz, type QuizState, type Quizzes, quizStates } from "../quizzes.ts";
import type { Tables } from "../tables.ts";
import { changeSettings, parseSettings } from "./settings.ts";

/** The solution of a question is looked at for so long before the next one is due, in milliseconds. */
const pauseAfterSolution = 10_000;

const columns = ["id", "workspace", "place", "starter", "settings", "state", "started_at"] as const;

type Row = Pick<Selectable<Tables["quizzes"]>, (typeof columns)[number]>;

const toState = (kept: string): QuizState => quizStates.find((state) => state === kept) ?? "ended";

const toQuiz = ({ started_at, settings, state, ...row }: Row): KeptQuiz => ({
  id: row.id,
  workspace: row.workspace as PlaceId,
  place: row.place as PlaceId,
  starter: row.starter as LearnerId,
  settings: parseSettings(settings),
  state: toState(state),
  startedAt: new Date(started_at),
});

export const createQuizzes = ({ database, dialect }: Engine): Quizzes => ({
  start: async ({ workspace, place, starter, settings, startedAt }) => {
    const started = await database
      .insertInto("quizzes")
      .values({
        ...belongingTo(workspace),
        place,
        starter,
        settings: JSON.stringify(settings),
        started_at: startedAt.getTime(),
        state: "running",
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning(columns)
      .executeTakeFirst();
    return started && toQuiz(started);
  },
  find: async (id) => {
    const found = await database
      .selectFrom("quizzes")
      .select(columns)
      .where("id", "=", id)
      .executeTakeFirst();
    return found && toQuiz(found);
  },
  in: async (place) => {
    const found = await database
      .selectFrom("quizzes")
      .select(columns)
      .where("place", "=", place)
      .where("state", "!=", "ended")
      .executeTakeFirst();
    return found && toQuiz(found);
  },
  running: async () => {
    const found = await database
      .selectFrom("quizzes")
      .select(columns)
      .where("state", "=", "running")
      .execute();
    return found.map(toQuiz);
  },
  overdue: async (moment) => {
    const found = await database
      .selectFrom("quizzes as z")
      .leftJoin("questions as q", (join) =>
        join.onRef("q.quiz", "=", "z.id").on("q.number", "=", ({ selectFrom }) =>
          selectFrom("questions as o")
            .select(({ fn }) => fn.max("o.number").as("latest"))
            .whereRef("o.quiz", "=", "z.id"),
        ),
      )
      .select("z.id")
      .where("z.state", "=", "running")
      .where(
        sql`coalesce(q.told_at + ${sql.lit(pauseAfterSolution)}, q.closed_at, q.closes_at,
          case when q.message is null then coalesce(q.opened_at, z.started_at) end)`,
        "<",
        moment.getTime(),
      )
      .execute();
    return found.map(({ id }) => id);
  },
  change: async (id, from, to, at) => {
    const changed = await database
      .updateTable("quizzes")
      .set({ state: to, ended_at: to === "ended" ? at.getTime() : null })
      .where("id", "=", id)
      .where("state", "=", from)
      .returning("id")
      .execute();
    return changed.length > 0;
  },
  lease: async (id, now, until) => {
    const leased = await database
      .updateTable("quizzes")
      .set({ leased_until: until.getTime() })
      .where("id", "=", id)
      .where(({ or, eb }) => or([eb("leased_until", "is", null), eb("leased_until", "<", now.getTime())]))
      .returning("id")
      .execute();
    return leased.length > 0;
  },
  release: async (id) => {
    await database.updateTable("quizzes").set({ leased_until: null }).where("id", "=", id).execute();
  },
  scores: async (id) => {
    const found = await database
      .selectFrom("scores")
      .leftJoin("learners", "learners.id", "scores.learner")
      .select(["scores.learner", "points", "right", "answered", "learners.name"])
      .where("scores.quiz", "=", id)
      .orderBy("points", "desc")
      .orderBy("right", "desc")
      .orderBy("scores.learner")
      .execute();
    return found.map(({ learner, points, right, answered, name }) => ({
      learner: learner as LearnerId,
      points,
      right,
      answered,
      ...present({ name }),
    }));
  },
  placeSettings: async (place) => {
    const found = await database
      .selectFrom("places")
      .select("settings")
      .where("id", "=", place)
      .executeTakeFirst();
    return parseSettings(found?.settings);
  },
  placesWithDaily: async () => {
    const found = await database
      .selectFrom("places")
      .select("id")
      .where(({ ref }) => dialect.property(ref("settings"), "daily"), "is not", null)
      .orderBy("id")
      .execute();
    return found.map(({ id }) => id as PlaceId);
  },
  changePlace: (place, change, owner) =>
    database.transaction().execute(async (within) => {
      await within
        .insertInto("places")
        .values({ id: place, ...belongingTo(workspaceOf(place)), settings: "{}", learner: owner ?? null })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      if (owner !== undefined)
        await within.updateTable("places").set({ learner: owner }).where("id", "=", place).execute();
      await changeSettings(within, dialect, "places", place, change);
    }),
});
