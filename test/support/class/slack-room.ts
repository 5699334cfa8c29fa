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
  const { text, shown, buttons } = see(message);
  const id = `${team}/${message.channel}/${message.ts}`;
  const post = { id, text: shown === "" ? text : shown, buttons };
  read.set(message, post);
  return post;
};

/** A channel of the loopback workspace. */
export const slackRoom = (server: SlackServer, delivery: Delivery, channel = "C01MATHS"): Room => {
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

  /** Someone types a message with the app's name in it; the answer comes in its thread. */
  const mention: Room["mention"] = (person, words) => {
    const ts = workspace.ts();
    const text = `<@${ids.botUser}> ${words}`;
    workspace.messages.push({ ts, channel, text, blocks: [], by: person });
    const from = workspace.shown.length;
    const payload = createPayloads(server, person, person).event({
      ...{ type: "app_mention", channel, user: person, text, ts, event_ts: ts, team: ids.team },
      client_msg_id: `c-${ts}`,
    });
    return {
      event: String(payload.event_id),
      send: async () => {
        await delivery.deliver("events_api", payload);
      },
      told: () => {
        const shown = workspace.shown.slice(from);
        const inThread = shown.filter(({ thread }) => thread === ts);
        // A mistake is told to the asker alone, and not in the thread, which is not there yet.
        const aside = shown.filter(
          ({ thread, onlyFor, through }) =>
            onlyFor === person && thread === undefined && through === undefined,
        );
        return (inThread.length > 0 ? inThread : aside.slice(0, 1)).map(asTold);
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
      (each) => on.id.endsWith(`/${each.ts}`) && asPost(each, ids.team).text === on.text,
    );
    if (message === undefined) throw new Error(`No message ${on.id}`);
    return createPayloads(server, person, person).pressed(message, actionFor(label, message));
  };

  return {
    name: `Slack (${channel})`,
    learnerOf: (person) => learnerId("slack", `${ids.team}/${person}`),
    posts: () => postsIn(channel),
    directTo: (person) => postsIn(workspace.directOf(person)),
    press: (person, label, on) => {
      const payload = pressed(person, label, on);
      return deed(payload, async () => {
        await delivery.deliver("interactive", payload);
      });
    },
    slash: (person, command, line) => {
      const payload = createPayloads(server, person, person).slash(`/${command}`, line, channel);
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
