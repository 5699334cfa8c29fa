import { randomInt } from "node:crypto";
import * as z from "zod";
import { err, ok } from "../base/result.ts";
import type { Account, LearnerId } from "../identity.ts";
import { currentLanguage, inLanguage } from "../language.ts";
import {
  showLinkAgreed,
  showLinkAsked,
  showLinkCode,
  showLinked,
  showLinkRefused,
  showSamePerson,
  showUnlinked,
} from "../present/link.ts";
import type { Reply } from "../reply/reply.ts";
import { message } from "../say.ts";
import { type Context, defineCommand, type Outcome } from "./command.ts";
import { refuseOverheard } from "./overheard.ts";

/** Signs that are not mistaken for one another. */
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const length = 8;

/** How long a code may be used, in minutes. */
const minutes = 10;

/** What is done with a code, or with a link. */
const steps = ["ask", "yes", "no", "undo"] as const;

export const link = defineCommand({
  name: "link",
  summary: message("Be one person on Discord and Slack: get a code on one, type it on the other"),
  audience: "asker",
  options: z.object({
    code: z
      .string()
      .max(20)
      .optional()
      .meta({ description: message("A code from the other platform; left out, you get one") }),
    step: z
      .enum(steps)
      .default("ask")
      .meta({ description: message("Agree with yes, refuse with no, or undo a link") }),
  }),
  examples: ["", "ABCD2345", "step:undo"],
  phrases: {
    en: ["link", "link my accounts"],
    de: ["konten verbinden", "verknüpfen"],
    es: ["vincular mis cuentas", "vincular"],
  },
  run: async ({ code: typed, step }, context) => {
    const { store, invocation } = context;
    const overheard = refuseOverheard(invocation, "/link");
    if (overheard !== undefined) return ok(overheard);
    await store.learners.meet(invocation.learner, invocation.name);
    if (step === "undo") return undo(context);
    const code = typed?.trim().toUpperCase();
    if (code === undefined || code === "") return begin(context);
    switch (step) {
      case "ask":
        return join(code, context);
      case "yes":
        return agree(code, context);
      case "no":
        return refuse(code, context);
    }
  },
});

/** A code for the other platform, or the question whether to agree with whoever has typed the one before. */
const begin = async ({ store, invocation: { learner }, now }: Context): Promise<Outcome> => {
  const [own, ...others] = await accountsOf(store, learner);
  const waiting = await store.learners.linkWaitingFor(learner);
  if (waiting !== undefined) return ok(showLinkAsked(own, waiting.joiner, waiting.code));
  const made = Array.from({ length }, () => signs[randomInt(signs.length)]).join("");
  await store.learners.makeLinkCode(learner, made, new Date(now().getTime() + minutes * 60_000));
  return ok(showLinkCode(made, minutes, others));
};

const join = async (code: string, { store, invocation: { learner } }: Context): Promise<Outcome> => {
  const found = await store.learners.findLinkCode(learner, code);
  switch (found.kind) {
    case "no-such-code":
      return err({ kind: "no-such-code" });
    case "same-person":
      return ok(showSamePerson());
    case "found": {
      const [own] = await accountsOf(store, learner);
      return ok(showLinkAsked(own, found.owner, code));
    }
  }
};

/** Whoever typed the code agrees first; then its owner is asked, and only then both are one. */
const agree = async (code: string, context: Context): Promise<Outcome> => {
  const { store, invocation } = context;
  const { learner } = invocation;
  const [own] = await accountsOf(store, learner);
  const owner = await store.learners.agreeToLink(learner, code);
  if (owner !== undefined) {
    await tell(owner.learner, () => showLinkAsked(owner, own, code), context);
    return ok(showLinkAgreed(owner));
  }
  const joiner = await store.learners.link(learner, code);
  if (joiner === undefined) return err({ kind: "no-such-code" });
  await tell(joiner.learner, () => showLinked(joiner, own), context);
  return ok(showLinked(own, joiner));
};

const refuse = async (code: string, context: Context): Promise<Outcome> => {
  const { store, invocation } = context;
  const other = await store.learners.refuseLink(invocation.learner, code);
  if (other !== undefined) await tell(other, showLinkRefused, context);
  return ok(showLinkRefused());
};

const undo = async (context: Context): Promise<Outcome> => {
  const { store, invocation } = context;
  const [own, ...others] = await accountsOf(store, invocation.learner);
  await store.learners.unlink(invocation.learner);
  for (const { learner } of others) await tell(learner, () => showUnlinked([own]), context);
  return ok(showUnlinked(others));
};

const accountsOf = async (
  store: Context["store"],
  learner: LearnerId,
): Promise<readonly [Account, ...Account[]]> => {
  const [own = { learner }, ...others] = await store.learners.accountsOf(learner);
  return [own, ...others];
};

/** Tells the other side, in its language. One that cannot be reached finds out by `/link`. */
const tell = async (to: LearnerId, show: () => Reply, { store, posting, log }: Context): Promise<void> => {
  try {
    const { language = "auto" } = await store.learners.settingsOf(to);
    await inLanguage(language === "auto" ? currentLanguage() : language, () => posting.post(to, show()));
  } catch (error) {
    log.debug({ err: error }, "the other side of a link could not be told");
  }
};
