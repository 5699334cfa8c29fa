import type { Random } from "../../../src/random.ts";
import { pause, soon } from "../../support/class/room.ts";
import type { OrderedProgram } from "./order.ts";
import type { Wire } from "./slow-wire.ts";
import type { SmallDisk } from "./small-disk.ts";
import type { TroubleKind, Troubles } from "./troubles.ts";

/** What troubles are made with. */
export interface Victim {
  readonly program: OrderedProgram;
  readonly random: Random;
  readonly troubles: Troubles;
  /** To the database server, where there is one. */
  readonly wire: Wire | undefined;
  /** Where the database's folder lies, if that can be filled. */
  readonly disk: SmallDisk | undefined;
}

type Inflict = (victim: Victim) => Promise<unknown>;

/** Until both platforms have the program again. */
export const connected = async ({ discord, slack }: OrderedProgram): Promise<void> => {
  await soon(() => (discord.gateway.connections() > 0 && slack.connections() > 0 ? true : undefined), 30_000);
};

/** Starts it as whatever looks after programs does: again and again, until it stays. */
export const startAgain = async (program: OrderedProgram): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      await program.start();
      return await connected(program);
    } catch (error) {
      if (tries === 40) throw error;
      await pause(500);
    }
  }
};

const messages = /\/messages(\/|$)/;

/** What is seen, and not done. */
type Seen = "Discord not connected" | "Slack not connected";

export const inflictions: Readonly<Record<Exclude<TroubleKind, Seen>, Inflict>> = {
  "kill -9 and start": async ({ program, random }) => {
    await program.kill();
    await pause(random.whole(0, 500));
    await startAgain(program);
  },
  "Discord's gateway cut": async ({ program }) => {
    program.discord.gateway.cut();
    await soon(() => (program.discord.gateway.connections() === 0 ? true : undefined), 1_000);
    await connected(program);
  },
  "Slack's socket cut": async ({ program }) => {
    program.slack.cut();
    await soon(() => (program.slack.connections() === 0 ? true : undefined), 1_000);
    await connected(program);
  },
  "asked to connect anew": async ({ program, random }) => {
    if (random.whole(0, 1) === 0) program.discord.gateway.askToReconnect();
    else program.slack.refresh();
    await pause(500);
    await connected(program);
  },
  "429 with Retry-After": async ({ program: { discord, slack }, random }) => {
    discord.refuseNext(random.whole(1, 2));
    for (const method of ["chat.postMessage", "chat.update", "views.open", "response_url"])
      slack.workspace.refuse(method, 1, { status: 429, retryAfter: 1 });
    await pause(2_000);
  },
  "500, nothing done": async ({ program: { discord, slack }, random }) => {
    discord.failNext(random.whole(1, 3));
    for (const method of ["chat.postMessage", "chat.update", "views.open", "response_url"])
      slack.workspace.refuse(method, random.whole(1, 2), { status: 500 });
    await pause(2_000);
  },
  "500, done all the same": async ({ program: { discord, slack }, random }) => {
    discord.failNext(random.whole(1, 2), "after", messages);
    for (const method of ["chat.postMessage", "chat.update"])
      slack.workspace.refuse(method, 1, { status: 500, after: true });
    await pause(2_000);
  },
  "database slow": async ({ wire, random }) => {
    wire!.slow(random.whole(30, 250));
    await pause(random.whole(2_000, 5_000));
    wire!.slow(0);
  },
  "database away": async ({ wire, random }) => {
    wire!.tear();
    await pause(random.whole(1_000, 5_000));
    wire!.mend();
  },
  "process frozen": async ({ program, random }) => {
    program.child().kill("SIGSTOP");
    await pause(random.whole(200, 1_200));
    program.child().kill("SIGCONT");
  },
  "disk full": async ({ program, disk, random }) => {
    disk!.fill();
    await pause(random.whole(3_000, 6_000));
    disk!.makeRoom();
    await pause(500);
    // A program that ended for want of room is started again.
    if (!program.isRunning()) await startAgain(program);
  },
  "clock jumps": async ({ program, random }) => {
    const jump = random.whole(5, 40) * (random.whole(0, 1) === 0 ? -1_000 : 1_000);
    await program.order(jump);
    await pause(random.whole(2_000, 6_000));
    await program.order(0);
  },
};

/** One trouble of a kind, noted. */
export const inflict = (kind: keyof typeof inflictions, victim: Victim): Promise<void> =>
  victim.troubles.during(kind, async () => {
    await inflictions[kind](victim);
  });

/** Notes whenever a platform has no connection to the program, until it is over. */
export const watchConnections = async (
  { program: { discord, slack }, troubles }: Victim,
  isOver: () => boolean,
): Promise<void> => {
  const watch = async (kind: Seen, connections: () => number): Promise<void> => {
    while (!isOver()) {
      await pause(5);
      if (connections() > 0) continue;
      await troubles.during(kind, async () => {
        while (!isOver() && connections() === 0) await pause(5);
      });
    }
  };
  await Promise.all([
    watch("Discord not connected", discord.gateway.connections),
    watch("Slack not connected", slack.connections),
  ]);
};
