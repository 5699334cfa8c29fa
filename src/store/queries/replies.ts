import type { Engine } from "../engine.ts";
import type { Replies } from "../replies.ts";
import { prepare } from "./prepared.ts";

/** What is kept for half a year is dated anew after a day, in milliseconds: the same answer writes once a day. */
const datedFor = 24 * 60 * 60 * 1000;

/** What becomes the latest of a place; nothing is written where it was that already, and not long ago. */
interface Latest {
  readonly place: string;
  readonly vectors: string;
  readonly learner: string | null;
  readonly at: number;
  readonly stale: number;
  readonly [name: string]: string | number | null;
}

const sample: Latest = { place: "place", vectors: "vectors", learner: "learner", at: 1, stale: 2 };

const createKeepLatest = ({ relaxed }: Engine) =>
  prepare(sample, ({ place, vectors, learner, at, stale }) =>
    relaxed
      .insertInto("latest_vectors")
      .values({ place, vectors, learner, at })
      .onConflict((conflict) =>
        conflict
          .column("place")
          .doUpdateSet({ vectors, learner, at })
          .where(({ or, eb }) =>
            or([
              eb("latest_vectors.vectors", "!=", vectors),
              eb("latest_vectors.learner", "is distinct from", learner),
              eb("latest_vectors.at", "<", stale),
            ]),
          ),
      ),
  );

export const createReplies = (engine: Engine, now: () => Date): Replies => {
  const { database, relaxed } = engine;
  const keepLatest = createKeepLatest(engine);
  return {
    keepTexts: async (workspace, texts, owner) => {
      const used_at = now().getTime();
      const learner = owner ?? "";
      // In one order for all, so that two who keep the same texts at once never wait for each other.
      const rows = [...texts].toSorted(([one], [other]) => (one < other ? -1 : 1));
      if (rows.length === 0) return;
      await relaxed
        .insertInto("kept_texts")
        .values(rows.map(([key, text]) => ({ workspace, learner, key, text, used_at })))
        .onConflict((conflict) =>
          conflict
            .columns(["key", "workspace", "learner"])
            .doUpdateSet({ used_at })
            .where("kept_texts.used_at", "<", used_at - datedFor),
        )
        .execute();
    },
    findText: async (key) => {
      const found = await database
        .selectFrom("kept_texts")
        .select("text")
        .where("key", "=", key)
        .limit(1)
        .executeTakeFirst();
      return found?.text;
    },
    keepLatest: async (place, vectors, learner) => {
      const at = now().getTime();
      await relaxed.executeQuery(
        keepLatest({ place, vectors, learner: learner ?? null, at, stale: at - datedFor }),
      );
    },
    findLatest: async (places) => {
      const found = await database
        .selectFrom("latest_vectors")
        .select(["place", "vectors"])
        .where("place", "in", places)
        .execute();
      return places
        .map((place) => found.find((row) => row.place === place)?.vectors)
        .find((vectors) => vectors !== undefined);
    },
    forgetBefore: async (moment) => {
      await database.deleteFrom("kept_texts").where("used_at", "<", moment.getTime()).execute();
      await database.deleteFrom("latest_vectors").where("at", "<", moment.getTime()).execute();
    },
  };
};
