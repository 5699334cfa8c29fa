import { createLearner } from "../support/discord/learner.ts";
import { interactionOf } from "../support/discord/payloads.ts";
import type { Posted } from "../support/discord/posted.ts";
import { pressables } from "../support/discord/see.ts";
import { type DiscordServer, openDiscord } from "../support/discord/server.ts";
import { openPostgresServer } from "../support/postgres.ts";
import { type Bot, startBot } from "./bot.ts";
import { latencyOf, type Row, row } from "./measure.ts";

/** How many press, within how many milliseconds, and how often that is done: the first time does not count. */
const [learners, within, rounds] = [200, 2_000, 6];

/** From each press to its private answer, in milliseconds, and how many were answered a second. */
interface Crowd {
  readonly times: readonly number[];
  readonly perSecond: number;
}

/** All press the button of that code, at an even rate; each answer is one callback. */
const press = async (server: DiscordServer, code: string, on: Posted): Promise<Crowd> => {
  const { world, gateway } = server;
  const waiting = new Map<string, () => void>();
  const callback = world.interactions.callback.bind(world.interactions);
  world.interactions.callback = (id, token, body) => {
    waiting.get(id)?.();
    return callback(id, token, body);
  };
  const begin = performance.now();
  const times = await Promise.all(
    Array.from({ length: learners }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, (i * within) / learners));
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
  const perSecond = (1_000 * learners) / (performance.now() - begin);
  world.interactions.callback = callback;
  return { times, perSecond };
};

/** The message of an open question, once there is one in the channel that has not been pressed. */
const openQuestion = async ({ world }: DiscordServer, after: number): Promise<Posted> => {
  for (;;) {
    const found = world.messages
      .slice(after)
      .findLast((message) => message.onlyFor === undefined && firstAnswer(message) !== undefined);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
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

const crowdsOf = async (
  server: DiscordServer,
  bot: Bot,
  which: "ours" | "bare",
): Promise<readonly Crowd[]> => {
  const crowds: Crowd[] = [];
  if (which === "bare") {
    for (let round = 0; round < rounds; round += 1)
      crowds.push(await press(server, "press", anyMessage(server)));
  } else {
    const starter = createLearner(server);
    for (let round = 0; round < rounds; round += 1) {
      const before = server.world.messages.length;
      await starter.slash("quiz", "start seconds:120 rounds:5");
      const message = await openQuestion(server, before);
      crowds.push(await press(server, firstAnswer(message)!, message));
      await starter.slash("quiz", "stop confirm:yes");
    }
  }
  await bot.stop();
  return crowds.slice(1);
};

const measure = async (which: "ours" | "bare", databaseUrl = ""): Promise<readonly Crowd[]> => {
  const server = await openDiscord();
  const crowds = await crowdsOf(
    server,
    await startBot(`discord-${which}`, server.apiUrl, databaseUrl),
    which,
  );
  await server.close();
  return crowds;
};

/** 200 learners who press within two seconds, with the database in the process and on a server. */
export const benchQuiz = async (): Promise<readonly Row[]> => {
  const postgres = await openPostgresServer();
  const bare = await measure("bare");
  const ours = {
    PGlite: await measure("ours"),
    PostgreSQL: await measure("ours", await postgres.createDatabase()),
  };
  await postgres.close();
  const base = latencyOf(bare.flatMap(({ times }) => times));
  const most = (crowds: readonly Crowd[]) => Math.max(...crowds.map(({ perSecond }) => perSecond));
  return Object.entries(ours).flatMap(([database, crowds]) => {
    const latency = latencyOf(crowds.flatMap(({ times }) => times));
    const what = `quiz on ${database}, ${learners} press within ${within / 1_000} s: press to private answer`;
    return [
      row(`${what}, p50`, latency.p50, base.p50, "ms"),
      row(`${what}, p99`, latency.p99, base.p99, "ms"),
      // Each answer that is kept is a row of attempts, of skills, of people and of learners.
      row(
        `quiz on ${database}: rows kept a second, beside answers of a bare bot`,
        4 * most(crowds),
        most(bare),
        "/s",
      ),
    ];
  });
};
