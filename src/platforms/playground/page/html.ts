import type { html } from "hono/html";

/** HTML in which everything that came from outside is escaped. */
export type Html = ReturnType<typeof html>;

export const toText = async (made: Html): Promise<string> => String(await made);
