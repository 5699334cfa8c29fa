import type { Random } from "../../../src/random.ts";
import { latestQuestion, type PostedQuestion } from "./questions.ts";
import { type Deed, does, pause, type Room, soon, type Told } from "./room.ts";

/** An answer of which a learner was told that it is kept. */
export interface Answered {
  readonly learner: string;
  /** The question's message. */
  readonly message: string;
  readonly text: string;
}

const acknowledgements = ["Your answer is in", "You have answered already"];

export const isAcknowledged = ({ text }: Told): boolean =>
  acknowledgements.some((title) => text.includes(title));

/** The people of a room, and what they know of what they did. */
export interface Learners {
  readonly room: Room;
  readonly persons: readonly string[];
  /** Every answer that was acknowledged. */
  readonly answered: Answered[];
  /** How many presses were made. */
  readonly sent: () => number;
  /** One learner presses one of the options; resolves to what they are told. */
  readonly answer: (person: string, on: PostedQuestion, patience?: number) => Promise<readonly Told[]>;
  /** All answer the latest question as it comes, each when they like, until they are asked to stop. */
  readonly keepAnswering: () => { readonly stop: () => Promise<void> };
}

export const createLearners = (room: Room, persons: readonly string[], random: Random): Learners => {
  const answered: Answered[] = [];
  let sent = 0;

  const note = (person: string, on: PostedQuestion, told: readonly Told[]): void => {
    const acknowledged = told.find(isAcknowledged);
    if (acknowledged === undefined) return;
    answered.push({ learner: room.learnerOf(person), message: on.id, text: acknowledged.text });
  };

  const send = (person: string, on: PostedQuestion): Deed => {
    sent += 1;
    return room.press(person, random.pick(on.options), on);
  };

  const answer: Learners["answer"] = async (person, on, patience) => {
    const told = await does(send(person, on), patience);
    note(person, on, told);
    return told;
  };

  /** Presses once more where nothing comes of it, now and then also where something did, and goes on. */
  const live = async (person: string, isOver: () => boolean): Promise<void> => {
    let done = "";
    while (!isOver()) {
      await pause(random.whole(50, 4_000));
      const latest = latestQuestion(room);
      if (isOver() || latest?.isOpen !== true) continue;
      if (latest.id === done && random.whole(1, 4) > 1) continue;
      const deed = send(person, latest);
      const told = await does(deed, 1_500);
      note(person, latest, told);
      if (told.length > 0) done = latest.id;
      else void toldLater(person, latest, deed);
    }
  };

  /** What was not answered in time may be answered later, perhaps since it is delivered again. */
  const toldLater = async (person: string, on: PostedQuestion, deed: Deed): Promise<void> => {
    const again = room.redelivers ? does(deed, 15_000) : soon(() => deed.told()[0], 15_000);
    await again;
    note(person, on, deed.told());
  };

  return {
    room,
    persons,
    answered,
    sent: () => sent,
    answer,
    keepAnswering: () => {
      let isOver = false;
      const lives = persons.map((person) => live(person, () => isOver));
      return {
        stop: async () => {
          isOver = true;
          await Promise.all(lives);
        },
      };
    },
  };
};

/** So many names for people on Discord. */
export const discordPersons = (count: number, from = 5_000): readonly string[] =>
  Array.from({ length: count }, (_, i) => `20000000000000${String(from + i)}`);

/** So many names for people on Slack. */
export const slackPersons = (count: number, prefix = "U05P"): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(100 + i)}`);
