import { PostRefused, type Refusal } from "../../posting.ts";

/** Slack's errors that will be the same when the post is tried again. */
const refusals: Readonly<Record<Refusal, ReadonlySet<string>>> = {
  forbidden: new Set([
    "not_in_channel",
    "cant_update_message",
    "no_permission",
    "ekm_access_denied",
    "user_disabled",
    "messages_tab_disabled",
    "account_inactive",
    "missing_scope",
    "token_revoked",
  ]),
  gone: new Set([
    "channel_not_found",
    "is_archived",
    "message_not_found",
    "user_not_found",
    "thread_not_found",
    // What was posted under this key has been deleted since.
    "duplicate_message_not_found",
    "duplicate_channel_not_found",
  ]),
};

/** Undefined for what may succeed later. */
export const refusalOf = (error: unknown): Refusal | undefined => {
  const code = (error as { data?: { error?: string } }).data?.error ?? "";
  if (code.startsWith("restricted_action") || refusals.forbidden.has(code)) return "forbidden";
  return refusals.gone.has(code) ? "gone" : undefined;
};

const contentRefused = new Set([
  "invalid_blocks",
  "invalid_arguments",
  "file_not_found",
  "slack_file_not_found",
]);

/**
 * Slack does not take what a message or a home shows, such as a file that is gone or not ready yet. A response_url says
 * that by its status alone.
 */
export const refusesContent = (error: unknown): boolean => {
  const { data, statusCode = 0 } = error as { data?: { error?: string }; statusCode?: number };
  return (
    (statusCode >= 400 && statusCode < 500 && statusCode !== 429) || contentRefused.has(data?.error ?? "")
  );
};

/** Does the work; what Slack refuses for good becomes `PostRefused`. */
export const refusing = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal === undefined ? error : new PostRefused(refusal);
  }
};
