import * as z from "zod";
import { showSettings } from "../present/settings.ts";
import { pictureWishes } from "../reply/picture.ts";
import { err, ok } from "../result.ts";
import { message } from "../say.ts";
import { defineCommand } from "./command.ts";
import { mayManage, placeSettings } from "./place-settings.ts";

export const settings = defineCommand({
  name: "settings",
  summary: message("What you want to see, and what is set for this place: pictures on, off, light or dark"),
  audience: "asker",
  options: z.object({
    pictures: z
      .enum(pictureWishes)
      .optional()
      .meta({ description: message("On or off, or on in these colours") }),
    for: z
      .enum(["me", "here"])
      .default("me")
      .meta({ description: message("For you alone, or for everyone here") }),
  }),
  examples: ["pictures off", "pictures dark", "pictures off for:here", ""],
  words: ["settings", "my settings"],
  run: async ({ pictures, for: whose }, context) => {
    const { store, invocation } = context;
    const { learner, name, place } = invocation;
    if (pictures !== undefined && whose === "here") {
      if (!(await mayManage(context)))
        return err({
          kind: "not-allowed",
          operation: message("What is set for everyone here is for those who manage the channel."),
        });
      const { pictures: _, ...others } = await placeSettings(context);
      await store.quizzes.setPlace(place, pictures === "on" ? others : { ...others, pictures });
    } else if (pictures !== undefined) {
      await store.learners.meet(learner, name);
      await store.learners.change(learner, { pictures: pictures === "on" ? undefined : pictures });
    }
    const [own, here] = await Promise.all([store.learners.settingsOf(learner), placeSettings(context)]);
    return ok(
      showSettings({
        own: own.pictures ?? "on",
        here: here.pictures ?? "on",
        isAlone: invocation.isAlone === true,
        ...(pictures === undefined ? {} : { changed: whose }),
      }),
    );
  },
});
