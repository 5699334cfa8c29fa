import { checkView } from "./check-payload.ts";
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
    const { channel, thread_ts, user } = args;
    if (typeof channel !== "string") return failed("channel_not_found");
    if (workspace.closed.has(channel)) return failed("not_in_channel");
    if (privately && typeof user !== "string") return failed("user_not_found");
    const posted = workspace.post(what, args, {
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
  "users.info": ({ user }, { ids }) => ({
    ok: true,
    user: { id: user, name: "someone", is_admin: user === ids.administrator, is_owner: false },
  }),
  "chat.postMessage": post("chat.postMessage", false),
  "chat.postEphemeral": post("chat.postEphemeral", true),
  "chat.update": (args, workspace) => {
    const at = workspace.messages.findIndex(({ ts, channel }) => ts === args.ts && channel === args.channel);
    if (at < 0) return failed("message_not_found");
    const { ts, text: _, blocks: __, ...where } = workspace.messages[at]!;
    const posted = workspace.post("chat.update", args, where);
    if (typeof posted === "string") return failed("invalid_blocks", posted);
    workspace.messages.pop();
    workspace.messages[at] = { ...posted, ts };
    return { ok: true, channel: where.channel, ts };
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
    workspace.homes.set(String(user_id), view as Json);
    return { ok: true, view };
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
