import { checkMessage } from "./check-payload.ts";
import type { Json, Responding, Workspace } from "./workspace.ts";

/** What Slack does with the body of an acknowledgement or of a post to a response_url; returns why it does not. */
export const respondIn = (
  workspace: Workspace,
  id: string,
  message: Json,
  counted = true,
): string | undefined => {
  const responding = workspace.respondingBy(id);
  if (responding === undefined) return "no_such_response_url";
  if (counted) responding.uses += 1;
  if (responding.uses > 5) return workspace.accuse("response_url", ["used more than five times"]);
  const { response_type, replace_original, thread_ts, delete_original } = message;
  if (delete_original === true) return workspace.accuse("response_url", ["the message would be deleted"]);
  if (replace_original === true) return replace(workspace, id, responding, message);
  const posted = workspace.post(counted ? "response_url" : "ack", message, {
    channel: responding.channel,
    by: workspace.ids.botUser,
    through: id,
    ...(typeof thread_ts === "string" ? { thread: thread_ts } : {}),
    ...(response_type === "in_channel" ? {} : { onlyFor: responding.person }),
  });
  return typeof posted === "string" ? posted : undefined;
};

/** The pressed message is replaced, and no other: what came by a slash command cannot be. */
const replace = (
  workspace: Workspace,
  id: string,
  { on, person }: Responding,
  message: Json,
): string | undefined => {
  if (on === undefined) return workspace.accuse("response_url", ["there is no message to be replaced"]);
  if (on.onlyFor !== person)
    return workspace.accuse("response_url", ["a message that others see would be replaced"]);
  const complaint = workspace.accuse("response_url", checkMessage(message));
  const refused = complaint ?? workspace.files.obstacle(message.blocks);
  if (refused !== undefined) return refused;
  const blocks = (message.blocks ?? []) as Json[];
  const replaced = { ...on, text: message.text as string, blocks, through: id };
  const at = workspace.messages.findIndex(({ ts }) => ts === on.ts);
  workspace.messages[at] = replaced;
  workspace.shown.push(replaced);
  return undefined;
};
