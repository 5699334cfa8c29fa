import { enableCompileCache } from "node:module";

// What is imported statically would be compiled before this is run.
enableCompileCache();
const { catalogue } = await import("./commands/catalogue.ts");
const { configOrExit } = await import("./config/config.ts");
const { slackManifest } = await import("./platforms/slack/manifest.ts");

/** Prints the app manifest for Slack: for signed HTTP where PUBLIC_URL is set, unless SLACK_APP_TOKEN asks for Socket Mode. */
const { publicUrl, slack } = configOrExit();
const reached =
  publicUrl === undefined
    ? {}
    : { url: publicUrl, ...(slack?.appToken === undefined ? {} : { bySocket: true }) };
console.log(JSON.stringify(slackManifest(catalogue, reached), null, 2));
