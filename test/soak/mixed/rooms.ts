import { discordRoom } from "../../support/class/discord-room.ts";
import type { Room } from "../../support/class/room.ts";
import { direct, slackRoom } from "../../support/class/slack-room.ts";
import type { DiscordServer } from "../../support/discord/server.ts";
import type { Delivery } from "../../support/slack/deliver.ts";
import type { SlackServer } from "../../support/slack/server.ts";

/** Where learners write: of each sort one on Discord and one on Slack. */
export interface Rooms {
  readonly channels: readonly [Room, Room];
  /** Each with a quiz in it. */
  readonly threads: readonly [Room, Room];
  /** The direct messages of each person with the tutor. */
  readonly directs: readonly [Room, Room];
  /** A thread on Slack that a person begins. */
  readonly newThread: (person: string) => Room;
}

/** A channel for the thread's quiz, and one in which threads begin. */
const [ofThread, ofThreads] = ["C02THREAD", "C03THREADS"];

export const openRooms = (discord: DiscordServer, slack: SlackServer, delivery: Delivery): Rooms => {
  const { workspace } = slack;
  const begin = (channel: string, by: string): Room => {
    const ts = workspace.ts();
    workspace.messages.push({ ts, channel, text: "Shall we?", blocks: [], by });
    return slackRoom(slack, delivery, channel, ts);
  };
  return {
    channels: [discordRoom(discord), slackRoom(slack, delivery)],
    threads: [discordRoom(discord, "thread"), begin(ofThread, workspace.ids.administrator)],
    directs: [discordRoom(discord, "direct"), slackRoom(slack, delivery, direct)],
    newThread: (person) => begin(ofThreads, person),
  };
};

/** Those in which quizzes are. */
export const quizRooms = ({ channels, threads }: Rooms): readonly Room[] => [...channels, ...threads];
