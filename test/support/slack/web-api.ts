import { checkView } from "./check-payload.ts";
import { editMessage } from "./edit.ts";
import { paneMethods } from "./panes.ts";
import type { Json, Workspace } from "./workspace.ts";

type Method = (args: Json, workspace: Workspace) => Json;

const failed = (error: string, ...messages: string[]): Json => ({
  ok: false,
  error,
  ...(messages.length === 0 ? {} : { response_metadata: { messages } }),
});

const post =
  (what: string, privately: boolean): Method =>
  (args, workspace) => {
    const { thread_ts, user } = args;
    if (typeof args.channel !== "string") return failed("channel_not_found");
    const obstacle = workspace.obstacle(args.channel);
    if (obstacle !== undefined) return failed(obstacle);
    if (privately && typeof user !== "string") return failed("user_not_found");
    // What is for a person goes into the direct messages with them.
    const channel = /^[UW]/.test(args.channel) ? workspace.directOf(args.channel) : args.channel;
    const posted = workspace.postOnce(what, args, {
      channel,
      by: workspace.ids.botUser,
      ...(typeof thread_ts === "string" ? { thread: thread_ts } : {}),
      ...(privately ? { onlyFor: user as string } : {}),
    });
    if (typeof posted === "string") return failed("invalid_blocks", posted);
    return privately ? { ok: true, message_ts: posted.ts } : { ok: true, channel, ts: posted.ts };
  };

/** The methods of Slack's Web API that a bot like this may call. */
export const methods: Readonly<Record<string, Method>> = {
  ...paneMethods,
  "auth.test": (_, { ids }) => ({
    ok: true,
    url: "https://study.slack.com/",
    team: "study",
    user: "tutor",
    team_id: ids.team,
    user_id: ids.botUser,
    bot_id: ids.bot,
    is_enterprise_install: false,
  }),
  "auth.revoke": () => ({ ok: true, revoked: true }),
  "users.info": ({ user, include_locale }, { ids, locale }) => ({
    ok: true,
    user: {
      id: user,
      name: "someone",
      tz: "Europe/Berlin",
      profile: { display_name: "Someone" },
      is_admin: user === ids.administrator,
      is_owner: false,
      ...(include_locale === true ? { locale } : {}),
    },
  }),
  "chat.postMessage": post("chat.postMessage", false),
  "chat.postEphemeral": post("chat.postEphemeral", true),
  "chat.update": (args, workspace) => {
    const obstacle = workspace.obstacle(String(args.channel));
    if (obstacle !== undefined) return failed(obstacle);
    const [error, complaint] = editMessage(workspace, args) ?? [];
    if (error !== undefined) return complaint === undefined ? failed(error) : failed(error, complaint);
    return { ok: true, channel: args.channel, ts: args.ts };
  },
  "chat.delete": ({ channel, ts }, { messages, ids }) => {
    const at = messages.findIndex((m) => m.ts === ts && m.channel === channel);
    if (at < 0) return failed("message_not_found");
    if (messages[at]!.by !== ids.botUser) return failed("cant_delete_message");
    messages.splice(at, 1);
    return { ok: true, channel, ts };
  },
  "conversations.open": ({ users }, workspace) =>
    typeof users === "string" && /^[UW]\w+$/.test(users)
      ? { ok: true, channel: { id: workspace.directOf(users) } }
      : failed("user_not_found"),
  "files.getUploadURLExternal": ({ filename, length, alt_text = "" }, workspace) => {
    const { files, origin } = workspace;
    if (typeof filename !== "string" || !(Number(length) > 0)) return failed("invalid_arguments");
    if (String(alt_text).length > 1_000) return failed("alt_txt_too_large");
    const file_id = workspace.next("F01FILE");
    files.announce(file_id, filename, Number(length), String(alt_text));
    return { ok: true, upload_url: `${origin}/upload/${file_id}`, file_id };
  },
  "files.completeUploadExternal": (args, { files }) => {
    const error = files.complete(args);
    return error === undefined ? { ok: true, files: args.files } : failed(error);
  },
  "conversations.history": ({ channel, limit }, workspace) => {
    if (!workspace.scopes.includes("im:history")) return failed("missing_scope");
    const there = workspace.messages.filter((m) => m.channel === channel && m.onlyFor === undefined);
    const latest = there.toReversed().slice(0, Number(limit));
    return { ok: true, messages: latest.map((m) => asDelivered(m, workspace)) };
  },
  "conversations.replies": ({ channel, ts }, workspace) => {
    const thread = workspace.messages.filter(
      (m) => m.channel === channel && m.onlyFor === undefined && (m.ts === ts || m.thread === ts),
    );
    if (thread.length === 0) return failed("thread_not_found");
    return { ok: true, messages: thread.map((m) => asDelivered(m, workspace)), has_more: false };
  },
  "views.open": ({ trigger_id, view }, workspace) => {
    const opened = workspace.openView(String(trigger_id), view as Json);
    return typeof opened === "string" ? failed("invalid_arguments", opened) : { ok: true, view: opened };
  },
  "views.publish": ({ user_id, view }, workspace) => {
    const complaint = workspace.accuse("views.publish", checkView(view as Json));
    if (complaint !== undefined) return failed("invalid_arguments", complaint);
    const refused = workspace.files.obstacle((view as Json).blocks);
    if (refused !== undefined) return failed("invalid_arguments", refused);
    const published = { ...(view as Json), id: workspace.next("V") };
    workspace.homes.set(String(user_id), published);
    return { ok: true, view: published };
  },
};

/** A message as Slack delivers it to an app. */
export const asDelivered = (
  { ts, thread, text, blocks, by }: Workspace["messages"][number],
  { ids }: Workspace,
): Json => ({
  type: "message",
  user: by,
  ts,
  text,
  team: ids.team,
  blocks,
  ...(by === ids.botUser ? { bot_id: ids.bot, app_id: ids.app } : {}),
  ...(thread === undefined ? {} : { thread_ts: thread }),
});
