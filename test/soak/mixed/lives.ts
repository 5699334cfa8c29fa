import { createRandom, type Random } from "../../../src/random.ts";
import { discordPersons, slackPersons } from "../../support/class/learners.ts";
import { latestQuestion } from "../../support/class/questions.ts";
import { type Deed, type Post, pause, type Room, soon, type Told } from "../../support/class/room.ts";
import type { Ledger } from "./ledger.ts";
import type { Rooms } from "./rooms.ts";

/** A person in a room, and what they do by chance. */
export interface Life {
  readonly room: Room;
  readonly person: string;
  readonly random: Random;
  readonly ledger: Ledger;
}

const commands: readonly (readonly [name: string, line: string])[] = [
  ["dot", "2,3,4 1,0,2"],
  ["dot", "a,b,c d,e,f"],
  ["cosine", "2,3,4 1,0,2"],
  ["norm", "3,4"],
  ["normalise", "3,4"],
  ["angle", "1,1 1,0"],
  ["distance", "1,2 4,6"],
  ["why", "2,3,4 1,0,2"],
  ["softmax", "1,2,3"],
  ["add", "1,2 3,4"],
  ["explain", "cosine similarity"],
  ["similar", "king queen"],
  ["plot", "3,4 4,-1"],
  ["dot", "2,3 1,0,2"],
  ["nothing", ""],
];

export const mentions = [
  "dot 2,3,4 1,0,2",
  "cosine 1,2 3,4",
  "norm 3,4",
  "explain dot product",
  "angle 1,0 0,1",
];

/** What stands on questions beside the answers to choose from. */
const others =
  /^(Type an answer…|Hint|Skip|Stop|Another|Working|My progress|Leaderboard|Last working|Next question|What next.*)$/;

export const does = (life: Life, what: string, deed: Deed): Promise<readonly Told[]> =>
  life.ledger.send(life.room, life.person, what, deed);

export const slash = (life: Life, name: string, line: string, what = `slash ${name}`) =>
  does(life, what, life.room.slash(life.person, name, line));

/** Presses one of the answers of a question; nothing comes of it where there are none. */
export const pressAnswer = async (life: Life, on: Post, what: string): Promise<readonly Told[]> => {
  const options = on.buttons.filter((label) => !others.test(label));
  return options.length === 0
    ? []
    : does(life, what, life.room.press(life.person, life.random.pick(options), on));
};

/** Opens the form of a question, and sends an answer that is typed into it. */
const fillIn = async (life: Life, on: Post, what: string): Promise<readonly Told[]> => {
  const { room, person, random } = life;
  const opening = room.open(person, "Type an answer…", on);
  // What is not handed over opens no form.
  await opening.send().catch(() => undefined);
  const typed = String(random.whole(-9, 20));
  const deed = await soon(() => opening.submit(typed), 4_000);
  return deed === undefined ? [] : does(life, what, deed);
};

const quiz = async (life: Life): Promise<void> => {
  const { room, person, random } = life;
  const on = latestQuestion(room);
  if (on?.isOpen !== true || on.options.length === 0) return;
  const chance = random.whole(1, 10);
  if (chance <= 6) await does(life, "press answer", room.press(person, random.pick(on.options), on));
  else if (chance <= 8 && on.buttons.includes("Type an answer…")) await fillIn(life, on, "form answer");
  else await does(life, "press hint", room.press(person, "Hint", on));
};

const practise = async (life: Life): Promise<void> => {
  const { room, person, random } = life;
  const [told] = await slash(life, "practice", "");
  for (let post = told?.post, round = 0; post !== undefined && round < 3; round += 1) {
    await pause(random.whole(300, 1_500));
    const isTyped = post.buttons.includes("Type an answer…") && random.whole(1, 4) === 1;
    const answered: readonly Told[] = isTyped
      ? await fillIn(life, post, "practice form")
      : await pressAnswer(life, post, "practice press");
    const verdict = answered.at(-1)?.post;
    if (verdict === undefined || !verdict.buttons.includes("Next question")) return;
    const next: readonly Told[] = await does(
      life,
      "practice next",
      room.press(person, "Next question", verdict),
    );
    post = next.at(-1)?.post;
  }
};

const settings = async (life: Life): Promise<void> => {
  const wish = life.random.pick(["on", "light", "dark", "off"]);
  await slash(life, "settings", `pictures:${wish}`, `settings ${wish}`);
};

const leaderboard = (life: Life) => {
  const action = life.random.pick(["join", "leave", "show"]);
  return slash(life, "leaderboard", action, `leaderboard ${action}`);
};

const lookUp = async (life: Life): Promise<void> => {
  const [name, line] = life.random.pick(commands);
  // Discord lets nobody type a command that is not registered.
  if (name !== "nothing" || life.room.redelivers) await slash(life, name, line);
};

const acts: readonly (readonly [weight: number, act: (life: Life) => Promise<unknown>])[] = [
  [6, quiz],
  [3, lookUp],
  [2, (life) => does(life, "mention", life.room.mention(life.person, life.random.pick(mentions)))],
  [2, practise],
  [1, settings],
  [1, leaderboard],
  [1, (life) => slash(life, "progress", "")],
];

const everything = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act));

/** Goes on until it is over. */
const live = async (life: Life, lots: typeof everything, isOver: () => boolean): Promise<void> => {
  while (!isOver()) {
    await pause(life.random.whole(300, 3_500));
    if (!isOver()) await life.random.pick(lots)(life);
  }
};

/** Sees to it that a quiz is under way in the room, one in the class and one as a race in turn. */
const keepQuizzing = async (life: Life, isOver: () => boolean): Promise<void> => {
  for (let n = 0; !isOver(); await pause(1_000)) {
    const before = latestQuestion(life.room)?.id;
    const isNew = () => (isOver() || latestQuestion(life.room)?.id !== before ? true : undefined);
    if ((await soon(isNew, n === 0 ? 0 : 15_000)) === true) continue;
    n += 1;
    const mode = n % 2 === 0 ? "race" : "together";
    await slash(life, "quiz", `start rounds:10 seconds:10 mode:${mode}`, "quiz start");
  }
};

/** So many learners in each channel, and fewer in each thread, until it is over; one of each keeps a quiz under way. */
export const populate = async (
  { channels, threads }: Rooms,
  { seed, learnersInRoom }: { readonly seed: number; readonly learnersInRoom: number },
  ledger: Ledger,
  isOver: () => boolean,
): Promise<void> => {
  const inRoom = (room: Room, from: number, persons: readonly string[], lots: typeof everything) =>
    persons.map((person, n) => {
      const life: Life = { room, person, ledger, random: createRandom(seed + from + n) };
      return n === 0 ? keepQuizzing(life, isOver) : live(life, lots, isOver);
    });
  const inThread = Math.ceil(learnersInRoom / 3);
  await Promise.all([
    ...inRoom(channels[0], 100, discordPersons(learnersInRoom), everything),
    ...inRoom(channels[1], 200, slackPersons(learnersInRoom), everything),
    ...inRoom(threads[0], 300, discordPersons(inThread, 5_500), everything),
    // What is said in a thread of Slack is answered in it for all, whoever asked.
    ...inRoom(threads[1], 400, slackPersons(inThread, "U05T"), [quiz]),
  ]);
};
