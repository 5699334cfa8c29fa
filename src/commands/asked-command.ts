import * as z from "zod";
import { type AskedQuestion, findAsked, questionOption } from "./asked.ts";
import { type Command, type Context, defineCommand, type Outcome } from "./command.ts";

/** A command that tells the asker something about one question that was posed. */
export interface AboutAsked extends Pick<Command, "name" | "summary" | "weight"> {
  readonly tell: (asked: AskedQuestion, context: Context) => Promise<Outcome>;
}

/** Makes the command: one option, the question, usually left out. */
export const askedCommand = ({ tell, ...described }: AboutAsked): Command =>
  defineCommand({
    ...described,
    audience: "asker",
    options: z.object({ question: questionOption }),
    examples: [""],
    run: async ({ question: id }, context) => {
      const asked = await findAsked(context, id);
      return asked.ok ? tell(asked.value, context) : asked;
    },
  });
