import type { App } from "@slack/bolt";
import { within } from "../../base/within.ts";
import { postWith, respondWith } from "./deliver.ts";
import { formCallback, formField, formMemory } from "./modal.ts";
import { patienceOfSlack } from "./patience.ts";
import type { Punctuality } from "./punctuality.ts";
import { postTo } from "./send.ts";
import type { Answering } from "./show.ts";
import { placeOf, type States } from "./states.ts";
import { nameOf, teamOf } from "./who-and-where.ts";

/**
 * Submitted forms: a mistake is shown at the field, with what was typed still in it; an answer closes the form, and so
 * does Slack’s patience, after which a mistake comes as an answer does.
 */
export const answerForms = (app: App, answer: Answering, states: States, punctuality: Punctuality): void => {
  app.view(formCallback, async ({ body, view, ack, client, context, logger }) => {
    const memory = formMemory(view.private_metadata);
    const {
      code = "",
      channel = "",
      thread,
      respond,
      privately = false,
      inPlace = false,
      pressed,
    } = memory ?? {};
    const team = context.teamId ?? teamOf(body);
    const typed = view.state.values[formField]?.[formField]?.value ?? "";
    const mayWait = await punctuality.isFree();
    if (!mayWait) await ack();
    const answering = answer(
      {
        id: tripOf(body) ?? view.id,
        team,
        person: body.user.id,
        name: nameOf(body.user),
        channel,
        thread,
        client,
      },
      { kind: "pressed", code, typed },
    );
    const inTime = mayWait ? await within(patienceOfSlack, answering) : undefined;
    if (inTime?.isProblem) {
      await ack({ response_action: "errors", errors: { [formField]: inTime.plain } });
      return;
    }
    if (mayWait) await ack();
    const answered = inTime ?? (await answering);
    const shown = { ...answered, privately: answered.privately || privately };
    const asker = body.user.id;
    const inPlaceOf =
      inPlace && !shown.isProblem ? states.begin(placeOf(team, channel, asker, pressed)) : undefined;
    const reaching = { client, channel, thread, asker, inPlaceOf };
    if (respond === undefined) return postWith(shown, reaching);
    try {
      await respondWith((message) => postTo(respond, message), shown, reaching);
    } catch {
      logger.debug("The response_url of the press is used up; the answer is posted instead");
      await postWith(shown, reaching);
    }
  });
};

const tripOf = (body: object): string | undefined => (body as { trigger_id?: string }).trigger_id;
