import { createPayloads } from "../../support/slack/payloads.ts";
import { appToken, botToken, openSlack } from "../../support/slack/server.ts";
import type { Arena } from "./arena.ts";

const teamId = (server: number): string => `T${String(server).padStart(8, "0")}`;

/** From the envelope of a slash command by Socket Mode to its acknowledgement, which carries the answer. */
export const openSlackArena = async (): Promise<Arena> => {
  const server = await openSlack();
  const { workspace } = server;
  return {
    apiUrl: server.apiUrl,
    settings: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: server.apiUrl },
    place: (of) => `slack:place:${teamId(of)}`,
    introduce: () => undefined,
    ask: async ({ number, server: of, channel }, command, text) => {
      const payloads = createPayloads(server, `U${String(number).padStart(8, "0")}`);
      const payload = payloads.slash(`/${command}`, text, `C${of}X${channel}`);
      await server.envelope("slash_commands", { ...payload, team_id: teamId(of) });
    },
    forget: () => {
      workspace.messages.length = 0;
      workspace.shown.length = 0;
      workspace.calls.length = 0;
    },
    close: server.close,
  };
};
