import { createRandom, type Random } from "../../../src/random.ts";
import { discordPersons, slackPersons } from "../../support/class/learners.ts";
import { type Post, pause, type Room, soon } from "../../support/class/room.ts";
import type { Ledger } from "./ledger.ts";
import { does, type Life, mentions, pressAnswer, slash } from "./lives.ts";
import type { Rooms } from "./rooms.ts";

/** So many errands are run at once. */
const runners = 3;

/** How long a question of the day is waited for, in milliseconds. */
const untilRung = 150_000;

/** Whom errands are run with: people who come by for one of them each. */
interface Passing {
  readonly rooms: Rooms;
  readonly ledger: Ledger;
  readonly random: Random;
  /** Somebody new on Discord (0) or Slack (1), in a room. */
  readonly someone: (platform: 0 | 1, room?: Room) => Life;
  readonly isOver: () => boolean;
  /** Goes on while other errands are run. */
  readonly meanwhile: (work: Promise<unknown>) => void;
}

type Errand = (passing: Passing) => Promise<unknown>;

const platformOf = (random: Random): 0 | 1 => (random.whole(0, 1) === 0 ? 0 : 1);

const directMessage: Errand = async ({ random, someone }) => {
  const life = someone(platformOf(random));
  await does(life, "direct message", life.room.mention(life.person, random.pick(mentions)));
};

const inThread: Errand = async ({ random, someone, rooms }) => {
  const life = someone(1);
  const room = rooms.newThread(life.person);
  await does({ ...life, room }, "mention in a thread", room.mention(life.person, random.pick(mentions)));
};

/** A code from the one platform is typed on the other, and both agree. */
const link: Errand = async ({ random, someone }) => {
  const from = platformOf(random);
  const [here, there] = [someone(from), someone(from === 0 ? 1 : 0)];
  const [told] = await slash(here, "link", "", "link");
  const code = /Your code: (\w{8})/.exec(told?.text ?? "")?.[1];
  if (code === undefined) return;
  await slash(there, "link", code, "link asked");
  await slash(there, "link", `${code} step:yes`, "link agreed");
  await slash(here, "link", `${code} step:yes`, `link to ${there.room.learnerOf(there.person)}`);
};

/** The time of the day so many minutes from now, on a clock that shows UTC. */
const minutesFromNow = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);

/** Something is to be due for review, so there is an answer first, and perhaps a wrong one. */
const remind: Errand = async ({ random, someone }) => {
  const life = someone(platformOf(random));
  const [told] = await slash(life, "practice", "");
  if (told?.post !== undefined) await pressAnswer(life, told.post, "practice press");
  const wish = random.whole(1, 5) === 1 ? "off" : minutesFromNow(-10);
  const zone = wish === "off" || !life.room.redelivers ? "" : " zone:UTC";
  await slash(life, "remind", `${wish}${zone}`, `remind ${wish}`);
};

const isDaily = ({ text }: Post): boolean => text.includes("Question of the day");

/** The question of the day is set for the next minute, and answered when it comes. */
const daily = async (life: Life, posts: () => readonly Post[], isOver: () => boolean): Promise<boolean> => {
  const wish = minutesFromNow(1);
  const told = await slash(life, "quiz", `daily at:${wish} zone:UTC`, `daily ${wish}`);
  if (!told.some(({ text }) => text.includes("A question a day"))) return false;
  const rung = await soon(() => (isOver() ? [] : posts().filter(isDaily)[0]), untilRung);
  if (rung !== undefined && "buttons" in rung) await pressAnswer(life, rung, "daily answer");
  return true;
};

const dailyAlone: Errand = async ({ random, someone, isOver, meanwhile }) => {
  const life = someone(platformOf(random));
  meanwhile(daily(life, () => life.room.directTo(life.person), isOver));
};

const errands: readonly Errand[] = [directMessage, inThread, link, remind, dailyAlone];

/** Those who look after a room set its question of the day. */
const dailyForAll = async (room: Room, person: string, passing: Passing): Promise<void> => {
  const { ledger, random, isOver } = passing;
  const isSet = () => daily({ room, person, ledger, random }, room.posts, isOver);
  while (!isOver() && !(await isSet())) await pause(1_000);
};

/** People come by until it is over: with direct messages, in threads, and with what comes later than its answer. */
export const runErrands = async (
  rooms: Rooms,
  { seed, administrators }: { readonly seed: number; readonly administrators: readonly [string, string] },
  ledger: Ledger,
  isOver: () => boolean,
): Promise<void> => {
  let count = 0;
  const waiting: Promise<unknown>[] = [];
  const passingWith = (random: Random): Passing => ({
    ...{ rooms, ledger, random, isOver },
    someone: (platform, room = rooms.directs[platform]) => {
      count += 1;
      const [person] = platform === 0 ? discordPersons(1, 6_000 + count) : slackPersons(1, `U06P${count}X`);
      return { room, person: person!, random, ledger };
    },
    meanwhile: (work) => waiting.push(work),
  });
  const run = async (random: Random): Promise<void> => {
    const passing = passingWith(random);
    while (!isOver()) {
      await pause(random.whole(500, 3_000));
      if (!isOver()) await random.pick(errands)(passing);
    }
  };
  const running = Array.from({ length: runners }, (_, n) => run(createRandom(seed + 1_000 + n)));
  const set = [rooms.channels, rooms.threads.slice(0, 1)].flatMap((some) =>
    some.map((room, n) => dailyForAll(room, administrators[n]!, passingWith(createRandom(seed + 2_000 + n)))),
  );
  await Promise.all([...running, ...set]);
  await Promise.all(waiting);
};
