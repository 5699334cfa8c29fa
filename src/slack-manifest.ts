import { catalogue } from "./commands/catalogue.ts";
import { configOrExit } from "./config/config.ts";
import { slackManifest } from "./platforms/slack/manifest.ts";

/** Prints the app manifest for Slack: for signed HTTP where PUBLIC_URL is set, unless SLACK_APP_TOKEN asks for Socket Mode. */
const { publicUrl, slack } = configOrExit();
const reached =
  publicUrl === undefined
    ? {}
    : { url: publicUrl, ...(slack?.appToken === undefined ? {} : { bySocket: true }) };
console.log(JSON.stringify(slackManifest(catalogue, reached), null, 2));
