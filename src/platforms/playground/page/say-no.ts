import type { Context } from "hono";
import { noticeDocument } from "./document.ts";
import type { Html } from "./html.ts";
import { wantsJson } from "./request.ts";

/** Answers with a sentence instead of what was asked for. */
export const sayNo = (
  context: Context,
  sentence: string,
  status: 400 | 500 | 503 = 400,
): Response | Promise<Response> =>
  wantsJson(context)
    ? context.json({ error: sentence }, status)
    : (context.html(noticeDocument(sentence) as Html, status) as Response | Promise<Response>);
