import { sql } from "kysely";
import pg from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { createLimits } from "../../src/commands/limits.ts";
import type { Posting } from "../../src/posting.ts";
import { type Opened, openStore } from "../../src/store/open-store.ts";
import { createClock } from "../support/clock.ts";
import { filesOn, pressableOn } from "../support/page/read.ts";
import { openPage, type Visit } from "../support/page/stage.ts";
import { createSharedDatabase } from "../support/shared-postgres.ts";
import type { Learner } from "../support/slack/learner.ts";
import { type Seen, see } from "../support/slack/see.ts";
import { openStage, type Stage } from "../support/slack/stage.ts";
import { openEmpty } from "../support/store.ts";
import { latestPosed } from "../support/study.ts";
import { openStudy, type Study } from "../support/tutor.ts";
import { until } from "../support/until.ts";

/** Every row of every table of a database, by the table's name. */
type Dump = ReadonlyMap<string, readonly string[]>;

type Queries = (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const dump = async (query: Queries, names: readonly string[]): Promise<Dump> => {
  const tables = new Map<string, readonly string[]>();
  for (const name of names)
    tables.set(
      name,
      (await query(`select * from ${name}`)).map((row) => JSON.stringify(row)),
    );
  return tables;
};

/** A database as a whole, and who may look into it. */
interface Whole {
  readonly opened: Opened;
  readonly dump: () => Promise<Dump>;
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const databases: Readonly<Record<string, (now: () => Date) => Promise<Whole>>> = {
  SQLite: async (now) => {
    const opened = await openEmpty(now);
    const { database } = opened;
    if (database.kind !== "sqlite") throw new Error("This is no SQLite");
    const query: Queries = async (statement) =>
      (await sql.raw<Readonly<Record<string, unknown>>>(statement).execute(database.database)).rows;
    const names = async () =>
      (
        await query(
          "select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite_%'",
        )
      ).map(({ name }) => String(name));
    return { opened, dump: async () => dump(query, await names()) };
  },
  PostgreSQL: async (now) => {
    const url = await createSharedDatabase();
    const opened = await openStore({ dataDir: "", databaseUrl: url }, now);
    const client = new pg.Client(url);
    await client.connect();
    closing.push(() => client.end());
    const query: Queries = async (statement) => (await client.query(statement)).rows;
    const names = async () =>
      (
        await query(
          "select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')",
        )
      ).map(({ name }) => String(name));
    return { opened, dump: async () => dump(query, await names()) };
  },
};

/** Who learns: an account of Slack's and a visitor of the page, and words that only they use. */
interface Person {
  readonly slack: Learner;
  readonly page: Visit;
  readonly name: string;
  /** Sentences of known words, and a number: each is typed somewhere else. */
  readonly words: readonly [string, string, string, string, string];
  /** By what they are known, and what they typed: none of it may be left. */
  readonly traces: readonly string[];
}

/** Does whatever leaves something in the database, by what people type and press. */
const leaveTraces = async ({ slack, page, words }: Person, study: Study, question: Seen): Promise<void> => {
  const [alone, inPublic, onPage, reported, answered] = words;
  const visit = (text: string) => page.send("/ask", { text });
  await slack.directMessage(`similar | ${alone} | doctor with a long long story | and one more sentence |`);
  await slack.slash("similar", `| ${inPublic} | doctor with a long long story | and one more sentence |`);
  await visit(`/similar | ${onPage} | doctor with a long long story | and one more sentence |`);
  await slack.directMessage("quiz daily at:9:00 zone:UTC");
  await slack.directMessage("settings digits:6");
  await slack.directMessage("remind 18:00 zone:UTC");
  await slack.slash("explain", "cosine similarity");
  await slack.slash("report", `cosine similarity text:${reported}`);
  await visit(`/report norm text:${reported}`);
  await slack.slash("leaderboard", "join");
  // One question that all are asked, one of their own by direct message and one on the page.
  await slack.press("Hint", question);
  await slack.slash("answer", answered);
  await slack.press("Skip", question);
  await slack.directMessage("practice norm");
  await slack.directMessage(`answer ${(await latestPosed(study.store)).right}`);
  await visit("/practice norm");
  await visit(`/answer ${answered}`);
  await slack.directMessage("quiz start topic:norm rounds:5");
  await slack.directMessage(`answer ${answered}`);
  await slack.directMessage("quiz pause");
};

/** What they are told by direct message, whatever else comes there meanwhile. */
const told = async ({ slack }: Person, stage: Stage, line: string, words: string): Promise<Seen> => {
  const found = () =>
    stage.server.workspace.messages
      .map(see)
      .filter(({ text, message }) => message.channel === `D${slack.person.slice(1)}` && text.includes(words));
  const before = found().length;
  await slack.directMessage(line);
  await until(() => found().length > before);
  return found().at(-1)!;
};

const codeIn = ({ text }: Seen): string => /Your code: (\w{8})/.exec(text)![1]!;

const linkBoth = async (person: Person, stage: Stage): Promise<void> => {
  const { slack, page } = person;
  const code = codeIn(await told(person, stage, "link", "Your code:"));
  const asked = await page.send("/ask", { text: `/link ${code}` });
  const yes = pressableOn(asked.html).find(({ label }) => label === "Yes, both are me")!;
  await page.send("/press", { code: yes.code, on: asked.id });
  await slack.press("Yes, both are me", await told(person, stage, "link", "Make these two one person?"));
  // A code that nobody has used is there, too, and another that was typed and not agreed to.
  const open = codeIn(await told(person, stage, "link", "Your code:"));
  expect(open).not.toBe(code);
};

const openClassroom = async (open: (now: () => Date) => Promise<Whole>) => {
  const clock = createClock();
  const whole = await open(clock.now);
  const { countTogether } = whole.opened;
  const study = await openStudy({
    opened: whole.opened,
    now: clock.now,
    limits: createLimits(countTogether),
  });
  closing.push(study.close);
  const stage = await openStage("socket", study.tutor);
  const page = await openPage(study.tutor);
  study.platforms.push(stage.slack, page.page as typeof page.page & Posting);
  closing.push(stage.close, page.close);
  const personOf = async (id: string, name: string, ...words: Person["words"]): Promise<Person> => {
    const visit = await page.visit();
    return {
      slack: stage.anotherLearner(id, name),
      page: visit,
      name,
      words,
      traces: [id, id.replace("U", "D"), visit.visitor, name, ...words.flatMap((each) => each.split(" "))],
    };
  };
  return {
    ...{ clock, study, stage, whole },
    ada: await personOf(
      "U77QADA",
      "lovelace",
      "grief hospital",
      "divorce widow",
      "prison",
      "gambling",
      "31337.25",
    ),
    bob: await personOf(
      "U88QBOB",
      "boole",
      "wedding sailor",
      "violin forest",
      "orchid",
      "lighthouse",
      "27182.75",
    ),
  };
};

const rowsWith = (tables: Dump, traces: readonly string[]): readonly string[] =>
  [...tables].flatMap(([table, rows]) =>
    rows.filter((row) => traces.some((trace) => row.includes(trace))).map((row) => `${table}: ${row}`),
  );

/** Rows that say how far work is, and so change by themselves. */
const isOfWork = (row: string): boolean => /^(pgboss|jobs|limits|public\.limits)/.test(row);

/** A row without what goes on by itself: who holds a quiz until when, and when a solution was told. */
const atRest = (row: string): string => row.replace(/"(?:leased_until|told_at)":(?:null|"?\d+"?)/g, "");

describe.each(Object.entries(databases))("what is forgotten is nowhere in %s", (_, open) => {
  test("each table is filled, and after /data delete nothing tells of one, and all of the other", async () => {
    const { clock, study, stage, whole, ada, bob } = await openClassroom(open);
    await stage.learner.slash("quiz", "start topic:norm rounds:5 seconds:0");
    const question = stage.server.workspace.messages
      .map(see)
      .find(({ text }) => text.includes("Question 1 of"))!;
    const { wrong } = await latestPosed(study.store);
    // So many take part that the votes of the two do not end the question.
    for (const other of [stage.learner, stage.anotherLearner("U33"), stage.anotherLearner("U44")])
      await other.press(wrong, question);
    clock.later(15);
    for (const person of [ada, bob]) await leaveTraces(person, study, question);
    for (const person of [ada, bob]) await linkBoth(person, stage);
    const before = await whole.dump();
    const own = [...before].filter(([name]) => !name.startsWith("pgboss"));
    for (const [name, rows] of own) expect(rows.length, `rows of ${name}`).toBeGreaterThan(0);
    for (const { traces } of [ada, bob])
      for (const trace of traces) expect(rowsWith(before, [trace]).length, trace).toBeGreaterThan(0);

    await ada.slack.slash("data", "export");
    const exported = stage.server.workspace.files.shared.at(-1)!.text;
    const cookie = ada.traces[2]!;
    for (const trace of ada.traces) if (trace !== cookie) expect(exported, trace).toContain(trace);
    // Its number would let in any who reads the file.
    expect(exported).not.toContain(cookie);
    expect(exported).toContain(`web:learner:${cookie.slice(0, 6)}…`);
    for (const trace of bob.traces) expect(exported).not.toContain(trace);
    const page = await ada.page.send("/ask", { text: "/data export" });
    expect(filesOn(page.html)[0]!.text).toContain(ada.words[0].split(" ")[0]);

    await ada.page.send("/ask", { text: "/data delete confirm:yes" });
    const after = await whole.dump();
    expect(rowsWith(after, ada.traces)).toEqual([]);
    const ofBob = (tables: Dump) =>
      rowsWith(tables, bob.traces)
        .filter((row) => !isOfWork(row))
        .map(atRest);
    expect(ofBob(after)).toEqual(ofBob(before));
  });
});
