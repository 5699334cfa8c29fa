import { textOfBlocks } from "./check-blocks.ts";
import type { Again, Delivery, Kind } from "./deliver.ts";
import { createPayloads } from "./payloads.ts";
import { respondIn } from "./respond.ts";
import { encodeEntities, pressables, type Seen, see } from "./see.ts";
import type { SlackServer } from "./server.ts";
import { createWatching, type FormSeen, pause } from "./watching.ts";
import type { Json, Posted } from "./workspace.ts";

/** A person in the workspace who types, presses and reads. */
export const createLearner = (
  server: SlackServer,
  delivery: Delivery,
  { person = "U01ADA", channel = "C01MATHS", name = "ada" } = {},
) => {
  const { workspace } = server;
  const payloads = createPayloads(server, person, name);
  const mention = `<@${workspace.ids.botUser}>`;

  const { direct, watch, forMe, comesOf, opened } = createWatching(workspace, person);

  const interact = (payload: Json, least?: number) =>
    watch(() => delivery.deliver("interactive", payload), comesOf(payload), least);

  const home = (): Json => {
    const view = workspace.homes.get(person);
    if (view === undefined) throw new Error("The home has not been opened");
    return view;
  };

  const slashPayload = async (payload: Json, again?: Again): Promise<Json> => {
    const answer = await delivery.deliver("slash_commands", payload, again);
    if (Object.keys(answer).length > 0) {
      const id = String(payload.response_url).split("/").at(-1)!;
      const refused = respondIn(workspace, id, answer, false);
      if (refused !== undefined) throw new Error(refused);
    }
    return answer;
  };

  const say = (text: string, where: Json): Json => {
    const ts = workspace.ts();
    const place = String(where.channel);
    const thread = where.thread_ts as string | undefined;
    workspace.messages.push({
      ts,
      channel: place,
      text,
      blocks: [],
      by: person,
      ...(thread === undefined ? {} : { thread }),
    });
    return {
      ...where,
      user: person,
      text,
      ts,
      event_ts: ts,
      team: workspace.ids.team,
      client_msg_id: `c-${ts}`,
    };
  };

  const find = (label: string, on: Pick<Posted, "blocks" | "text">): Json => {
    for (const { type, action_id, text, value, options = [] } of pressables(on)) {
      if (type === "button" && text?.text === label) return { type, action_id, text, value };
      const option = options.find((some) => some.text.text === label);
      if (option !== undefined) return { type, action_id, selected_option: option };
    }
    throw new Error(`No button “${label}” on ${on.text}`);
  };

  const slashed = (payload: Json) => watch(() => slashPayload(payload), comesOf(payload));

  return {
    person,
    /** Types a slash command: `slash("dot", "2,3,4 1,0,2")`. */
    slash: (command: string, text = "", where = channel) =>
      slashed(payloads.slash(`/${command}`, text, where)),

    press: (label: string, on: Seen, least = 1) =>
      interact(payloads.pressed(on.message, find(label, on.message)), least),

    /** Presses a button on the app's home. */
    pressAtHome: (label: string) =>
      interact(
        payloads.pressedAtHome(home(), find(label, { text: "home", blocks: home().blocks as Json[] })),
      ),

    openAtHome: (label: string): Promise<FormSeen> =>
      opened(() =>
        delivery.deliver(
          "interactive",
          payloads.pressedAtHome(home(), find(label, { text: "home", blocks: home().blocks as Json[] })),
        ),
      ),

    /** Presses a button that opens a form; resolves to what the form's field holds. */
    open: (label: string, on: Seen): Promise<FormSeen> =>
      opened(() => delivery.deliver("interactive", payloads.pressed(on.message, find(label, on.message)))),

    /** Sends the form that was opened last: the message that comes of it, or what is said at its field. */
    submit: async (text: string): Promise<{ seen: Seen[]; errors: readonly string[] }> => {
      const view = workspace.views.at(-1)!;
      const [{ block_id, element }] = view.blocks as [{ block_id: string; element: { action_id: string } }];
      const values = { [block_id]: { [element.action_id]: { type: "plain_text_input", value: text } } };
      let errors: readonly string[] = [];
      const before = workspace.shown.length;
      const answer = await delivery.deliver("interactive", payloads.submitted(view, values));
      if (answer.response_action === "errors") {
        const told = answer.errors as Record<string, string>;
        if (Object.keys(told).some((id) => id !== block_id))
          workspace.accuse("view_submission", ["an error at a block that is not there"]);
        errors = Object.values(told);
        return { seen: [], errors };
      }
      for (let waited = 0; waited < 3_000 && workspace.shown.length === before; waited += 5) await pause(5);
      await pause(30);
      return { seen: workspace.shown.slice(before).map(see), errors };
    },

    /** Mentions the bot, in the channel or in a thread; the text is typed, so Slack escapes it unless it is `raw`. */
    mention: async (text: string, { thread, raw = false }: { thread?: string; raw?: boolean } = {}) => {
      const words = `${mention} ${raw ? text : encodeEntities(text)}`;
      const event = say(words, {
        type: "app_mention",
        channel,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
      const answers = thread ?? event.ts;
      return watch(
        () => delivery.deliver("events_api", payloads.event(event)),
        (shown) => forMe(shown) || shown.thread === answers,
      );
    },

    directMessage: async (text: string, raw = false) => {
      const event = say(raw ? text : encodeEntities(text), {
        type: "message",
        channel: direct,
        channel_type: "im",
      });
      return watch(() => delivery.deliver("events_api", payloads.event(event)), forMe);
    },

    /** Opens the pane for assistants; resolves to its thread and the greeting. */
    openPane: async () => {
      const thread = workspace.ts();
      const text = "New Assistant Thread";
      workspace.messages.push({ ts: thread, channel: direct, text, blocks: [], by: workspace.ids.botUser });
      workspace.panes.set(`${direct}/${thread}`, {});
      const event = {
        type: "assistant_thread_started",
        assistant_thread: {
          user_id: person,
          context: { channel_id: channel, team_id: workspace.ids.team, enterprise_id: null },
          channel_id: direct,
          thread_ts: thread,
        },
        event_ts: thread,
      };
      const [greeting] = await watch(() => delivery.deliver("events_api", payloads.event(event)), forMe);
      await pause(50);
      return { thread, greeting: greeting!, pane: () => workspace.panes.get(`${direct}/${thread}`)! };
    },

    /** Writes in the thread of a pane. */
    writeInPane: async (text: string, thread: string) => {
      const event = say(encodeEntities(text), {
        type: "message",
        channel: direct,
        channel_type: "im",
        thread_ts: thread,
        parent_user_id: workspace.ids.botUser,
      });
      return watch(() => delivery.deliver("events_api", payloads.event(event)), forMe);
    },

    /** A person writes without the bot being meant; resolves to the message. */
    write: (text: string): Seen => {
      say(encodeEntities(text), { channel });
      return see(workspace.messages.at(-1)!);
    },

    shortcut: (on: Seen, callback = "why") => interact(payloads.pointedAt(on.message, callback)),

    openHome: async (): Promise<string> => {
      const event = {
        type: "app_home_opened",
        user: person,
        channel: direct,
        tab: "home",
        event_ts: "1",
      };
      const before = workspace.homes.get(person);
      await delivery.deliver("events_api", payloads.event(event));
      for (let waited = 0; waited < 3_000 && workspace.homes.get(person) === before; waited += 5)
        await pause(5);
      return textOfBlocks((workspace.homes.get(person)?.blocks ?? []) as Json[]);
    },

    /** Delivers the very same thing twice; resolves to all that comes of it. */
    twice: async (kind: Kind, payload: Json) => {
      const again = { envelope: workspace.next("envelope-"), retry: 1 };
      const deliver = (more?: Again) =>
        kind === "slash_commands" ? slashPayload(payload, more) : delivery.deliver(kind, payload, more);
      return watch(
        async () => {
          await deliver({ envelope: again.envelope });
          await pause(100);
          await deliver(again);
          await pause(100);
        },
        () => true,
      );
    },

    payloads,
    say,
  };
};

export type Learner = ReturnType<typeof createLearner>;
