import type { Awaited } from "../answers.ts";
import { until } from "../until.ts";
import { textOfBlocks } from "./check-blocks.ts";
import type { Again, Delivery, Kind } from "./deliver.ts";
import { createPayloads } from "./payloads.ts";
import { respondIn } from "./respond.ts";
import { encodeEntities, pressables, type Seen, see } from "./see.ts";
import type { SlackServer } from "./server.ts";
import { createWatching, type FormSeen } from "./watching.ts";
import type { Json, Posted } from "./workspace.ts";

interface LearnerSettings {
  readonly person?: string;
  readonly channel?: string;
  readonly name?: string;
  readonly awaited?: Awaited;
}

/** Of what is not known to the tutor of a test, one message is waited for. */
const oneEach: Awaited = () => 1;

/** By what the tutor knows an event. */
const eventOf = ({ trigger_id, event_id, view }: Json): string =>
  String(trigger_id ?? event_id ?? (view as Json | undefined)?.id);

/** A person in the workspace who types, presses and reads. */
export const createLearner = (
  server: SlackServer,
  bring: Delivery,
  { person = "U01ADA", channel = "C01MATHS", name = "ada", awaited = oneEach }: LearnerSettings = {},
) => {
  const { workspace } = server;
  const delivery: Pick<Delivery, "deliver"> = {
    deliver: async (kind, payload, again) => {
      const answer = await bring.deliver(kind, payload, again);
      workspace.acknowledged.add(eventOf(payload));
      return answer;
    },
  };
  const payloads = createPayloads(server, person, name);
  const mention = `<@${workspace.ids.botUser}>`;

  const { direct, watch, forMe, comesOf, opened } = createWatching(workspace, person, awaited);

  const interact = (payload: Json, least?: number) =>
    watch(() => delivery.deliver("interactive", payload), eventOf(payload), comesOf(payload), least);

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

  /** What comes of an event for this person alone. */
  const comes = (payload: Json) =>
    watch(() => delivery.deliver("events_api", payload), eventOf(payload), forMe);

  const slashed = (payload: Json) => watch(() => slashPayload(payload), eventOf(payload), comesOf(payload));

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
      const payload = payloads.submitted(view, values);
      const answer = await delivery.deliver("interactive", payload);
      if (answer.response_action === "errors") {
        const told = answer.errors as Record<string, string>;
        if (Object.keys(told).some((id) => id !== block_id))
          workspace.accuse("view_submission", ["an error at a block that is not there"]);
        errors = Object.values(told);
        return { seen: [], errors };
      }
      await until(
        () => workspace.shown.length - before >= (awaited(eventOf(payload)) ?? Number.POSITIVE_INFINITY),
      );
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
      const payload = payloads.event(event);
      return watch(
        () => delivery.deliver("events_api", payload),
        eventOf(payload),
        (shown) => forMe(shown) || shown.thread === answers,
      );
    },

    /** Writes to the bot; `more` is what else stands in the event, such as its subtype. */
    directMessage: async (text: string, raw = false, more: Json = {}) => {
      const event = say(raw ? text : encodeEntities(text), {
        type: "message",
        channel: direct,
        channel_type: "im",
        ...more,
      });
      return comes(payloads.event(event));
    },

    /** Opens the direct messages with the bot; resolves to what is suggested there. */
    openMessages: async () => {
      const event = {
        type: "app_home_opened",
        user: person,
        channel: direct,
        tab: "messages",
        event_ts: "1",
      };
      const suggested = () =>
        workspace.calls.filter((call) => call === "assistant.threads.setSuggestedPrompts").length;
      const before = suggested();
      await delivery.deliver("events_api", payloads.event(event));
      await until(() => suggested() > before);
      return () => workspace.panes.get(`${direct}/`) ?? {};
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
      const pane = () => workspace.panes.get(`${direct}/${thread}`)!;
      const suggested = () =>
        workspace.calls.filter((call) => call === "assistant.threads.setSuggestedPrompts").length;
      const before = suggested();
      const isGreeting = (shown: Posted) => forMe(shown) && shown.thread === thread;
      await delivery.deliver("events_api", payloads.event(event));
      await until(() => workspace.shown.some(isGreeting) && suggested() > before);
      return { thread, greeting: see(workspace.shown.find(isGreeting)!), pane };
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
      return comes(payloads.event(event));
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
      await until(() => workspace.homes.get(person) !== before);
      return textOfBlocks((workspace.homes.get(person)?.blocks ?? []) as Json[]);
    },

    /** Delivers the very same thing twice, and something from another person after it; resolves to all that comes of the former. */
    twice: async (kind: Kind, payload: Json): Promise<readonly Seen[]> => {
      const again = { envelope: workspace.next("envelope-"), retry: 1 };
      const deliver = (more?: Again) =>
        kind === "slash_commands" ? slashPayload(payload, more) : delivery.deliver(kind, payload, more);
      const other = createLearner(server, bring, { person: "U01AFTER", awaited });
      const isOfOthers = ({ channel: where }: Posted) => where === workspace.directOf(other.person);
      const before = workspace.shown.length;
      const comeOfIt = () => workspace.shown.slice(before).filter((shown) => !isOfOthers(shown));
      await deliver({ envelope: again.envelope });
      await deliver(again);
      await other.directMessage("dot 1,2 3,4");
      await until(() => comeOfIt().length >= (awaited(eventOf(payload)) ?? 1));
      return comeOfIt().map(see);
    },

    payloads,
    say,
  };
};

export type Learner = ReturnType<typeof createLearner>;
