import { catalogue } from "../../src/commands/catalogue.ts";
import { createRandom } from "../../src/random.ts";
import { openDiscordArena } from "./arenas/discord.ts";
import { openSlackArena } from "./arenas/slack.ts";
import { atOnce, pause } from "./measure.ts";
import { inFolder, startBare, startTutor, type Tutor } from "./processes.ts";
import { amount, type Row } from "./row.ts";
import { learnerAt } from "./town.ts";

/** How long a process is left alone before it counts as idle, in milliseconds. */
const idleAfter = 5_000;

/** The load: as many commands as a busy bot has in ten minutes, by so many learners, and no longer than this. */
const load = { count: 16_000, atOnce: 24, milliseconds: 110_000 } as const;
const people = 3_000;

/** Every example of every command, in words and in pictures. */
const lines: readonly (readonly [command: string, text: string])[] = catalogue.flatMap(({ name, examples }) =>
  examples.map((text) => [name, text] as const),
);

const firstAnswer = ({ address }: Tutor) =>
  fetch(`${address}/ask`, { method: "POST", body: new URLSearchParams({ text: "/dot 2,3,4 1,0,2" }) });

/** What a tutor comes to that is started, asked once and left alone; the most that it took until it had answered. */
const idle = async (settings: Readonly<Record<string, string>>) => {
  const tutor = await startTutor(settings);
  await firstAnswer(tutor);
  const peak = tutor.peak();
  await pause(idleAfter);
  const memory = tutor.memory();
  await tutor.stop();
  return { memory, peak };
};

/** The memory of the whole process: at rest, while it starts, and after a mixed load. */
export const benchMemory = (): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    const [discord, slack, other] = [
      await openDiscordArena(),
      await openSlackArena(),
      await openDiscordArena(),
    ];
    const page = { DATA_DIR: folder };
    const everywhere = { ...page, ...discord.settings, ...slack.settings };
    // The first start makes the database, and compiles what later ones find compiled.
    const first = await idle(everywhere);
    const [alone, connected] = [await idle(page), await idle(everywhere)];
    const bare = await startBare("discord-bare", other.apiUrl);
    await pause(idleAfter);
    const bareMemory = bare.memory();
    await bare.stop();

    const tutor = await startTutor(everywhere);
    for (const arena of [discord, slack]) arena.introduce();
    const random = createRandom(1);
    let unanswered = 0;
    const done = await atOnce(load, async (i) => {
      const [command, text] = random.pick(lines);
      if (i % 500 === 0) discord.forget();
      const from = learnerAt(random.whole(0, people - 1));
      const asked =
        random.whole(0, 1) === 0 ? slack.ask(from, command, text) : discord.ask(from, command, text);
      // What Discord lets nobody type is typed on Slack.
      await asked.catch(() => slack.ask(from, command, text)).catch(() => (unanswered += 1));
    });
    const [loaded, most] = [tutor.memory(), tutor.peak()];
    await tutor.stop();
    await Promise.all([discord.close(), slack.close(), other.close()]);
    return [
      amount("memory at rest, the page alone", alone.memory, "MB", { most: 130 }),
      amount(
        "memory at rest, with Discord and Slack, beside a bare discord.js bot’s",
        connected.memory,
        "MB",
        {
          most: 190,
          baseline: bareMemory,
        },
      ),
      amount("memory after a mixed load, pictures and words with it", loaded, "MB", {
        most: 320,
        baseline: bareMemory,
        note: `${done} commands, ${unanswered} unanswered`,
      }),
      amount("the most memory during that load", most, "MB"),
      amount("the most memory until the first answer", Math.max(first.peak, connected.peak), "MB", {
        most: 250,
      }),
    ];
  });
