import { type Running, startProgram } from "../program.ts";
import { type Delivery, deliverTo } from "../slack/deliver.ts";

/** Several processes of the tutor that share their work, and what spreads requests over them. */
export interface Fleet {
  /** Brings what happens in Slack to the processes that are up, each in its turn. */
  readonly slack: Delivery;
  /** Starts all of them. */
  readonly start: () => Promise<void>;
  /** Ends one as a power cut does, and starts it again. */
  readonly replace: (seat: number) => Promise<void>;
  /** The processes that are up. */
  readonly pids: () => readonly number[];
  /** Asks all to end; resolves to their exit codes. */
  readonly stop: () => Promise<readonly (number | null)[]>;
  /** All that they have printed. */
  readonly said: () => string;
  readonly close: () => Promise<void>;
}

type Member = Running & { readonly found: RegExpExecArray };

/** Every process is told the same settings, and does all but the gateway's work. */
export const createFleet = (size: number, settings: Readonly<Record<string, string>>): Fleet => {
  const members: (Member | undefined)[] = Array.from({ length: size });
  let before = "";
  let turn = 0;

  const startAt = async (seat: number): Promise<void> => {
    members[seat] = await startProgram(
      { ROLE: "web,worker", ...settings },
      /The tutor is open at http:\/\/localhost:(\d+)/,
    );
  };
  const up = (): readonly Member[] =>
    members.filter((member) => member !== undefined).filter((member) => member.isRunning());

  return {
    slack: {
      deliver: async (...what) => {
        const able = up();
        if (able.length === 0) throw new Error("No process is up");
        turn += 1;
        return deliverTo(`http://127.0.0.1:${able[turn % able.length]!.found[1]}/slack/events`, ...what);
      },
      close: async () => undefined,
    },
    // The first brings the database up to date, so that the others find it so.
    start: async () => {
      await startAt(0);
      await Promise.all(members.slice(1).map((_, i) => startAt(i + 1)));
    },
    replace: async (seat) => {
      const member = members[seat];
      members[seat] = undefined;
      await member?.kill();
      before += member?.said() ?? "";
      await startAt(seat);
    },
    pids: () => up().map(({ pid }) => pid),
    stop: () => Promise.all(up().map(({ stop }) => stop())),
    said: () => before + members.map((member) => member?.said() ?? "").join(""),
    close: async () => {
      await Promise.all(up().map(({ kill }) => kill()));
    },
  };
};
