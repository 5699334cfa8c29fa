import type { App, BlockAction, ButtonAction, StaticSelectAction } from "@slack/bolt";
import type { Tutor } from "../../commands/tutor.ts";
import { choiceActions } from "./choice-blocks.ts";
import { formCodeLimit, formView } from "./modal.ts";
import { respondWith } from "./send.ts";
import type { Answering } from "./show.ts";
import { invocationOf, teamOf } from "./who-and-where.ts";

/**
 * Buttons and menus. The answer goes into the thread of the message that carries the button, if it is in one, since
 * Slack takes no slash commands there; else into the channel.
 */
export const answerPresses = (app: App, tutor: Tutor, answer: Answering): void => {
  app.action<BlockAction>({ type: "block_actions" }, async ({ body, action, ack, respond, client }) => {
    await ack();
    const code = codeOf(action as ButtonAction | StaticSelectAction);
    if (code === undefined) return;
    const channel = body.channel?.id ?? String(body.container.channel_id ?? "");
    const thread: string | undefined = body.message?.thread_ts ?? body.container.thread_ts;
    // What follows from an answer that only the asker sees is for the asker alone, too.
    const privately = body.container.is_ephemeral === true;
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
        }),
      });
      return;
    }
    const shown = await answer(
      invocationOf(
        { id: body.trigger_id, team: teamOf(body), person: body.user.id, channel, thread, client },
        { kind: "pressed", code },
      ),
    );
    await respondWith(
      respond,
      { ...shown, privately: shown.privately || privately },
      {
        client,
        channel,
        thread,
        asker: body.user.id,
        inPlace: privately && coded?.inPlace === true && !shown.isProblem,
      },
    );
  });
};

const codeOf = (action: ButtonAction | StaticSelectAction): string | undefined => {
  if (!choiceActions.test(action.action_id)) return undefined;
  return action.type === "button" ? action.value : action.selected_option?.value;
};
