import { catalogue } from "./commands/catalogue.ts";
import { configOrExit } from "./config.ts";
import { slackManifest } from "./platforms/slack/manifest.ts";

/** Prints the app manifest for Slack: for Socket Mode, or for signed HTTP where PUBLIC_URL is set. */
const { publicUrl } = configOrExit();
console.log(
  JSON.stringify(slackManifest(catalogue, publicUrl === undefined ? {} : { url: publicUrl }), null, 2),
);
