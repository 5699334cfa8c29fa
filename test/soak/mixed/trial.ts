import { createRandom } from "../../../src/random.ts";
import { type keepings, openKeeping } from "../../support/class/keeping.ts";
import { settingsFor } from "../../support/class/program.ts";
import { administrator as discordAdministrator } from "../../support/discord/payloads.ts";
import { createSigner } from "../../support/discord/signer.ts";
import { bySocket, signingSecret } from "../../support/slack/deliver.ts";
import { type Checked, check } from "./check.ts";
import { type CheckedErrands, checkErrands } from "./check-errands.ts";
import { runErrands } from "./errands.ts";
import { harass } from "./harass.ts";
import { watchConnections } from "./inflict.ts";
import { connected } from "./inflict-platforms.ts";
import { type Judged, judge } from "./judge.ts";
import { createLedger, type Sent } from "./ledger.ts";
import { populate } from "./lives.ts";
import { type Memory, openOrderedProgram } from "./order.ts";
import { openRooms, quizRooms } from "./rooms.ts";
import { bySpread } from "./route.ts";
import { createSecond } from "./second.ts";
import { openWire } from "./slow-wire.ts";
import { openSmallDisk } from "./small-disk.ts";
import { createSpread, type Spread } from "./spread.ts";
import { createTroubles, type TroubleKind } from "./troubles.ts";

export type Kind = (typeof keepings)[number];

/** What one half of the soak came to. */
export interface Outcome {
  readonly kind: Kind;
  readonly judged: Judged;
  readonly all: readonly Sent[];
  readonly checked: Checked;
  readonly errands: CheckedErrands;
  /** Absent where everything came by the gateway and the socket. */
  readonly byHttp: ReturnType<Spread["counts"]> | undefined;
  readonly troubles: ReadonlyMap<TroubleKind, number>;
  /** Of the last process: once it is warm, and at the end. */
  readonly memory: readonly [Memory, Memory] | undefined;
  /** How often the process ended though nobody killed it. */
  readonly endedByItself: number;
  /** Broken limits of the platforms, each once. */
  readonly violations: readonly string[];
  readonly saidOfDisk: boolean | undefined;
  readonly seconds: number;
}

export interface Plan {
  readonly seed: number;
  readonly seconds: number;
  readonly learnersInRoom: number;
  /** How long an answer is waited for, in milliseconds. */
  readonly patience?: number;
}

/** An interaction that the platform gave up is no fault of whoever answers late, as after a cut connection. */
const isTooLate = (violation: string): boolean => violation === "callback: later than Discord waits";

/** One half: learners on both platforms, troubles at random, and then the books. */
export const trial = async (
  kind: Kind,
  { seed, seconds, learnersInRoom, patience }: Plan,
): Promise<Outcome> => {
  const random = createRandom(seed);
  const disk = kind === "SQLite" ? openSmallDisk(200) : undefined;
  const keeping = await openKeeping(kind, disk === undefined ? {} : { parent: disk.folder });
  const url = keeping.settings.DATABASE_URL;
  const wire = url === undefined ? undefined : await openWire(url);
  const signer = createSigner();
  // With a server, two processes share the work, and the platforms bring it by signed HTTP to either.
  const shared = wire && {
    DATABASE_URL: wire.url,
    DISCORD_PUBLIC_KEY: signer.publicKey,
    SLACK_APP_TOKEN: "",
    SLACK_SIGNING_SECRET: signingSecret,
  };
  const program = await openOrderedProgram(shared ?? keeping.settings);
  const { discord, slack } = program;
  const second = shared && createSecond({ ...settingsFor(discord, slack), ...shared, LOG_LEVEL: "warn" });
  const accusations: string[] = [];
  const spread = second && createSpread([program, second], signer, (each) => accusations.push(each));
  const ledger = createLedger(createRandom(seed + 1), patience);
  const troubles = createTroubles();
  const victim = { program, second, random, troubles, wire, disk };
  try {
    await program.start();
    await second?.start();
    await connected(program);
    const begun = performance.now();
    const share = () => (performance.now() - begun) / (seconds * 1_000);
    const isOver = () => share() >= 1;
    const look = () => program.order(0);

    const harassing = harass(victim, share, look);
    let isSettled = false;
    const watching = watchConnections(victim, () => isSettled);
    const rooms = openRooms({ ...discord, ...spread?.discord }, slack, spread?.slack ?? bySocket(slack));
    const administrators = [discordAdministrator, slack.workspace.ids.administrator] as const;
    await Promise.all([
      populate(rooms, { seed, learnersInRoom }, ledger, isOver),
      runErrands(rooms, { seed, administrators }, ledger, isOver),
    ]);
    const { first, endedByItself } = await harassing;
    await ledger.settled();
    isSettled = true;
    await watching;
    const last = await look();
    const isUp = program.isRunning() && second?.isRunning() !== false;
    await Promise.all([program.stop(), second?.stop()]);
    await wire?.close();
    const books = await keeping.books();
    const ended = performance.now();
    const toBoth = ({ deed }: Sent) => spread?.toSeveral(deed.event) ?? false;
    const [checked, errands] = await keeping.asked(async (query) => [
      await check(ledger.all, quizRooms(rooms), books, query, toBoth),
      await checkErrands(ledger.all, query, begun, ended),
    ]);
    const kinds = Map.groupBy(troubles.all, (each) => each.kind);
    return {
      kind,
      judged: judge(ledger.all, troubles, begun, spread && bySpread(spread)),
      byHttp: spread?.counts(),
      all: ledger.all,
      checked,
      errands,
      troubles: new Map([...kinds].map(([each, { length }]) => [each, length])),
      memory: first === undefined || last === undefined ? undefined : [first, last],
      endedByItself: endedByItself + (isUp ? 0 : 1),
      violations: [...new Set([...program.violations(), ...accusations].filter((each) => !isTooLate(each)))],
      saidOfDisk:
        disk === undefined ? undefined : /There is no room left|The disk is full/.test(program.said()),
      seconds: (performance.now() - begun) / 1_000,
    };
  } finally {
    await second?.kill();
    await program.close();
    await keeping.close();
    disk?.close();
  }
};
