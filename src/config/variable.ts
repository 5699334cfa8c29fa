import * as z from "zod";

/** What whoever runs the tutor is told of a variable of the environment. */
export interface Told {
  /** What it is, in whole sentences. */
  readonly about: string;
  /** A value that it may have; of a secret only the beginning, with “…” behind it. */
  readonly example: string;
  /** What holds without it, where another part of the program than its schema decides that. */
  readonly otherwise?: string;
}

/** What is told of each variable: its schema is registered here. The README and .env.example say the same. */
export const told = z.registry<Told>();

/** What a text says by a notation of ours. */
export const notation = <T>(parse: (text: string) => T | undefined, error: string) =>
  z.string().transform((text, context) => {
    const read = parse(text);
    if (read !== undefined) return read;
    context.addIssue({ code: "custom", message: error });
    return z.NEVER;
  });

/** The address of a web server; `example` completes the complaint. */
export const address = (example: string) =>
  z.url({
    protocol: /^https?$/,
    error: `must be an address that begins with https:// or http://, such as ${example}`,
  });

/** A port; 0 is any that is free. */
export const port = (example: number) => {
  const complaint = `must be a port: a whole number from 0 to 65535, such as ${example}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, complaint)
    .transform(Number)
    .refine((given) => given <= 65_535, complaint);
};

/** An address of this machine at which a server listens. */
export const listening = () =>
  z.string().regex(/^[\w.:-]+$/, "must be an address to listen on, such as 127.0.0.1 or 0.0.0.0");
