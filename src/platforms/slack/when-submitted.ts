import type { App } from "@slack/bolt";
import { formCallback, formField, formMemory } from "./modal.ts";
import { postWith, respondWith } from "./send.ts";
import type { Answering } from "./show.ts";
import { nameOf, teamOf } from "./who-and-where.ts";

/** Submitted forms: a mistake is shown at the field, with what was typed still in it; an answer closes the form. */
export const answerForms = (app: App, answer: Answering): void => {
  app.view(formCallback, async ({ body, view, ack, client, logger }) => {
    const memory = formMemory(view.private_metadata);
    const { code = "", channel = "", thread, respond, privately = false, inPlace = false } = memory ?? {};
    const typed = view.state.values[formField]?.[formField]?.value ?? "";
    const answered = await answer(
      {
        id: tripOf(body) ?? view.id,
        team: teamOf(body),
        person: body.user.id,
        name: nameOf(body.user),
        channel,
        thread,
        client,
      },
      { kind: "pressed", code, typed },
    );
    const shown = { ...answered, privately: answered.privately || privately };
    if (shown.isProblem) {
      await ack({ response_action: "errors", errors: { [formField]: shown.plain } });
      return;
    }
    await ack();
    const reaching = { client, channel, thread, asker: body.user.id, inPlace };
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

const postTo = async (url: string, message: unknown): Promise<Response> => {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  });
  if (!response.ok) throw new Error(`The response_url answered ${response.status}`);
  return response;
};
