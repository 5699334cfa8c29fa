import type { Parts } from "../../../src/assemble.ts";
import { openPostgres } from "../../../src/store/postgres/open.ts";
import { type Stage as DiscordStage, openStage as openDiscordStage } from "../discord/stage.ts";
import { openStage as openSlackStage, type Stage as SlackStage } from "../slack/stage.ts";
import { openEmpty } from "../store.ts";
import { openStudy, type Study } from "../tutor.ts";
import { type Books, type Query, readBooks, watchClosings } from "./books.ts";
import { discordRoom } from "./discord-room.ts";
import { queryOf } from "./query.ts";
import type { Room } from "./room.ts";
import { slackRoom } from "./slack-room.ts";

/** A tutor in this process on both stand-ins, and its books. */
export interface Class {
  readonly study: Study;
  readonly discord: DiscordStage;
  readonly slack: SlackStage;
  /** Discord's channel and Slack's channel. */
  readonly rooms: readonly [Room, Room];
  readonly books: () => Promise<Books>;
  readonly query: Query;
  readonly violations: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** `twice`: the share of what happens that is delivered a second time. `databaseUrl`: instead of a database in memory. */
export const openClass = async ({
  twice = 0,
  databaseUrl,
  ...parts
}: Partial<Parts> & { readonly twice?: number; readonly databaseUrl?: string } = {}): Promise<Class> => {
  const opened = await (databaseUrl === undefined
    ? openEmpty()
    : openPostgres(databaseUrl, () => new Date()));
  const query = queryOf(opened.database);
  await watchClosings(query, opened.database.kind);
  const study = await openStudy({ ...parts, opened });
  const [discord, slack] = await Promise.all([
    openDiscordStage(study.tutor),
    openSlackStage("socket", study.tutor, "info", { twice }),
  ]);
  discord.server.gateway.repeat(twice);
  study.platforms.push(discord.platform, slack.slack);
  return {
    study,
    discord,
    slack,
    rooms: [discordRoom(discord.server), slackRoom(slack.server, slack.delivery)],
    books: () => readBooks(query),
    query,
    violations: () => [...discord.server.violations, ...slack.server.workspace.violations],
    close: async () => {
      await Promise.all([discord.close(), slack.close()]);
      await study.close();
    },
  };
};
