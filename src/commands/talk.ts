import type { Call } from "../reply/reply.ts";
import { type Found, talkIn } from "../understanding/find-meaning.ts";
import { skillMeant } from "../understanding/topic-meant.ts";
import calls from "./talk-calls.json" with { type: "json" };

const callsOfTalk: Readonly<Record<string, Call>> = calls;

/** What is done for what somebody says beside questions: “quiz me on softmax”, “where do I start?”. */
export const callOfTalk = (meant: Found, words: string): Call | undefined => {
  const talk = talkIn(meant);
  if (talk === undefined) return undefined;
  const call = callsOfTalk[talk];
  const topic = talk === "practise" ? skillMeant(words) : undefined;
  return call === undefined || topic === undefined ? call : { ...call, options: { ...call.options, topic } };
};
