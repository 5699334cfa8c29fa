import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Tutor } from "../../../commands/tutor.ts";
import { learnerId } from "../../../identity.ts";
import { languageOf, speak } from "../../../language.ts";
import type { Log } from "../../../log.ts";
import type { Meters } from "../../../meters.ts";
import { reportError } from "../../../report-error.ts";
import { beginRequest } from "../../../request.ts";
import { say } from "../../../say.ts";
import { askerOf, createAsking, type Visited } from "./asking.ts";
import { serveAssets } from "./assets.ts";
import { chatDocument, formDocument, noticeDocument } from "./document.ts";
import { type DoorServices, keepDoor } from "./door.ts";
import { tellChanges } from "./events-route.ts";
import { refuseStrangers, strictHeaders } from "./guard.ts";
import { createInTime } from "./in-time.ts";
import { answerPicture } from "./picture-route.ts";
import { fieldOf, pressedOn, visitorOf, wantsJson } from "./request.ts";
import { sayNo } from "./say-no.ts";
import { suggestionsFor } from "./suggest.ts";
import type { Tabs } from "./tabs.ts";

export interface RouteServices extends DoorServices {
  /** Undefined before the start and after the stop. */
  readonly tutor: () => Tutor | undefined;
  /** Nothing new is begun; what was asked before is answered, and its pictures are shown. */
  readonly isStopping: () => boolean;
  readonly tabs: Tabs;
  readonly hosts: readonly string[];
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  readonly log: Log;
  readonly meters: Meters;
}

/** The most that one request may bring: more than the longest text that the tutor reads. */
const largestBody = 256 * 1024;

const tooLarge = bodyLimit({
  maxSize: largestBody,
  onError: (context) => {
    // What is left of the body would stand before the next request on the same connection.
    context.header("connection", "close");
    return sayNo(context, say("That is more than I can read at once: 256 kB at most."));
  },
});

/** The page's routes as a listener for the one web server. */
export const createRoutes = ({
  tutor,
  isStopping,
  tabs,
  hosts,
  door,
  adminToken,
  proxies,
  now,
  track,
  log,
  meters,
}: RouteServices): RequestListener => {
  const app = new Hono<Visited>();
  const inTime = createInTime(log);
  const { ask, press, submit, meet } = createAsking({ proxies, tabs, inTime, track });

  app.use(strictHeaders, refuseStrangers(hosts), tooLarge);
  app.use((context, next) =>
    beginRequest(async () => {
      const begin = performance.now();
      speak(languageOf(context.req.header("accept-language") ?? "en"));
      await next();
      if (context.req.method === "POST") meters.acknowledged("web", (performance.now() - begin) / 1000);
    }),
  );
  app.use(keepDoor({ door, adminToken, proxies, now }));
  serveAssets(app);
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
    return context.html(chatDocument(found?.exchanges ?? [], found?.change ?? 0, context.var.session));
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
    return ask(context, text);
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
    return wantsJson(context) ? context.json({}) : context.redirect("/", 303);
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

  return getRequestListener(app.fetch, { overrideGlobalObjects: false });
};
