import type { Tutor } from "../../src/commands/tutor.ts";
import type { Reply } from "../../src/reply/reply.ts";

/** How many messages are to come of an event, by the platform's id for it; undefined before the tutor has answered. */
export type Awaited = (event: string) => number | undefined;

/** The tutor with a note of what it answered, so that who waits for an answer knows when all of it is there. */
export const noteAnswers = (
  tutor: Tutor,
  messagesOf: (reply: Reply, tutor: Tutor) => number,
): { readonly tutor: Tutor; readonly awaited: Awaited } => {
  const counts = new Map<string, number>();
  return {
    tutor: withAnswer(tutor, async (invocation) => {
      try {
        const answer = await tutor.answer(invocation);
        counts.set(invocation.id, messagesOf(answer.reply, tutor));
        return answer;
      } catch (error) {
        counts.set(invocation.id, 0);
        throw error;
      }
    }),
    awaited: (event) => counts.get(event),
  };
};

/** The same tutor with another way to answer; what it works out anew each time it is looked at stays so. */
const withAnswer = (tutor: Tutor, answer: Tutor["answer"]): Tutor =>
  Object.defineProperties({} as Tutor, {
    ...Object.getOwnPropertyDescriptors(tutor),
    answer: { value: answer, enumerable: true },
  });
