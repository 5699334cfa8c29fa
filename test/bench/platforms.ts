import { interactionOf } from "../support/discord/payloads.ts";
import { openDiscord } from "../support/discord/server.ts";
import { createPayloads } from "../support/slack/payloads.ts";
import { openSlack } from "../support/slack/server.ts";
import { type Bot, startBot } from "./bot.ts";
import { atRate, latencyOf, type Row, row } from "./measure.ts";

/** Interactions a second; for how long each bot is asked before it counts, and then in each round. */
const [rate, warmUp, seconds, rounds] = [200, 8, 5, 3];

interface Arena {
  readonly start: (which: "ours" | "bare") => Promise<Bot>;
  /** Asks once; resolves when the answer to the event itself has arrived. */
  readonly ask: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Ours and the bare bot take turns, so that what else the machine does falls on both. */
const compare = async (name: string, arena: Arena): Promise<readonly Row[]> => {
  const times: Record<"ours" | "bare", number[]> = { ours: [], bare: [] };
  const memory: Record<"ours" | "bare", number> = { ours: 0, bare: 0 };
  for (let round = 0; round < rounds; round += 1) {
    for (const which of round % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const)) {
      const bot = await arena.start(which);
      await atRate(rate, warmUp, arena.ask);
      times[which].push(...(await atRate(rate, seconds, arena.ask)));
      memory[which] = Math.max(memory[which], await bot.memory());
      await bot.stop();
    }
  }
  await arena.close();
  const [ours, bare] = [latencyOf(times.ours), latencyOf(times.bare)];
  const what = `${name}, ${rate} a second: event to answer`;
  return [
    row(`${what}, p50`, ours.p50, bare.p50, "ms"),
    row(`${what}, p95`, ours.p95, bare.p95, "ms"),
    row(`${what}, p99`, ours.p99, bare.p99, "ms"),
    row(`${name}: resident memory`, memory.ours, memory.bare, "MB"),
  ];
};

/** Through discord.js: from the dispatch of `/dot 2,3,4 1,0,2` to the callback. */
export const benchDiscord = async (): Promise<readonly Row[]> => {
  const server = await openDiscord();
  const { world, gateway } = server;
  const waiting = new Map<string, () => void>();
  const callback = world.interactions.callback.bind(world.interactions);
  world.interactions.callback = (id, token, body) => {
    waiting.get(id)?.();
    waiting.delete(id);
    return callback(id, token, body);
  };
  return compare("Discord", {
    start: (which) => startBot(`discord-${which}`, server.apiUrl),
    ask: () => {
      const interaction = interactionOf(world, {
        person: "200000000000000001",
        where: "channel",
        type: 2,
        data: {
          id: "1",
          name: "dot",
          type: 1,
          options: [{ name: "vectors", type: 3, value: "2,3,4 1,0,2" }],
        },
      });
      const answered = new Promise<void>((resolve) => waiting.set(interaction.id, resolve));
      gateway.dispatch("INTERACTION_CREATE", interaction);
      return answered;
    },
    close: server.close,
  });
};

/** Through Bolt's Socket Mode: from the envelope of `/dot 2,3,4 1,0,2` to its acknowledgement. */
export const benchSlack = async (): Promise<readonly Row[]> => {
  const server = await openSlack();
  const payloads = createPayloads(server, "U01ADA");
  return compare("Slack", {
    start: (which) => startBot(`slack-${which}`, server.apiUrl),
    ask: () => server.envelope("slash_commands", payloads.slash("/dot", "2,3,4 1,0,2", "C01MATHS")),
    close: server.close,
  });
};
