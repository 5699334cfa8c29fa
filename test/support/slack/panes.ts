import type { Json, Workspace } from "./workspace.ts";

/** What a pane for assistants, a thread or the direct messages show beside the messages in them. */
export interface Pane {
  readonly prompts?: readonly { readonly title: string; readonly message: string }[];
  readonly promptsTitle?: string;
  readonly title?: string;
  /** That an answer is on its way; a message of the bot's takes it away. */
  readonly status?: string;
}

const mostPrompts = 4;

const isText = (text: unknown): text is string => typeof text === "string" && text.trim() !== "";

/** Which of these scopes a method asks for. */
const scopesFor = (what: string): readonly string[] =>
  what === "setStatus" ? ["chat:write", "assistant:write"] : ["assistant:write"];

/**
 * Why a sign cannot be shown; what breaks a documented limit is noted as a violation, too. A status stands in any thread,
 * or below any message; prompts without a thread stand in the direct messages of an app with the agent view.
 */
const obstacle = (what: string, args: Json, workspace: Workspace): string | undefined => {
  if (!scopesFor(what).some((scope) => workspace.scopes.includes(scope))) return "missing_scope";
  const { channel_id, thread_ts } = args;
  const isMessage = workspace.messages.some(({ ts, channel }) => ts === thread_ts && channel === channel_id);
  const isThere =
    workspace.panes.has(keyOf(args)) ||
    (what === "setStatus" && isMessage) ||
    (what === "setSuggestedPrompts" && thread_ts === undefined && /^D/.test(String(channel_id)));
  if (!isThere) return "invalid_thread_ts";
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

const keyOf = ({ channel_id, thread_ts = "" }: Json): string => `${channel_id}/${thread_ts}`;

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
