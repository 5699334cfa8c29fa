import type { Random } from "../../../src/random.ts";
import { type Answered, isAcknowledged } from "../../support/class/learners.ts";
import { latestQuestion, type PostedQuestion } from "../../support/class/questions.ts";
import { type Deed, mustDo } from "../../support/class/room.ts";
import { slackRoom } from "../../support/class/slack-room.ts";
import type { Delivery } from "../../support/slack/deliver.ts";
import type { SlackServer } from "../../support/slack/server.ts";

/** An answer that was acknowledged, and how long that took in milliseconds. */
export interface Timed extends Answered {
  readonly took: number;
}

/** The learners of one channel, each of whom answers each question once. */
export interface Crowd {
  readonly begin: () => Promise<void>;
  /** Whether somebody could answer now. */
  readonly isAsked: () => boolean;
  /** The next learner answers the open question, and presses again where nothing comes of it. */
  readonly answer: () => Promise<void>;
}

/** What all crowds note. */
export interface Notes {
  sent: number;
  readonly acknowledged: Timed[];
}

/** A learner presses again after so many milliseconds, and so often. */
const [patience, tries] = [3_000, 4];

/** The share of presses that reach two processes. */
const twice = 0.02;

export const createCrowd = (
  server: SlackServer,
  delivery: Delivery,
  persons: readonly string[],
  random: Random,
  notes: () => Notes,
): Crowd => {
  const room = slackRoom(server, delivery);
  const waiting = new Set<() => void>();
  let open: PostedQuestion | undefined;
  let seat = 0;

  // What is shown is looked at when it comes: to look for it again and again would take the machine's time.
  const { shown } = server.workspace;
  const push = shown.push.bind(shown);
  shown.push = (...messages) => {
    const length = push(...messages);
    if (messages.some(({ onlyFor }) => onlyFor === undefined)) queueMicrotask(look);
    for (const tell of waiting) tell();
    return length;
  };

  const look = (): void => {
    const latest = latestQuestion(room);
    if (latest?.id !== open?.id) seat = 0;
    open = latest;
  };

  /** The first answer, in time; what comes later is noted, too. */
  const told = (deed: Deed, note: () => void): Promise<boolean> =>
    new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), patience);
      const tell = (): void => {
        if (deed.told().length === 0) return;
        waiting.delete(tell);
        clearTimeout(late);
        note();
        resolve(true);
      };
      waiting.add(tell);
      setTimeout(() => waiting.delete(tell), 3 * patience).unref();
    });

  const press = (person: string, on: PostedQuestion): Promise<boolean> => {
    const start = performance.now();
    const deed = room.press(person, random.pick(on.options), on);
    const to = notes();
    to.sent += 1;
    const heard = told(deed, () => {
      const acknowledged = deed.told().find(isAcknowledged);
      if (acknowledged !== undefined)
        to.acknowledged.push({
          learner: room.learnerOf(person),
          message: on.id,
          text: acknowledged.text,
          took: performance.now() - start,
        });
    });
    // A process that has just been killed takes nothing; the learner waits in vain, and presses again.
    void deed.send().catch(() => undefined);
    if (random.whole(1, 100) <= 100 * twice) void deed.send().catch(() => undefined);
    return heard;
  };

  return {
    begin: async () => {
      // With many at once on a busy machine, the first answers take their time.
      await mustDo(room.slash(persons[0]!, "quiz", "start rounds:50 seconds:10"), 120_000);
    },
    isAsked: () => open?.isOpen === true && seat < persons.length,
    answer: async () => {
      const on = open!;
      const person = persons[seat]!;
      seat += 1;
      for (let i = 0; i < tries; i += 1) if (await press(person, on)) return;
    },
  };
};
