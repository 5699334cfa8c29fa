import type { Random } from "../../../src/random.ts";
import type { Deed, Room, Told } from "../../support/class/room.ts";
import { pause } from "../../support/class/room.ts";

/** What a learner did, and what came of it. */
export interface Sent {
  readonly room: Room;
  readonly person: string;
  readonly learner: string;
  /** What it was, in a word: "press", "slash practice". */
  readonly what: string;
  readonly deed: Deed;
  /** By `performance.now()`. */
  readonly at: number;
  answeredAt?: number;
  /** Brought a second time on purpose. */
  isTwice?: true;
  /** Held back on purpose, and something that came later was brought first. */
  isOvertaken?: true;
}

/** Brings what learners do to the tutor: now and then twice, now and then later than what came after it. */
export interface Ledger {
  readonly all: readonly Sent[];
  /** Resolves to what comes of it within `patience` milliseconds; what comes later is noted all the same. */
  readonly send: (
    room: Room,
    person: string,
    what: string,
    deed: Deed,
    patience?: number,
  ) => Promise<readonly Told[]>;
  /** Resolves once everything is answered or will not be any more. */
  readonly settled: () => Promise<void>;
}

/** So long an answer is waited for before there is none, in milliseconds, unless a trial is to be short. */
export const longest = 25_000;

/** One in so many is brought twice, one in so many is held back. */
const [oneTwice, oneHeld] = [6, 6];

/** Slack brings a message again that nobody acknowledged; its pauses of a minute and of five are shortened here. */
const again = [300, 2_000, 6_000];

export const createLedger = (random: Random, patienceForAnswer = longest): Ledger => {
  const all: Sent[] = [];
  const following = new Set<Promise<unknown>>();

  const bring = async (sent: Sent): Promise<void> => {
    for (const wait of [...(sent.deed.isRepeated ? again : []), undefined]) {
      try {
        return await sent.deed.send();
      } catch {
        // Nobody took it: the platform tells the learner, or brings it again.
        if (wait !== undefined) await pause(wait);
      }
    }
  };

  const follow = async (sent: Sent): Promise<void> => {
    for (;;) {
      if (sent.deed.told().length > 0) {
        sent.answeredAt = performance.now();
        return;
      }
      const age = performance.now() - sent.at;
      if (age > patienceForAnswer) return;
      await pause(age < 200 ? 3 : 25);
    }
  };

  const track = <T>(work: Promise<T>): Promise<T> => {
    following.add(work);
    return work.finally(() => following.delete(work));
  };

  return {
    all,
    send: async (room, person, what, deed, patience = 6_000) => {
      const held = random.whole(1, oneHeld) === 1 ? random.whole(50, 600) : 0;
      const isTwice = random.whole(1, oneTwice) === 1;
      const between = random.whole(0, 400);
      const before = all.length;
      if (held > 0) await pause(held);
      const sent: Sent = {
        ...{ room, person, learner: room.learnerOf(person), what, deed, at: performance.now() },
        ...(all.length > before ? { isOvertaken: true } : {}),
        ...(isTwice ? { isTwice: true } : {}),
      };
      all.push(sent);
      void track(bring(sent));
      if (isTwice) void track(pause(between).then(() => bring(sent)));
      const followed = track(follow(sent));
      await Promise.race([followed, pause(patience)]);
      return deed.told();
    },
    settled: async () => {
      while (following.size > 0) await Promise.allSettled(following);
    },
  };
};
