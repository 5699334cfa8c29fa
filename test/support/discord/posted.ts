import type { Attached } from "./attached.ts";
import type { Json } from "./check-message.ts";

/** A message as it stands in a channel. */
export interface Posted {
  readonly id: string;
  readonly channel: string;
  readonly by: string;
  readonly content: string;
  readonly components: readonly Json[];
  readonly flags: number;
  /** The one person who sees it. */
  readonly onlyFor?: string;
  /** The message that it answers. */
  readonly answers?: string;
  /** The interaction that it answers, or that changed it last. */
  readonly interaction?: string;
  readonly files: readonly Attached[];
}

/** A refusal, as Discord words it. */
export interface Refused {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export const refused = (status: number, code: number, message: string): Refused => ({
  status,
  code,
  message,
});

export const isRefused = (value: unknown): value is Refused =>
  typeof value === "object" && value !== null && "status" in value && "code" in value;
