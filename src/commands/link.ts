import { randomInt } from "node:crypto";
import * as z from "zod";
import { showLinkCode, showLinked } from "../present/link.ts";
import { err, ok } from "../result.ts";
import { message } from "../say.ts";
import { defineCommand } from "./command.ts";
import { refuseOverheard } from "./overheard.ts";

/** Signs that are not mistaken for one another. */
const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const length = 8;

/** How long a code may be used, in minutes. */
const minutes = 15;

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
  }),
  examples: ["", "ABCD2345"],
  words: ["link", "link my accounts"],
  run: async ({ code }, { store, invocation, now }) => {
    const overheard = refuseOverheard(invocation, "/link");
    if (overheard !== undefined) return ok(overheard);
    const { learner, name } = invocation;
    await store.learners.meet(learner, name);
    if (code === undefined) {
      const made = Array.from({ length }, () => signs[randomInt(signs.length)]).join("");
      await store.learners.makeLinkCode(learner, made, new Date(now().getTime() + minutes * 60_000));
      return ok(showLinkCode(made, minutes));
    }
    const linked = await store.learners.link(learner, code.trim().toUpperCase());
    return linked === "no-such-code" ? err({ kind: "no-such-code" }) : ok(showLinked(linked));
  },
});
