import type { SlackServer } from "./server.ts";
import { asDelivered } from "./web-api.ts";
import type { Json, Posted } from "./workspace.ts";

/** What Slack sends when a person does something, after the examples of its reference. */
export const createPayloads = ({ workspace, origin }: SlackServer, person: string, name = "ada") => {
  const { ids } = workspace;
  const team = { id: ids.team, domain: "study" };
  const who = { id: person, username: name, name, team_id: ids.team };
  const responseUrl = (channel: string, on?: Posted) =>
    `${origin}/response/${workspace.responseId(channel, person, on)}`;
  const interaction = () => ({
    user: who,
    team,
    api_app_id: ids.app,
    token: "unused",
    trigger_id: workspace.trigger(),
    enterprise: null,
    is_enterprise_install: false,
  });

  return {
    slash: (command: string, text: string, channel: string): Json => ({
      token: "unused",
      team_id: ids.team,
      team_domain: "study",
      channel_id: channel,
      channel_name: "linear-algebra",
      user_id: person,
      user_name: name,
      command,
      text,
      api_app_id: ids.app,
      is_enterprise_install: "false",
      response_url: responseUrl(channel),
      trigger_id: workspace.trigger(),
    }),

    event: (event: Json): Json => ({
      token: "unused",
      team_id: ids.team,
      context_team_id: ids.team,
      api_app_id: ids.app,
      type: "event_callback",
      event_id: workspace.next("Ev"),
      event_time: 1_760_000_000,
      authorizations: [
        {
          enterprise_id: null,
          team_id: ids.team,
          user_id: ids.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event,
    }),

    pressed: (on: Posted, action: Json): Json => ({
      type: "block_actions",
      ...interaction(),
      container: {
        type: "message",
        message_ts: on.ts,
        channel_id: on.channel,
        is_ephemeral: on.onlyFor !== undefined,
        ...(on.thread === undefined ? {} : { thread_ts: on.thread }),
      },
      channel: { id: on.channel, name: "linear-algebra" },
      // Slack does not repeat a message that only one person sees.
      ...(on.onlyFor === undefined ? { message: asDelivered(on, workspace) } : {}),
      state: { values: {} },
      response_url: responseUrl(on.channel, on),
      actions: [{ block_id: "b1", action_ts: "1760000000.1", ...action }],
    }),

    /** A button on the app's home: no message, no channel, no response_url. */
    pressedAtHome: (view: Json, action: Json): Json => ({
      type: "block_actions",
      ...interaction(),
      container: { type: "view", view_id: view.id },
      view: { ...view, team_id: ids.team, app_id: ids.app, bot_id: ids.bot, state: { values: {} } },
      actions: [{ block_id: "b1", action_ts: "1760000000.1", ...action }],
    }),

    submitted: (view: Json, values: Json): Json => ({
      type: "view_submission",
      ...interaction(),
      view: { ...view, team_id: ids.team, app_id: ids.app, bot_id: ids.bot, state: { values } },
      response_urls: [],
    }),

    pointedAt: (on: Posted, callback: string): Json => ({
      type: "message_action",
      ...interaction(),
      callback_id: callback,
      action_ts: "1760000000.2",
      channel: { id: on.channel, name: "linear-algebra" },
      message_ts: on.ts,
      message: asDelivered(on, workspace),
      response_url: responseUrl(on.channel),
    }),
  };
};
