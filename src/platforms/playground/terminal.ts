import type { Input } from "../../commands/command.ts";
import type { Answer, Form, Tutor } from "../../commands/tutor.ts";
import { learnerId, type MessageId, messageId, placeId } from "../../identity.ts";
import { inLanguage } from "../../language.ts";
import { type Posting, PostRefused } from "../../posting.ts";
import { toPlainText } from "../../reply/plain-text.ts";
import type { Choice, Reply } from "../../reply/reply.ts";

/**
 * One learner in a terminal: what was typed becomes an answer, and the numbers of the latest choices press them. What is
 * posted there is printed, and so is an edit of it that changes more than numbers and leaves something to press.
 */
export interface Terminal extends Posting {
  readonly name: "terminal";
  /** Of the machine's user. */
  readonly locale: string;
  readonly ask: (typed: string) => Promise<Answer>;
  /** The choice that a number stands for; undefined for anything else. */
  readonly choiceOf: (typed: string) => Choice | undefined;
  readonly press: (choice: Choice, typed?: string) => Promise<Answer>;
  /** What a choice asks for; undefined for one that is answered at once. */
  readonly formOf: (choice: Choice) => Promise<Form | undefined>;
  /** Does work, and all that follows from it, in the learner's language. */
  readonly inLanguage: <T>(work: () => Promise<T>) => Promise<T>;
  /** Whole lines that the typed one may become. */
  readonly complete: (typed: string) => Promise<readonly string[]>;
  /** Has all that is posted printed; what was posted before is printed now. */
  readonly listen: (print: (reply: Reply) => void) => void;
}

const learner = learnerId("terminal", "you");
const place = placeId("terminal", "here");

export const createTerminal = (tutor: Tutor): Terminal => {
  let count = 0;
  let choices: readonly Choice[] = [];
  const asker = { learner, place, locale: new Intl.DateTimeFormat().resolvedOptions().locale };
  const waiting: Reply[] = [];
  let print = (reply: Reply): void => void waiting.push(reply);
  const posted = new Map<MessageId, string>();
  const keys = new Map<string, MessageId>();

  /** The numbers on the screen stand until others are shown. */
  const keepChoices = (reply: Reply): void => {
    if (choicesOf(reply).length > 0) choices = choicesOf(reply);
  };

  const send = async (input: Input): Promise<Answer> => {
    count += 1;
    const answer = await tutor.answer({
      input,
      id: `line-${count}`,
      ...asker,
      name: "you",
      isAlone: true,
      isAdministrator: async () => true,
    });
    keepChoices(answer.reply);
    return answer;
  };

  const inOwnLanguage = async <T>(work: () => Promise<T>): Promise<T> =>
    inLanguage(await tutor.languageFor(asker), work);

  const say = (reply: Reply): void => {
    keepChoices(reply);
    print(reply);
  };

  return {
    name: "terminal",
    locale: asker.locale,
    ask: (typed) => send({ kind: "said", text: typed }),
    choiceOf: (typed) => (/^\d{1,2}$/.test(typed.trim()) ? choices[Number(typed) - 1] : undefined),
    press: (choice, typed) =>
      send({ kind: "pressed", code: tutor.codes.encode(choice), ...(typed === undefined ? {} : { typed }) }),
    formOf: (choice) => inOwnLanguage(() => tutor.form(tutor.codes.encode(choice))),
    inLanguage: inOwnLanguage,
    complete: async (typed) => {
      const slash = typed.startsWith("/") ? "/" : "";
      const completions = await tutor.complete(asker, "tutor", "ask", typed.slice(slash.length));
      return completions.map(({ value }) => slash + value);
    },
    listen: (given) => {
      print = given;
      for (const reply of waiting.splice(0)) print(reply);
    },
    post: async (to, reply, key) => {
      if (to !== learner && to !== place) throw new PostRefused("gone");
      const before = key === undefined ? undefined : keys.get(key);
      if (before !== undefined) return before;
      const message = messageId("terminal", String(posted.size + 1));
      posted.set(message, withoutNumbers(reply));
      if (key !== undefined) keys.set(key, message);
      say(reply);
      return message;
    },
    edit: async (message, reply) => {
      const before = posted.get(message);
      if (before === undefined) throw new PostRefused("gone");
      const after = withoutNumbers(reply);
      posted.set(message, after);
      if (after !== before && choicesOf(reply).length > 0) say(reply);
    },
  };
};

/** What of a reply is worth printing again when it changes. */
const withoutNumbers = (reply: Reply): string =>
  renderForTerminal(reply, { colour: false, numbered: true }).replace(/\d+/g, "0");

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
