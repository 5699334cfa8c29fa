import { afterAll, beforeAll, expect, test } from "vitest";
import { latestPosed, openStudySurface, type StudySurface } from "../support/study.ts";
import { surfaces } from "../support/surfaces.ts";

/** What of the export is looked at. */
interface Kept {
  readonly attempts: readonly { readonly seconds: number }[];
  readonly skills: readonly { readonly record: { readonly slips: Readonly<Record<string, number>> } }[];
}

let study: StudySurface;
beforeAll(async () => {
  study = await openStudySurface(surfaces.terminal!);
});
afterAll(() => study.close());

const kept = async (): Promise<Kept> => {
  const { files } = await study.surface.type("data", "export");
  return JSON.parse(files.at(-1)!.text) as Kept;
};

test.each([
  ["a minute", 60, 60],
  ["a day less a minute", 86_340, 86_340],
  ["a day and a minute", 86_460, 86_400],
  ["a week", 604_800, 86_400],
])("of a question that is thought about for %s, no more than a day is kept", async (_, seconds, held) => {
  const asked = await study.surface.type("practice", "norm");
  study.clock.later(seconds);
  await asked.press((await latestPosed(study.store)).right);
  const last = Math.max(...(await kept()).attempts.map((attempt) => attempt.seconds));
  expect(last).toBeCloseTo(held, -2);
  if (held === 86_400) expect(last).toBe(86_400);
});

/** How many slips are on the learner's record. */
const slipsOnRecord = async (): Promise<number> =>
  (await kept()).skills
    .flatMap(({ record }) => Object.values(record.slips))
    .reduce((all, times) => all + times, 0);

test.each([
  ["one slip leads counts as that slip", 1, 1],
  ["two slips lead counts as neither", 2, 0],
])("an answer to which %s", async (_, slips, counted) => {
  for (let tries = 0; tries < 40; tries += 1) {
    const asked = await study.surface.type("practice", "comparing");
    const { question, right } = await latestPosed(study.store);
    const option = question.options.find((each) => each.slips.length === slips);
    const before = await slipsOnRecord();
    await asked.press(option?.label ?? right);
    if (option === undefined) continue;
    expect((await slipsOnRecord()) - before).toBe(counted);
    return;
  }
  throw new Error(`No option to which ${slips} slips lead in forty questions`);
});
