import type { App, webApi } from "@slack/bolt";
import { findCommand } from "../../commands/find-command.ts";
import type { Tutor } from "../../commands/tutor.ts";
import type { Reply } from "../../reply/reply.ts";
import { homeView } from "./home.ts";
import { noPictures, type PictureFiles } from "./picture-files.ts";
import type { PicturesFor } from "./pictures.ts";
import { placeOf, type States } from "./states.ts";
import { homeOf, invocationOf, type Origin } from "./who-and-where.ts";

/** The command of which the home shows the answer. */
const atHome = "progress";

/** The app's home: the learner's progress, where the tutor knows it, and what one can type. */
export const answerHome = (app: App, tutor: Tutor, picturesFor: PicturesFor, states: States): void => {
  app.event("app_home_opened", async ({ event, body, client, context }) => {
    if (event.tab !== "home") return;
    const { user: person } = event;
    const origin = {
      id: body.event_id,
      team: context.teamId ?? body.team_id,
      person,
      channel: homeOf(person),
      client,
    };
    const progress = await progressOf(tutor, origin);
    const state = states.begin(placeOf(origin.team, homeOf(person), person));
    const publishBy = (by: webApi.WebClient, files: PictureFiles) =>
      state.put(async () => {
        await by.views.publish({ user_id: person, view: homeView(tutor, progress, files) });
      });
    if (progress === undefined) {
      await publishBy(client, noPictures);
      return;
    }
    const pictures = picturesFor(origin)(progress);
    await pictures.first((files) => publishBy(client, files));
    await pictures.follow((files) => publishBy(pictures.client, files));
  });
};

/** Undefined where there is nothing to show: no such command, or a fault of ours, which no home need tell. */
const progressOf = async (tutor: Tutor, origin: Origin): Promise<Reply | undefined> => {
  if (findCommand(tutor.commands, atHome) === undefined) return undefined;
  const { reply } = await tutor.answer(invocationOf(origin, { kind: "call", command: atHome, options: {} }));
  return reply.tone === "problem" ? undefined : reply;
};
