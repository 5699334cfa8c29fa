import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../src/commands/tutor.ts";
import { optionsOf } from "../src/commands/usage.ts";
import { createLog } from "../src/log.ts";
import type { OpenDatabase } from "../src/store/open-store.ts";
import { queryOf } from "./support/class/query.ts";
import { openStage as openDiscord } from "./support/discord/stage.ts";
import { openStage as openSlack } from "./support/slack/stage.ts";
import { openEmpty } from "./support/store.ts";
import { quietTutor, type storeOpened } from "./support/tutor.ts";

/** What a learner writes: a word and a number that stand nowhere else. */
const [word, number] = ["zyxxyvault", "41.82374659"];
const secret = /zyxxyvault|41\.8237/i;

const openLogged = async () => {
  const logged: string[] = [];
  const { store, database } = await openEmpty();
  const log = createLog("info", { write: (line: string) => logged.push(line) });
  const tutor = quietTutor({
    store,
    log,
    drawPicture: async (picture) => {
      throw new SyntaxError(JSON.stringify(picture));
    },
  });
  return { logged, tutor, store, database };
};

type Logged = Awaited<ReturnType<typeof openLogged>>;

/** Takes away the tables that most answers ask. */
const breakDatabase = async (database: OpenDatabase): Promise<void> => {
  const query = queryOf(database);
  for (const table of [
    "learners",
    "places",
    "latest_vectors",
    "kept_texts",
    "questions",
    "quizzes",
    "lessons_seen",
  ])
    await query(`alter table ${table} rename to no_${table}`);
};

/** Every command, with the secret in each of its options and in place of all of them. */
const linesFor = (tutor: Parameters<typeof storeOpened>[0]): readonly (readonly [string, string])[] =>
  tutor.commands.flatMap((command) => [
    [command.name, word] as const,
    [command.name, `${number},2,3 4,5,6`] as const,
    [command.name, `${word} ${number},1 ${word}`] as const,
    ...optionsOf(command).map(
      ({ name }) => [command.name, `${command.examples[0]} ${name}:${word}`] as const,
    ),
  ]);

const playAll = async ({ tutor }: Pick<Logged, "tutor">): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (const [command, line] of linesFor(tutor))
    answers.push(
      await tutor.answer({
        input: { kind: "line", command, line },
        id: "1",
        learner: "web:learner:a",
        place: "web:place:page/a",
        locale: "en",
        name: word,
      }),
    );
  return answers;
};

describe("what a learner writes is in no line of the log", () => {
  let opened: Logged;
  beforeAll(async () => {
    opened = await openLogged();
  });
  afterAll(() => opened.store.close().catch(() => undefined));

  test("while all goes well, and pictures fail", async () => {
    await playAll(opened);
    for (const reply of [{ kind: "scale", marks: [{ label: word, value: 0, shown: number }] }] as const)
      expect(await opened.tutor.draw(reply, "light")).toBeUndefined();
    expect(opened.logged.join("")).toContain("a picture could not be drawn");
    expect(opened.logged.join("")).not.toMatch(secret);
  });

  test("while the database fails; the learner is told the id that the lines have", async () => {
    await breakDatabase(opened.database);
    opened.logged.length = 0;
    const answers = await playAll(opened);
    const told = answers.flatMap(({ problem }) => (problem?.kind === "fault" ? [problem.reference] : []));
    expect(told.length).toBeGreaterThan(10);
    const lines = opened.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    const failed = lines.filter(({ msg }) => msg === "answer failed");
    expect(failed.map(({ request }) => request)).toEqual(told);
    expect(failed[0]).toMatchObject({ where: "answer", place: "web:place:page/a", kind: "line" });
    for (const { request } of lines) expect(request).toMatch(/^[0-9a-f]{8}$/);
    expect(opened.logged.join("")).not.toMatch(secret);
  });
});

describe.each(["discord", "slack"] as const)("on %s, with a database that fails", (name) => {
  test("each line has the id of its event, and no words", async () => {
    const { tutor, logged, database } = await openLogged();
    const stage = name === "discord" ? await openDiscord(tutor) : await openSlack("socket", tutor);
    stage.logged.splice(0);
    await breakDatabase(database);
    await stage.learner.slash("dot", `${number},2,3 4,5,6`);
    await stage.learner.slash("progress", "");
    await stage.learner.slash("similar", word);
    await stage.learner.mention(`why is ${word} like ${number},2,3 4,5,6?`);
    const lines = [...logged, ...stage.logged].map((line) => JSON.parse(line) as Record<string, unknown>);
    await stage.close();
    expect(lines.filter(({ msg }) => msg === "answer failed").length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ request: expect.stringMatching(/^[0-9a-f]{8}$/) });
    expect(JSON.stringify(lines)).not.toMatch(secret);
  });
});
