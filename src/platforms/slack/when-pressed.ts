import type { App, BlockAction, ButtonAction, StaticSelectAction } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import { choiceActions } from "./choice-blocks.ts";
import { postWith, respondWith } from "./deliver.ts";
import { formCodeLimit, formView } from "./modal.ts";
import type { Answering } from "./show.ts";
import { placeOf, type States } from "./states.ts";
import { homeOf, nameOf, teamOf } from "./who-and-where.ts";

/**
 * Buttons and menus. The answer goes into the thread of the message that carries the button, if it is in one, since
 * Slack takes no slash commands there; else into the channel. What is pressed on the app's home is answered by direct
 * message.
 */
export const answerPresses = (app: App, tutor: Tutor, answer: Answering, states: States): void => {
  app.action<BlockAction>(
    { type: "block_actions" },
    async ({ body, action, ack, respond, client, context }) => {
      await ack();
      const code = codeOf(action as ButtonAction | StaticSelectAction);
      if (code === undefined) return;
      const person = body.user.id;
      const team = context.teamId ?? teamOf(body);
      const atHome = body.container.type === "view";
      const channel = atHome ? homeOf(person) : (body.channel?.id ?? String(body.container.channel_id ?? ""));
      const thread: string | undefined = body.message?.thread_ts ?? body.container.thread_ts;
      // What follows from an answer that only the asker sees is for the asker alone, too.
      const privately = body.container.is_ephemeral === true;
      const pressed: string | undefined = body.container.message_ts;
      const form = await tutor.form(code);
      const coded = await tutor.codes.decode(code);
      if (form !== undefined && coded !== undefined) {
        await client.views.open({
          trigger_id: body.trigger_id,
          view: formView(form, {
            code: tutor.codes.encode(coded, formCodeLimit),
            channel,
            thread,
            respond: body.response_url,
            privately,
            inPlace: privately && coded.inPlace === true,
            pressed,
          }),
        });
        return;
      }
      const shown = await answer(
        { id: body.trigger_id, team, person, name: nameOf(body.user), channel, thread, client },
        { kind: "pressed", code },
      );
      // There is no response_url for what is pressed on a home.
      if (atHome) return postWith(shown, { client, channel, asker: person });
      await respondWith(
        respond,
        { ...shown, privately: shown.privately || privately },
        {
          client,
          channel,
          thread,
          asker: person,
          inPlaceOf:
            privately && coded?.inPlace === true && !shown.isProblem
              ? states.begin(placeOf(team, channel, person, pressed))
              : undefined,
        },
      );
    },
  );
};

const codeOf = (action: ButtonAction | StaticSelectAction): string | undefined => {
  if (!choiceActions.test(action.action_id)) return undefined;
  return action.type === "button" ? action.value : action.selected_option?.value;
};
