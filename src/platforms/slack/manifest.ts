import type { webApi } from "@slack/bolt";
import type { Command } from "../../commands/command.ts";
import { reservedNames } from "../../commands/usage.ts";
import { botEvents, botScopes } from "./scopes.ts";

/** What of a command the manifest needs. */
export type Described = Pick<Command, "name" | "aliases" | "summary" | "examples">;

export type SlackManifest = Exclude<webApi.AppsManifestCreateArguments["manifest"], string>;

/** The callback_id of the message shortcut, which is also the command it gives. */
export const whyShortcut = "why";

/**
 * The app manifest, ready to be pasted into Slack. Without a `url` the app speaks Socket Mode; with one, Slack sends
 * signed requests to `url`/slack/events.
 */
export const slackManifest = (
  commands: readonly Described[],
  { url }: { readonly url?: string } = {},
): SlackManifest => {
  const request = url === undefined ? undefined : `${url.replace(/\/+$/, "")}/slack/events`;
  const asked = request === undefined ? {} : { request_url: request };
  return {
    display_information: {
      name: "dot-tutor",
      description: "The maths that language models rest on, with the working-out",
      background_color: "#1f3a5f",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "tutor", always_online: true },
      shortcuts: [
        {
          name: "Why is this similar?",
          type: "message",
          callback_id: whyShortcut,
          description: "Explains how similar the vectors in this message are",
        },
      ],
      slash_commands: commands.flatMap((command) =>
        [command.name, ...command.aliases]
          .filter((name) => !reservedNames.slack.has(name))
          .map((name) => ({
            command: `/${name}`,
            description: command.summary,
            ...(command.examples[0] === "" ? {} : { usage_hint: command.examples[0] }),
            should_escape: false,
            ...(request === undefined ? {} : { url: request }),
          })),
      ),
    },
    oauth_config: { scopes: { bot: botScopes.map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: { ...asked, bot_events: [...botEvents] },
      interactivity: { is_enabled: true, ...asked },
      org_deploy_enabled: false,
      socket_mode_enabled: request === undefined,
      token_rotation_enabled: false,
    },
  };
};
