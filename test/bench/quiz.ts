import { createLearner } from "../support/discord/learner.ts";
import { interactionOf } from "../support/discord/payloads.ts";
import type { Posted } from "../support/discord/posted.ts";
import { pressables } from "../support/discord/see.ts";
import type { DiscordServer } from "../support/discord/server.ts";
import { openPostgresServer } from "../support/postgres.ts";
import { type DiscordArena, openDiscordArena } from "./arenas/discord.ts";
import type { Inside } from "./inside.ts";
import { median, pause, percentile } from "./measure.ts";
import { inFolder, type Running, startBare, startTutor, type Tutor } from "./processes.ts";
import { amount, type Row } from "./row.ts";

/** How many press, within how many milliseconds, and how often that is done: the first time does not count. */
const [learners, within, rounds] = [200, 2_000, 6] as const;

/** From each press to its private answer, in milliseconds. */
type Times = readonly number[];

/** All press the button of that code, at an even rate; each answer is one callback. */
const press = async (server: DiscordServer, code: string, on: Posted): Promise<Times> => {
  const { world, gateway } = server;
  const waiting = new Map<string, () => void>();
  const callback = world.interactions.callback.bind(world.interactions);
  world.interactions.callback = (id, token, body) => {
    waiting.get(id)?.();
    return callback(id, token, body);
  };
  const times = await Promise.all(
    Array.from({ length: learners }, async (_, i) => {
      await pause((i * within) / learners);
      const interaction = interactionOf(world, {
        person: String(300_000_000_000_000_000n + BigInt(i)),
        where: "channel",
        type: 3,
        data: { custom_id: code, component_type: 2 },
        message: on,
      });
      const answered = new Promise<void>((resolve) => waiting.set(interaction.id, resolve));
      const start = performance.now();
      gateway.dispatch("INTERACTION_CREATE", interaction);
      await answered;
      return performance.now() - start;
    }),
  );
  world.interactions.callback = callback;
  return times;
};

/** The message of an open question, once there is one in the channel that has not been pressed. */
const openQuestion = async ({ world }: DiscordServer, after: number): Promise<Posted> => {
  for (;;) {
    const found = world.messages
      .slice(after)
      .findLast((message) => message.onlyFor === undefined && firstAnswer(message) !== undefined);
    if (found !== undefined) return found;
    await pause(20);
  }
};

const firstAnswer = (message: Posted): string | undefined =>
  pressables(message).find(({ code }) => code.includes('"answer"') && code.includes('"option"'))?.code;

/** Something that carries a button. */
const anyMessage = ({ world }: DiscordServer): Posted => ({
  id: world.snowflake(),
  channel: world.ids.channel,
  by: world.ids.bot,
  content: "",
  components: [],
  flags: 0,
  files: [],
});

/** One of those that are compared. */
interface Side {
  readonly arena: DiscordArena;
  readonly bot: Running;
  readonly round: () => Promise<void>;
  readonly times: Times[];
  readonly inside: Inside[];
}

const bareSide = async (): Promise<Side> => {
  const arena = await openDiscordArena();
  const times: Times[] = [];
  return {
    arena,
    bot: await startBare("discord-bare", arena.apiUrl),
    round: async () => {
      times.push(await press(arena.server, "press", anyMessage(arena.server)));
    },
    times,
    inside: [],
  };
};

const tutorSide = async (where: Readonly<Record<string, string>>): Promise<Side> => {
  const arena = await openDiscordArena();
  const { server } = arena;
  const bot: Tutor = await startTutor({ ...where, ...arena.settings }, { isWatched: true });
  const starter = createLearner(server);
  const [times, inside]: [Times[], Inside[]] = [[], []];
  return {
    arena,
    bot,
    round: async () => {
      const before = server.world.messages.length;
      await starter.slash("quiz", "start seconds:120 rounds:5");
      const message = await openQuestion(server, before);
      await bot.look();
      times.push(await press(server, firstAnswer(message)!, message));
      inside.push(await bot.look());
      await starter.slash("quiz", "stop confirm:yes");
    },
    times,
    inside,
  };
};

/** What the first round came to is left out. */
const middle = ({ times }: Side, share: number): number =>
  median(times.slice(1).map((round) => percentile(round, share)));

const diskRow = ({ inside }: Side): Row => {
  const counted = inside.slice(1);
  const of = (what: keyof Inside): number => median(counted.map((round) => round[what]));
  return amount(
    "the event loop’s time in commits, which wait for the disk, during that",
    (100 * of("committing")) / within,
    "%",
    {
      note: `${of("committing").toFixed(0)} ms in ${of("commits")} commits of ${of("writes")} writes`,
    },
  );
};

/** 200 learners who press within two seconds, with the database in the process and on a server that waits for its disk. */
export const benchQuiz = (): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    const postgres = await openPostgresServer({ durable: true });
    const [embedded, server, bare] = [
      await tutorSide({ DATA_DIR: folder }),
      await tutorSide({ DATABASE_URL: await postgres.createDatabase() }),
      await bareSide(),
    ];
    const sides = [embedded, server, bare];
    for (let round = 0; round < rounds; round += 1) for (const side of sides) await side.round();
    for (const { bot, arena } of sides) {
      await bot.stop();
      await arena.close();
    }
    await postgres.close();
    const what = `${learners} press within ${within / 1_000} s`;
    const row = (where: string, side: Side, share: number, most?: number) =>
      amount(`${what}, ${where}: p${100 * share} of the private answer`, middle(side, share), "ms", {
        baseline: middle(bare, share),
        ...(most === undefined ? {} : { most }),
      });
    return [
      row("database in the process", embedded, 0.5),
      row("database in the process", embedded, 0.99, 20),
      diskRow(embedded),
      row("PostgreSQL", server, 0.5),
      row("PostgreSQL", server, 0.99),
    ];
  });
