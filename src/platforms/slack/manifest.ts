import type { webApi } from "@slack/bolt";
import type { Command } from "../../commands/command.ts";
import { optionsOf, reservedNames, usageOf, wordedFor } from "../../commands/usage.ts";
import { redirectUrl, requestUrl } from "./addresses.ts";
import { botEvents, botScopes } from "./scopes.ts";

export type SlackManifest = Exclude<webApi.AppsManifestCreateArguments["manifest"], string>;

/** One that Slack’s types know: `assistant:write` is missing there. */
type BotScope = NonNullable<NonNullable<NonNullable<SlackManifest["oauth_config"]>["scopes"]>["bot"]>[number];

/** The callback_id of the message shortcut, which is also the command it gives. */
export const whyShortcut = "why";

/** How Slack reaches the app. */
export interface Reached {
  /** The address of the process: people who install the app are sent back there. */
  readonly url?: string;
  /** Over a connection that the process opens, even where it has an address. */
  readonly bySocket?: boolean;
}

/**
 * The app manifest, ready to be pasted into Slack. Without a `url` the app speaks Socket Mode; with one, Slack sends
 * signed requests to `url`/slack/events, unless it is reached `bySocket`.
 */
export const slackManifest = (
  commands: readonly Command[],
  { url, bySocket = url === undefined }: Reached = {},
): SlackManifest => {
  const request = url === undefined || bySocket ? undefined : requestUrl(url);
  const asked = request === undefined ? {} : { request_url: request };
  return {
    display_information: {
      name: "dot-tutor",
      description: "The maths that language models rest on, with the working-out",
      background_color: "#1f3a5f",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: {
        agent_description: "Ask about vectors, dot products and similarity, and see the working-out",
      },
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
            ...hintFor(command),
            should_escape: false,
            ...(request === undefined ? {} : { url: request }),
          })),
      ),
    },
    oauth_config: {
      ...(url === undefined ? {} : { redirect_urls: [redirectUrl(url)] }),
      scopes: { bot: botScopes.map(({ scope }) => scope as BotScope) },
    },
    settings: {
      event_subscriptions: { ...asked, bot_events: [...botEvents] },
      interactivity: { is_enabled: true, ...asked },
      org_deploy_enabled: false,
      socket_mode_enabled: request === undefined,
      token_rotation_enabled: false,
    },
  };
};

/** Slack takes 1,000 characters; a hint of one line is read. */
const longestHint = 100;

/** An example; for a command with actions, what they are. */
const hintFor = (command: Command): { readonly usage_hint?: string } => {
  const actions = Object.keys(optionsOf(command)[0]?.actions ?? {});
  const hint = actions.length === 0 ? command.examples[0] : actionsHint(actions, usageOf(command));
  return hint === "" ? {} : { usage_hint: wordedFor("slack", hint) };
};

/** The usage, with as many of the actions as there is room for. */
const actionsHint = (actions: readonly string[], usage: string): string => {
  const rest = usage.slice(actions.join("|").length);
  const hints = [
    usage,
    ...actions.map((_, i) => `${[...actions.slice(0, -1 - i), "…"].join("|")}${rest}`),
    ...actions.map((_, i) => [...actions.slice(0, actions.length - i), "…"].join("|")),
  ];
  return hints.find((hint) => hint.length <= longestHint) ?? "…";
};
