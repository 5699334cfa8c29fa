import { App, LogLevel } from "@slack/bolt";
import { appToken, botToken } from "../../support/slack/server.ts";

/** The least that Bolt needs to answer a constant. */
const app = new App({
  token: botToken,
  appToken,
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.argv[2]! },
  installerOptions: { clientOptions: { slackApiUrl: process.argv[2]! } },
});
app.command("/dot", async ({ ack }) => ack({ text: "10", response_type: "in_channel" }));
await app.start();
process.send?.("ready");
