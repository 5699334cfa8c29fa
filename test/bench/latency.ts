import { openStore } from "../../src/store/open-store.ts";
import type { Arena } from "./arenas/arena.ts";
import { openDiscordArena } from "./arenas/discord.ts";
import { openSlackArena } from "./arenas/slack.ts";
import { atRate, median, percentile } from "./measure.ts";
import { inFolder, type Running, startBare, startTutor } from "./processes.ts";
import { amount, multiple, type Row } from "./row.ts";
import { createTown, servers, type Town } from "./town.ts";

/** Commands a second; for how long each bot is asked before it counts, and then in each round, in seconds. */
const [rate, warmUp, seconds] = [200, 6, 4] as const;

/** How often each has its turn. */
const rounds = { off: 4, on: 2 } as const;

type Pictures = keyof typeof rounds;

interface Platform {
  readonly name: string;
  readonly bare: "discord-bare" | "slack-bare";
  readonly open: () => Promise<Arena>;
  /** How many times a bare bot's p50 and p99 the tutor's may be, and its processor time. */
  readonly most: { readonly p50: number; readonly p99: number; readonly processor?: number };
}

/** One of the two that are compared, and what each round came to. */
interface Side {
  readonly arena: Arena;
  readonly bot: Running;
  readonly town: Town;
  readonly found: { readonly p50: number; readonly p99: number; readonly processor: number }[];
}

/** A folder whose servers have wished for pictures, or for none. */
const setPictures = async (dataDir: string, arena: Arena, pictures: Pictures): Promise<void> => {
  const { store } = await openStore({ dataDir }, () => new Date());
  if (pictures === "off")
    for (let server = 0; server < servers; server += 1)
      await store.quizzes.changePlace(arena.place(server), { pictures });
  await store.close();
};

const dot = ({ arena, town }: Side) => arena.ask(town.anyone(), "dot", town.vectors());

const ready = async (arena: Arena, bot: Running): Promise<Side> => {
  arena.introduce();
  const side: Side = { arena, bot, town: createTown(1), found: [] };
  await atRate(rate, warmUp, () => dot(side));
  return side;
};

const takeTurn = async (side: Side): Promise<void> => {
  side.arena.forget();
  const before = side.bot.seconds();
  const times = await atRate(rate, seconds, () => dot(side));
  side.found.push({
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    processor: (1_000 * (side.bot.seconds() - before)) / times.length,
  });
};

const middle = ({ found }: Side, what: "p50" | "p99" | "processor"): number =>
  median(found.map((round) => round[what]));

/** Both are up all the time and asked in turns, so that what else the machine does falls on both. */
const compare = (platform: Platform, pictures: Pictures): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    const [here, there] = [await platform.open(), await platform.open()];
    await setPictures(folder, here, pictures);
    const ours = await ready(here, await startTutor({ DATA_DIR: folder, ...here.settings }));
    const bare = await ready(there, await startBare(platform.bare, there.apiUrl));
    for (let round = 0; round < rounds[pictures]; round += 1)
      for (const side of round % 2 === 0 ? [ours, bare] : [bare, ours]) await takeTurn(side);
    await Promise.all([ours.bot.stop(), bare.bot.stop()]);
    await Promise.all([here.close(), there.close()]);
    const row = (what: "p50" | "p99") =>
      multiple(
        `/dot on ${platform.name}, ${rate} a second, pictures ${pictures}: ${what} over a bare bot’s`,
        middle(ours, what),
        middle(bare, what),
        "ms",
        pictures === "off" ? { most: platform.most[what] } : {},
      );
    const [processor, bareProcessor] = [middle(ours, "processor"), middle(bare, "processor")];
    const most = platform.most.processor;
    return [
      row("p50"),
      row("p99"),
      ...(pictures === "off"
        ? [
            multiple(
              `/dot on ${platform.name}: processor time over a bare bot’s`,
              processor,
              bareProcessor,
              "ms",
              most === undefined ? {} : { most },
            ),
          ]
        : [
            amount(`/dot on ${platform.name} with its picture: processor time`, processor, "ms", {
              baseline: bareProcessor,
            }),
          ]),
    ];
  });

const both = async (platform: Platform): Promise<readonly Row[]> => [
  ...(await compare(platform, "off")),
  ...(await compare(platform, "on")),
];

/** Learners of 40 servers and a bot on Discord’s gateway. */
export const benchDiscord = (): Promise<readonly Row[]> =>
  both({
    name: "Discord",
    bare: "discord-bare",
    open: openDiscordArena,
    most: { p50: 1.4, p99: 2, processor: 1.5 },
  });

/** Learners of 40 workspaces and a bot on Slack’s socket. */
export const benchSlack = (): Promise<readonly Row[]> =>
  both({ name: "Slack", bare: "slack-bare", open: openSlackArena, most: { p50: 1.5, p99: 2.5 } });
