import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Input } from "../../../commands/command.ts";
import type { Answer, Asker, Tutor } from "../../../commands/tutor.ts";
import type { Proxies } from "../../../config/proxies.ts";
import { type LearnerId, partsOf, placeId } from "../../../identity.ts";
import { toPlainText } from "../../../reply/plain-text.ts";
import { say } from "../../../say.ts";
import { addressOf } from "./address.ts";
import { formDocument, type Pressed } from "./document.ts";
import type { Session } from "./door.ts";
import { wantsJson } from "./request.ts";
import { type Answered, type ShowServices, showAnswer } from "./show.ts";

/** What is known of each request: who sent it, and who answers. */
export type Visited = { Variables: { visitor: LearnerId; tutor: Tutor; session: Session } };

/** What a visitor may send, and how each is answered. */
export interface Asking {
  readonly ask: (context: Context<Visited>, text: string) => Promise<Response>;
  readonly press: (context: Context<Visited>, pressed: Pressed) => Promise<Response>;
  /** A mistake in a form is shown at its field, with what was typed still in it. */
  readonly submit: (context: Context<Visited>, pressed: Pressed, typed: string) => Promise<Response>;
  /** Notes that the visitor is there; never rejects. */
  readonly meet: (context: Context<Visited>) => Promise<unknown>;
}

export const createAsking = (services: ShowServices & { readonly proxies: Proxies }): Asking => {
  const { proxies, inTime, track } = services;
  const meet = (context: Context<Visited>): Promise<unknown> => {
    const { visitor, tutor } = context.var;
    return inTime(tutor.conversations.meet(visitor), "that a visitor is there was not noted");
  };

  const answerTo = async (context: Context<Visited>, input: Input): Promise<Answer> => {
    const { tutor } = context.var;
    await meet(context);
    return tutor.answer({
      input,
      id: randomUUID(),
      ...askerOf(context),
      name: "you",
      isAlone: true,
      address: addressOf(context, proxies),
      isAdministrator: async () => context.var.session.isAdministrator,
    });
  };

  const press = async (context: Context<Visited>, { code, on }: Pressed) => {
    const choice = await context.get("tutor").codes.decode(code);
    const answer = await track(answerTo(context, { kind: "pressed", code }));
    const asked = choice === undefined ? say("a button") : typedFor(choice.does);
    return show(context, { question: asked, answer, on: choice?.inPlace === true ? on : undefined });
  };

  const submit = async (context: Context<Visited>, { code, on }: Pressed, typed: string) => {
    const { codes, form: formOf } = context.get("tutor");
    const answer = await track(answerTo(context, { kind: "pressed", code, typed }));
    const form = await formOf(code);
    if (answer.reply.tone === "problem" && form !== undefined) {
      const error = toPlainText(answer.reply);
      return wantsJson(context)
        ? context.json({ error })
        : context.html(formDocument({ ...form, value: typed }, { code, on }, error));
    }
    const choice = await codes.decode(code);
    const asked = `/${answer.command ?? ""} ${typed}`;
    return show(context, { question: asked, answer, on: choice?.inPlace === true ? on : undefined });
  };

  const show = (context: Context<Visited>, answered: Omit<Answered, "visitor">): Promise<Response> => {
    const { visitor, tutor } = context.var;
    return showAnswer(context, tutor, { visitor, ...answered }, services);
  };

  return {
    ask: async (context, text) =>
      show(context, { question: text, answer: await track(answerTo(context, { kind: "said", text })) }),
    press,
    submit,
    meet,
  };
};

/** Who asks. */
export const askerOf = (context: Context<Visited>): Asker => {
  const { visitor } = context.var;
  return {
    learner: visitor,
    place: placeId("web", "page", ...(partsOf(visitor) as [string])),
    locale: context.req.header("accept-language") ?? "en",
  };
};

/** What a press stands for, as one would type it. */
const typedFor = ({ command, options }: { command: string; options: Readonly<Record<string, unknown>> }) => {
  const [[, first] = ["", ""], ...others] = Object.entries(options);
  return [`/${command}`, first, ...others.map(([name, value]) => `${name}:${value}`)].join(" ").trim();
};
