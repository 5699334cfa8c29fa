import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Answer, Tutor } from "../../../commands/tutor.ts";
import type { LearnerId } from "../../../identity.ts";
import type { Visited } from "./asking.ts";
import { chatDocument } from "./document.ts";
import { keepExchange, toExchange, toldOf } from "./exchange.ts";
import type { InTime } from "./in-time.ts";
import { wantsJson } from "./request.ts";
import type { Tabs } from "./tabs.ts";

export interface ShowServices {
  readonly tabs: Tabs;
  readonly inTime: InTime;
  readonly track: <T>(work: Promise<T>) => Promise<T>;
}

/** An answer, and to what. */
export interface Answered {
  readonly visitor: LearnerId;
  readonly question: string;
  readonly answer: Answer;
  /** The exchange that the answer takes the place of; a problem takes nothing's place. */
  readonly on?: string | undefined;
}

/**
 * Answers with what the tutor said, and keeps it: as a new exchange, or in the place of one. Where it cannot be kept in
 * time, whoever asked reads it all the same.
 */
export const showAnswer = async (
  context: Context<Visited>,
  { codes, conversations }: Tutor,
  { visitor, question, answer: { reply }, on = "" }: Answered,
  { tabs, inTime, track }: ShowServices,
): Promise<Response> => {
  const replaced =
    on === "" || reply.tone === "problem"
      ? undefined
      : await inTime(conversations.find(visitor, on), "what an answer takes the place of could not be found");
  const { id, asked } = replaced ?? { id: `x${randomUUID()}`, asked: shortened(question) };
  const exchange = await toExchange({ id, asked, reply, codes });
  const keep = () =>
    inTime(
      track(keepExchange(visitor, exchange, { conversations, tabs })),
      "an answer on the page was not kept",
    );
  const kept = reply.isFleeting === true ? undefined : await keep();
  if (wantsJson(context)) return context.json(kept ?? toldOf(exchange));
  if (kept === undefined) return context.html(chatDocument([exchange], 0, context.var.session));
  return context.redirect(replaced === undefined ? "/#latest" : `/#${id}`, 303);
};

/** The echo of a very long question is shortened; the question itself is read whole. */
const shortened = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 200)}…`);
