import { checkMessage } from "./check-payload.ts";
import type { Json, Workspace } from "./workspace.ts";

/** Changes a message of the bot's own; returns Slack's error, and what is wrong with the new content. */
export const editMessage = (
  workspace: Workspace,
  message: Json,
): readonly [error: string, complaint?: string] | undefined => {
  const { messages } = workspace;
  const at = messages.findIndex(({ ts, channel }) => ts === message.ts && channel === message.channel);
  const old = messages[at];
  if (old === undefined || old.onlyFor !== undefined) return ["message_not_found"];
  if (old.by !== workspace.ids.botUser) return ["cant_update_message"];
  const complaint = workspace.accuse("chat.update", checkMessage(message));
  if (complaint !== undefined) return ["invalid_blocks", complaint];
  const refused = workspace.files.obstacle(message.blocks);
  if (refused !== undefined) return ["invalid_blocks", refused];
  const edited = { ...old, text: message.text as string, blocks: (message.blocks ?? []) as Json[] };
  messages[at] = edited;
  workspace.shown.push(edited);
  workspace.edits.push({ ts: old.ts, text: edited.text, at: performance.now() });
  return undefined;
};
