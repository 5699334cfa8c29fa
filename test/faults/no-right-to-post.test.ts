import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { discordRoom } from "../support/class/discord-room.ts";
import { type Class, openClass } from "../support/class/open-class.ts";
import { openQuestion, questionsIn, solutionsTo, solutionTo } from "../support/class/questions.ts";
import { mustDo, type Room, soon } from "../support/class/room.ts";
import { slackRoom } from "../support/class/slack-room.ts";

/** A room whose channel can be closed to the tutor, or be gone. */
interface Closable {
  readonly room: Room;
  readonly starter: string;
  /** Takes a message away that its learners may still press on. */
  readonly close: () => void;
  readonly open: () => void;
  readonly remove: () => void;
}

let all: Class;
let places: Readonly<Record<string, Closable>>;

beforeAll(async () => {
  all = await openClass();
  const { discord, slack } = all;
  const { world } = discord.server;
  const { workspace } = slack.server;
  const onDiscord = (where: "channel" | "thread", starter: string): Closable => ({
    room: discordRoom(discord.server, where),
    starter,
    close: () => world.closed.add(world.ids[where]),
    open: () => world.closed.delete(world.ids[where]),
    remove: () => world.deleted.add(world.ids[where]),
  });
  const onSlack = (channel: string, starter: string): Closable => ({
    room: slackRoom(slack.server, slack.delivery, channel),
    starter,
    close: () => workspace.closed.add(channel),
    open: () => workspace.closed.delete(channel),
    remove: () => workspace.gone.add(channel),
  });
  places = {
    "a channel on Discord": onDiscord("channel", "200000000000005001"),
    "a thread on Discord": onDiscord("thread", "200000000000005002"),
    "a channel on Slack": onSlack("C01MATHS", "U05P101"),
    "another channel on Slack": onSlack("C02CLASS", "U05P102"),
  };
});
afterAll(async () => {
  expect(all.violations()).toEqual([]);
  await all.close();
});

const begin = async ({ room, starter }: Closable) => {
  expect((await mustDo(room.slash(starter, "quiz", "start rounds:5 seconds:60"))).text).toContain(
    "has begun",
  );
  return openQuestion(room, 1);
};

const pausedNotes = ({ room, starter }: Closable) =>
  room.directTo(starter).filter(({ text }) => text.includes("Your quiz is paused"));

const isTold = async (place: Closable, times: number): Promise<string> => {
  const found = await soon(() => pausedNotes(place)[times - 1], 15_000);
  expect(found, `${place.room.name}: nobody is told`).toBeDefined();
  expect(pausedNotes(place)).toHaveLength(times);
  return found!.text;
};

const resume = async ({ room, starter }: Closable): Promise<string> =>
  (await mustDo(room.slash(starter, "quiz", "resume"))).text;

describe("the tutor may not post any more in the middle of a quiz", () => {
  test.concurrent.each(["a channel on Discord", "a channel on Slack"])(
    "%s is closed to it: the quiz is paused, the starter is told, and it goes on when it may",
    async (name) => {
      const place = places[name]!;
      const { room, starter, close, open } = place;
      const on = await begin(place);
      expect((await mustDo(room.press(starter, on.options[0]!, on))).text).toContain("Your answer is in");
      close();
      await mustDo(room.press(starter, "Skip", on));
      expect(await isTold(place, 1)).toMatch(/may not write there/);
      expect(solutionsTo(room, 1)).toHaveLength(0);

      // Too early: it is paused again, and the starter is told again.
      expect(await resume(place)).toContain("I may not write here");
      await isTold(place, 2);

      open();
      expect(await resume(place)).toContain("The quiz goes on");
      await solutionTo(room, 1);
      await openQuestion(room, 2);
      expect(solutionsTo(room, 1)).toHaveLength(1);
      expect(questionsIn(room).map(({ number }) => number)).toEqual([1, 2]);
      expect((await mustDo(room.slash(starter, "quiz", "stop confirm:yes"))).text).toContain(
        "The quiz was stopped",
      );
    },
    120_000,
  );

  test.concurrent.each(["a thread on Discord", "another channel on Slack"])(
    "%s is deleted: the quiz is paused, the starter is told, and nothing is lost",
    async (name) => {
      const place = places[name]!;
      const { room, starter, remove } = place;
      const on = await begin(place);
      expect((await mustDo(room.press(starter, on.options[0]!, on))).text).toContain("Your answer is in");
      const learner = room.learnerOf(starter);
      remove();
      await mustDo(room.press(starter, "Skip", on));
      expect(await isTold(place, 1)).toMatch(/is gone/);
      const { attempts } = await all.books();
      expect(attempts.filter((attempt) => attempt.learner === learner)).toHaveLength(1);
      expect((await all.study.store.quizzes.running()).map(({ starter: by }) => by)).not.toContain(learner);
    },
    120_000,
  );
});
