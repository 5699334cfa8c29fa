import type { Json, Workspace } from "./workspace.ts";

/** What a pane for assistants shows beside the messages of its thread. */
export interface Pane {
  readonly prompts?: readonly { readonly title: string; readonly message: string }[];
  readonly promptsTitle?: string;
  readonly title?: string;
  /** That an answer is on its way; a message of the bot's takes it away. */
  readonly status?: string;
}

const mostPrompts = 4;

const isText = (text: unknown): text is string => typeof text === "string" && text.trim() !== "";

/** Why a sign cannot be shown; what breaks a documented limit is noted as a violation, too. */
const obstacle = (what: string, args: Json, workspace: Workspace): string | undefined => {
  if (!workspace.scopes.includes("assistant:write")) return "missing_scope";
  if (!workspace.panes.has(keyOf(args))) return "invalid_thread_ts";
  const complaints = complaintsOf(what, args);
  workspace.accuse(`assistant.threads.${what}`, complaints);
  return complaints.length === 0 ? undefined : "invalid_arguments";
};

const complaintsOf = (what: string, args: Json): readonly string[] => {
  switch (what) {
    case "setSuggestedPrompts": {
      const prompts = (args.prompts ?? []) as Json[];
      return [
        ...(prompts.length < 1 || prompts.length > mostPrompts ? [`${prompts.length} prompts`] : []),
        ...prompts.flatMap(({ title, message }) =>
          isText(title) && isText(message) ? [] : ["a prompt without title or message"],
        ),
      ];
    }
    case "setTitle":
      return isText(args.title) ? [] : ["no title"];
    default:
      return typeof args.status === "string" ? [] : ["no status"];
  }
};

const keyOf = ({ channel_id, thread_ts }: Json): string => `${channel_id}/${thread_ts}`;

const sign =
  (what: string, shown: (args: Json) => Pane) =>
  (args: Json, workspace: Workspace): Json => {
    const error = obstacle(what, args, workspace);
    if (error !== undefined) return { ok: false, error };
    const key = keyOf(args);
    workspace.panes.set(key, { ...workspace.panes.get(key), ...shown(args) });
    return { ok: true };
  };

/** The methods for panes. */
export const paneMethods = {
  "assistant.threads.setSuggestedPrompts": sign("setSuggestedPrompts", ({ prompts, title }) => ({
    prompts: prompts as NonNullable<Pane["prompts"]>,
    ...(isText(title) ? { promptsTitle: title } : {}),
  })),
  "assistant.threads.setTitle": sign("setTitle", ({ title }) => ({ title: title as string })),
  "assistant.threads.setStatus": sign("setStatus", ({ status }) => ({ status: status as string })),
};
