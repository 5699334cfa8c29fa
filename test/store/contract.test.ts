import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createSharedDatabase } from "../support/shared-postgres.ts";
import { openEmpty } from "../support/store.ts";
import { conversationsContract } from "./conversations-contract.ts";
import { installationsContract } from "./installations-contract.ts";
import { learnersContract } from "./learners-contract.ts";
import { lessonsContract } from "./lessons-contract.ts";
import { questionsContract } from "./questions-contract.ts";
import { quizzesContract } from "./quizzes-contract.ts";
import { repliesContract } from "./replies-contract.ts";

let moment = Date.UTC(2026, 10, 24);

/** Each reading of the clock is a second later. */
const now = () => {
  moment += 1_000;
  return new Date(moment);
};

const stores: Readonly<Record<string, () => Promise<Store>>> = {
  "in this process": async () => (await openEmpty(now)).store,
  "on a PostgreSQL server": async () =>
    (await openStore({ dataDir: "", databaseUrl: await createSharedDatabase() }, now)).store,
};

describe.each(Object.entries(stores))("a store %s", (_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  const opened = () => store;

  repliesContract(opened);
  lessonsContract(opened);
  learnersContract(opened);
  questionsContract(opened);
  quizzesContract(opened);
  installationsContract(opened);
  conversationsContract(opened);

  test("keeps its ports apart from one another", () =>
    expect(Object.keys(store).toSorted()).toEqual([
      "close",
      "conversations",
      "installations",
      "learners",
      "lessons",
      "questions",
      "quizzes",
      "replies",
    ]));
});
