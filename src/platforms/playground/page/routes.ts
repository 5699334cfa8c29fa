import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Input } from "../../../commands/command.ts";
import type { Answer, Asker, Tutor } from "../../../commands/tutor.ts";
import { type LearnerId, learnerId, partsOf, placeId } from "../../../identity.ts";
import { languageOf, speak } from "../../../language.ts";
import type { Log } from "../../../log.ts";
import type { Meters } from "../../../meters.ts";
import { toPlainText } from "../../../reply/plain-text.ts";
import { reportError } from "../../../report-error.ts";
import { beginRequest } from "../../../request.ts";
import { say } from "../../../say.ts";
import { chatDocument, formDocument, noticeDocument, type Pressed } from "./document.ts";
import { type Door, keepDoor } from "./door.ts";
import { tellChanges } from "./events-route.ts";
import { isThisMachine, refuseStrangers, strictHeaders } from "./guard.ts";
import type { Html } from "./html.ts";
import { createInTime } from "./in-time.ts";
import { answerPicture } from "./picture-route.ts";
import { fieldOf, pressedOn, visitorOf, wantsJson } from "./request.ts";
import { type Answered, showAnswer } from "./show.ts";
import { suggestionsFor } from "./suggest.ts";
import type { Tabs } from "./tabs.ts";

export interface RouteServices {
  /** Undefined before the start and after the stop. */
  readonly tutor: () => Tutor | undefined;
  /** Nothing new is begun; what was asked before is answered, and its pictures are shown. */
  readonly isStopping: () => boolean;
  readonly tabs: Tabs;
  readonly hosts: readonly string[];
  readonly door: Door;
  readonly now: () => number;
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  readonly log: Log;
  readonly meters: Meters;
}

/** The most that one request may bring: more than the longest text that the tutor reads. */
const largestBody = 256 * 1024;

const assets = [
  { name: "page.css", type: "css" },
  ...["page.js", "exchanges.js", "moments.js", "pictures.js", "pushed.js", "sliders.js"].map((name) => ({
    name,
    type: "javascript",
  })),
];

const tooLarge = bodyLimit({
  maxSize: largestBody,
  onError: (context) => {
    // What is left of the body would stand before the next request on the same connection.
    context.header("connection", "close");
    return sayNo(context, say("That is more than I can read at once: 256 kB at most."));
  },
});

type Visited = { Variables: { visitor: LearnerId; tutor: Tutor } };

/** The page's routes as a listener for the one web server. */
export const createRoutes = ({
  tutor,
  isStopping,
  tabs,
  hosts,
  door,
  now,
  track,
  log,
  meters,
}: RouteServices): RequestListener => {
  const app = new Hono<Visited>();
  const inTime = createInTime(log);

  app.use(strictHeaders, refuseStrangers(hosts), tooLarge);
  app.use((context, next) =>
    beginRequest(async () => {
      const begin = performance.now();
      speak(languageOf(context.req.header("accept-language") ?? "en"));
      await next();
      if (context.req.method === "POST") meters.acknowledged("web", (performance.now() - begin) / 1000);
    }),
  );
  app.use(keepDoor(door, now));
  for (const { name, type } of assets) {
    const content = readFileSync(new URL(name, import.meta.url), "utf8");
    app.get(`/${name}`, (context) =>
      context.body(content, 200, { "content-type": `text/${type}; charset=utf-8` }),
    );
  }
  app.get("/favicon.ico", (context) => context.body(null, 204));
  app.use(async (context, next) => {
    const running = tutor();
    if (running === undefined) return context.text("The tutor is not running.", 503);
    context.set("tutor", running);
    context.set("visitor", learnerId("web", visitorOf(context)));
    context.header("cache-control", "no-store");
    if (isStopping() && context.req.method !== "GET")
      return sayNo(context, say("I am being started anew. Please ask that again in a few seconds."), 503);
    return next();
  });
  app.get("/", async (context) => {
    const { visitor, tutor } = context.var;
    const found = await inTime(tutor.conversations.of(visitor), "what was said on the page is not known");
    // What could not be read in time is told by its stream.
    return context.html(chatDocument(found?.exchanges ?? [], found?.change ?? 0));
  });

  app.get("/picture/:key", (context) =>
    track(
      answerPicture(context, {
        visitor: context.get("visitor"),
        conversations: context.get("tutor").conversations,
        draw: context.get("tutor").draw,
      }),
    ),
  );

  app.get("/complete", async (context) =>
    context.json(
      await suggestionsFor(context.get("tutor"), askerOf(context), context.req.query("text") ?? ""),
    ),
  );

  app.post("/ask", async (context) => {
    const text = await fieldOf(context, "text");
    if (text.trim() === "") return sayNo(context, say("There is nothing to read yet. Try /dot 2,3,4 1,0,2"));
    const answer = await track(ask(context, { kind: "said", text }));
    return show(context, { question: text, answer });
  });

  app.post("/form", async (context) => {
    const pressed = await pressedOn(context);
    const form = await context.get("tutor").form(pressed.code);
    if (form === undefined) return press(context, pressed);
    return wantsJson(context)
      ? context.json({ form, ...pressed })
      : context.html(formDocument(form, pressed));
  });

  app.post("/press", async (context) => {
    const pressed = await pressedOn(context);
    const typed = await fieldOf(context, "typed");
    return typed === "" ? press(context, pressed) : submit(context, pressed, typed);
  });

  app.post("/forget", async (context) => {
    await context.get("tutor").conversations.forget(context.get("visitor"));
    return context.redirect("/", 303);
  });

  app.get("/events", (context) => {
    const { visitor, tutor } = context.var;
    const latest = async () => (await tutor.conversations.of(visitor)).change;
    return tellChanges(context, { visitor, tabs, meet: () => meet(context), latest });
  });

  app.notFound((context) => context.html(noticeDocument(say("There is nothing here.")), 404));
  app.onError((error, context) => {
    const about = { path: context.req.path };
    reportError(log, error, { where: "platform", what: "The page could not answer", about });
    return sayNo(context, say("That went wrong, and it is my fault. Nothing of yours is lost."), 500);
  });

  const meet = (context: Context<Visited>): Promise<unknown> => {
    const { visitor, tutor } = context.var;
    return inTime(tutor.conversations.meet(visitor), "that a visitor is there was not noted");
  };

  const ask = async (context: Context<Visited>, input: Input): Promise<Answer> => {
    const { tutor } = context.var;
    await meet(context);
    return tutor.answer({
      input,
      id: randomUUID(),
      ...askerOf(context),
      name: "you",
      isAlone: true,
      isAdministrator: async () => door.kind === "token" || isThisMachine(context.req.header("host")),
    });
  };

  const askerOf = (context: Context<Visited>): Asker => {
    const { visitor } = context.var;
    return {
      learner: visitor,
      place: placeId("web", "page", ...(partsOf(visitor) as [string])),
      locale: context.req.header("accept-language") ?? "en",
    };
  };

  const press = async (context: Context<Visited>, { code, on }: Pressed) => {
    const choice = await context.get("tutor").codes.decode(code);
    const answer = await track(ask(context, { kind: "pressed", code }));
    const asked = choice === undefined ? say("a button") : typedFor(choice.does);
    return show(context, { question: asked, answer, on: choice?.inPlace === true ? on : undefined });
  };

  /** A mistake in a form is shown at its field, with what was typed still in it. */
  const submit = async (context: Context<Visited>, { code, on }: Pressed, typed: string) => {
    const { codes, form: formOf } = context.get("tutor");
    const answer = await track(ask(context, { kind: "pressed", code, typed }));
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
    return showAnswer(context, tutor, { visitor, ...answered }, { tabs, inTime, track });
  };

  return getRequestListener(app.fetch, { overrideGlobalObjects: false });
};

/** What a press stands for, as one would type it. */
const typedFor = ({ command, options }: { command: string; options: Readonly<Record<string, unknown>> }) => {
  const [[, first] = ["", ""], ...others] = Object.entries(options);
  return [`/${command}`, first, ...others.map(([name, value]) => `${name}:${value}`)].join(" ").trim();
};

const sayNo = (
  context: Context,
  sentence: string,
  status: 400 | 500 | 503 = 400,
): Response | Promise<Response> =>
  wantsJson(context)
    ? context.json({ error: sentence }, status)
    : (context.html(noticeDocument(sentence) as Html, status) as Response | Promise<Response>);
