import { learnerId } from "../../../src/identity.ts";
import type { Delivery } from "../slack/deliver.ts";
import { createPayloads } from "../slack/payloads.ts";
import { respondIn } from "../slack/respond.ts";
import { pressables, see } from "../slack/see.ts";
import type { SlackServer } from "../slack/server.ts";
import type { Json, Posted } from "../slack/workspace.ts";
import type { Deed, Post, Room, Told } from "./room.ts";

const read = new WeakMap<Posted, Post>();

/** A message that is changed is another object, so each is read once. */
const asPost = (message: Posted, team: string): Post => {
  const known = read.get(message);
  if (known !== undefined) return known;
  const { text, shown, buttons, thread } = see(message);
  const id = [team, message.channel, message.ts, ...(thread === undefined ? [] : [thread])].join("/");
  const post = { id, text: shown === "" ? text : shown, buttons };
  read.set(message, post);
  return post;
};

/** What the tutor writes in direct messages without being asked there. */
const unasked = /^(Question of the day|\S+ skills? (is|are) due)/;

/** The name of a room that is the direct messages of each person. */
export const direct = "direct";

/**
 * A channel of the loopback workspace, a thread in it, or the direct messages of each person. `thread`: the ts of its
 * first message. Slack takes no slash command in a thread, so commands are said there.
 */
export const slackRoom = (
  server: SlackServer,
  delivery: Delivery,
  where = "C01MATHS",
  thread?: string,
): Room => {
  const { workspace } = server;
  const { ids } = workspace;
  const postsIn = (place: string) =>
    workspace.messages
      .filter(({ channel: at, by, onlyFor }) => at === place && by === ids.botUser && onlyFor === undefined)
      .map((message) => asPost(message, ids.team));

  const asTold = (shown: Posted): Told => {
    const post = asPost(shown, ids.team);
    return { text: post.text, onlyFor: shown.onlyFor, post };
  };

  const responseOf = (payload: Json) => String(payload.response_url).split("/").at(-1)!;

  const deed = (payload: Json, send: () => Promise<void>): Deed => {
    const from = workspace.shown.length;
    const id = responseOf(payload);
    return {
      event: String(payload.trigger_id),
      send,
      told: () =>
        workspace.shown
          .slice(from)
          .filter(({ through }) => through === id)
          .map(asTold),
    };
  };

  /** How much had been shown when something was said here. */
  const said: number[] = [];
  const channelOf = (person: string) => (where === direct ? workspace.directOf(person) : where);

  /** What came of a message of a person, of all that was shown since. */
  const answersTo = (person: string, ts: string, shown: readonly Posted[]): readonly Posted[] => {
    const ofPerson = shown.filter(({ onlyFor, through }) => onlyFor === person && through === undefined);
    if (where === direct)
      return shown.filter(
        (each) =>
          each.channel === channelOf(person) &&
          each.by === ids.botUser &&
          each.through === undefined &&
          !unasked.test(asPost(each, ids.team).text),
      );
    const inThread = shown.filter(
      (each) =>
        each.thread === (thread ?? ts) &&
        each.through === undefined &&
        (each.onlyFor === undefined || each.onlyFor === person),
    );
    // Where a quiz is, only what is for the asker alone is surely an answer.
    const isShared =
      thread !== undefined &&
      workspace.messages.some((each) => each.thread === thread && /^(Question|Solution) \d/.test(each.text));
    if (isShared) return ofPerson.filter((each) => each.thread === thread);
    // A mistake is told to the asker alone, and not in the thread, which is not there yet.
    const aside = ofPerson.filter((each) => each.thread === undefined);
    return inThread.length > 0 ? inThread : aside.slice(0, 1);
  };

  /** Someone types a message with the app's name in it, the answer to which comes in its thread, or to the app alone. */
  const mention: Room["mention"] = (person, words) => {
    const [ts, channel] = [workspace.ts(), channelOf(person)];
    const text = where === direct ? words : `<@${ids.botUser}> ${words}`;
    const within = thread === undefined ? {} : { thread };
    workspace.messages.push({ ts, channel, text, blocks: [], by: person, ...within });
    const from = workspace.shown.length;
    const order = said.push(from);
    const payload = createPayloads(server, person, person).event({
      ...(where === direct ? { type: "message", channel_type: "im" } : { type: "app_mention" }),
      ...{ channel, user: person, text, ts, event_ts: ts, team: ids.team, client_msg_id: `c-${ts}` },
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
    return {
      event: String(payload.event_id),
      isRepeated: true,
      send: async () => {
        await delivery.deliver("events_api", payload);
      },
      // In a thread, what comes after the next message is the answer to that one.
      told: () => {
        const until = thread === undefined ? undefined : said[order];
        return answersTo(person, ts, workspace.shown.slice(from, until)).map(asTold);
      },
    };
  };

  const open: Room["open"] = (person, label, on) => {
    const payload = pressed(person, label, on);
    const response = String(payload.response_url);
    return {
      send: async () => {
        await delivery.deliver("interactive", payload);
      },
      submit: (typed) => {
        const view = workspace.views.find(({ private_metadata }) =>
          String(private_metadata).includes(`${response}"`),
        );
        if (view === undefined) return undefined;
        const [{ block_id, element }] = view.blocks as [{ block_id: string; element: { action_id: string } }];
        const value = { type: "plain_text_input", value: typed };
        const form = createPayloads(server, person, person).submitted(view, {
          [block_id]: { [element.action_id]: value },
        });
        const complaints: Told[] = [];
        const answered = deed({ ...form, response_url: response }, async () => {
          const { errors = {} } = (await delivery.deliver("interactive", form)) as { errors?: object };
          for (const text of Object.values(errors)) complaints.push({ text: String(text), onlyFor: person });
        });
        return { ...answered, told: () => [...complaints, ...answered.told()] };
      },
    };
  };

  const actionFor = (label: string, on: Posted): Json => {
    for (const { type, action_id, text, value, options = [] } of pressables(on)) {
      if (type === "button" && text?.text === label) return { type, action_id, text, value };
      const option = options.find((some) => some.text.text === label);
      if (option !== undefined) return { type, action_id, selected_option: option };
    }
    throw new Error(`No button “${label}” on ${on.text}`);
  };

  /** What was pressed on: as it was when the person read it, even if it has been changed since. */
  const pressed = (person: string, label: string, on: Post): Json => {
    const message = workspace.shown.findLast(
      (each) => asPost(each, ids.team).id === on.id && asPost(each, ids.team).text === on.text,
    );
    if (message === undefined) throw new Error(`No message ${on.id}`);
    return createPayloads(server, person, person).pressed(message, actionFor(label, message));
  };

  return {
    name: `Slack (${thread === undefined ? where : `${where}, thread`})`,
    learnerOf: (person) => learnerId("slack", `${ids.team}/${person}`),
    posts: () => postsIn(where),
    directTo: (person) => postsIn(workspace.directOf(person)),
    press: (person, label, on) => {
      const payload = pressed(person, label, on);
      return deed(payload, async () => {
        await delivery.deliver("interactive", payload);
      });
    },
    slash: (person, command, line) => {
      if (thread !== undefined) return mention(person, `${command} ${line}`);
      const payload = createPayloads(server, person, person).slash(`/${command}`, line, channelOf(person));
      return deed(payload, async () => {
        const answer = await delivery.deliver("slash_commands", payload);
        if (Object.keys(answer).length === 0) return;
        const refused = respondIn(workspace, responseOf(payload), answer, false);
        if (refused !== undefined) throw new Error(refused);
      });
    },
    mention,
    open,
    redelivers: true,
    violations: workspace.violations,
  };
};
