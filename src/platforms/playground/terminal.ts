import type { Input } from "../../commands/command.ts";
import type { Answer, Tutor } from "../../commands/tutor.ts";
import { learnerId, placeId } from "../../identity.ts";
import { toPlainText } from "../../reply/plain-text.ts";
import type { Choice, Reply } from "../../reply/reply.ts";

/** One learner in a terminal: what was typed becomes an answer, and the numbers of the latest choices press them. */
export interface Terminal {
  readonly ask: (typed: string) => Promise<Answer>;
  /** The choice that a number stands for; undefined for anything else. */
  readonly choiceOf: (typed: string) => Choice | undefined;
  readonly press: (choice: Choice, typed?: string) => Promise<Answer>;
  /** Whole lines that the typed one may become. */
  readonly complete: (typed: string) => readonly string[];
}

export const createTerminal = (tutor: Tutor): Terminal => {
  let count = 0;
  let choices: readonly Choice[] = [];
  const send = async (input: Input): Promise<Answer> => {
    count += 1;
    const answer = await tutor.answer({
      input,
      id: `line-${count}`,
      learner: learnerId("terminal", "you"),
      place: placeId("terminal", "here"),
      locale: "en",
      isAdministrator: async () => true,
    });
    choices = choicesOf(answer.reply);
    return answer;
  };
  return {
    ask: (typed) => send({ kind: "said", text: typed }),
    choiceOf: (typed) => (/^\d{1,2}$/.test(typed.trim()) ? choices[Number(typed) - 1] : undefined),
    press: (choice, typed) =>
      send({ kind: "pressed", code: tutor.codes.encode(choice), ...(typed === undefined ? {} : { typed }) }),
    complete: (typed) => {
      const slash = typed.startsWith("/") ? "/" : "";
      return tutor.complete("tutor", "ask", typed.slice(slash.length)).map(({ value }) => slash + value);
    },
  };
};

/** The choices of a reply, in the order of their numbers. */
export const choicesOf = (reply: Reply): readonly Choice[] =>
  reply.blocks.flatMap((block) => (block.kind === "choices" ? block.choices : []));

const codes = { bold: "\u001b[1m", dim: "\u001b[2m", red: "\u001b[31m", end: "\u001b[0m" };

/** A reply for a terminal: the title, the text and, where they can be pressed, the numbered choices. */
export const renderForTerminal = (
  reply: Reply,
  { colour, numbered }: { readonly colour: boolean; readonly numbered: boolean },
): string => {
  const paint = (style: keyof typeof codes, text: string) =>
    colour ? codes[style] + text + codes.end : text;
  const { title, ...rest } = reply;
  const parts = [
    ...(title === undefined ? [] : [paint(reply.tone === "problem" ? "red" : "bold", title)]),
    withoutControls(toPlainText(rest)),
    ...(numbered
      ? [
          choicesOf(reply)
            .map(({ label }, i) => paint("dim", `${i + 1} ${label}`))
            .join("   "),
        ]
      : []),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
};

/** Nothing that a learner typed may steer the terminal. */
const withoutControls = (text: string): string =>
  text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, "");
