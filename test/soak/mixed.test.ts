import { expect, test } from "vitest";
import { createRandom } from "../../src/random.ts";
import { openClass } from "../support/class/open-class.ts";
import { pause } from "../support/class/room.ts";
import { administrator } from "../support/discord/payloads.ts";
import { check } from "./mixed/check.ts";
import { checkErrands } from "./mixed/check-errands.ts";
import { runErrands } from "./mixed/errands.ts";
import { troublePlatforms } from "./mixed/inflict-platforms.ts";
import { judge } from "./mixed/judge.ts";
import { createLedger } from "./mixed/ledger.ts";
import { populate } from "./mixed/lives.ts";
import { openRooms, quizRooms } from "./mixed/rooms.ts";
import { createTroubles, ofPlatformKinds } from "./mixed/troubles.ts";

const seed = 4;

// Killed processes, databases in trouble, clocks and memory are for the longer trial: npm run soak.
test("ten seconds of mixed traffic while the platforms have troubles: nothing is lost, nothing doubled", async () => {
  const all = await openClass();
  try {
    const platforms = { discord: all.discord.server, slack: all.slack.server };
    const ledger = createLedger(createRandom(seed), 8_000);
    const troubles = createTroubles();
    const random = createRandom(seed + 1);
    const begun = performance.now();
    const isOver = () => performance.now() - begun > 10_000;
    const rooms = openRooms(platforms.discord, platforms.slack, all.slack.delivery);
    const administrators = [administrator, platforms.slack.workspace.ids.administrator] as const;
    const lives = [
      populate(rooms, { seed, learnersInRoom: 6 }, ledger, isOver),
      runErrands(rooms, { seed, administrators }, ledger, isOver),
    ];
    // What a connection was about to bring as it was cut is the platform's loss, so connections stay here.
    for (const kind of ofPlatformKinds.filter((each) => /^\d/.test(each))) {
      await pause(500);
      await troubles.during(kind, () => troublePlatforms(kind, platforms, random));
    }
    await Promise.all(lives);
    await ledger.settled();
    const judged = judge(ledger.all, troubles, begun);
    const checked = await check(ledger.all, quizRooms(rooms), await all.books(), all.query);
    const errands = await checkErrands(ledger.all, all.query, begun, performance.now());
    expect(judged.answered).toBeGreaterThan(30);
    expect(checked.acknowledged).toBeGreaterThan(5);
    expect(errands.linked).toBeGreaterThan(0);
    const wrong = [checked, errands].flatMap(({ lost, doubled }) => [...lost, ...doubled]);
    expect([...judged.lost, ...wrong, ...all.violations()]).toEqual([]);
  } finally {
    await all.close();
  }
});
