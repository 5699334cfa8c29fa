import { learnerId } from "../../../src/identity.ts";
import type { Delivery } from "../slack/deliver.ts";
import { createPayloads } from "../slack/payloads.ts";
import { respondIn } from "../slack/respond.ts";
import { pressables, see } from "../slack/see.ts";
import type { SlackServer } from "../slack/server.ts";
import type { Json, Posted } from "../slack/workspace.ts";
import type { Deed, Post, Room } from "./room.ts";

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

  const deed = (payload: Json, send: () => Promise<void>): Deed => {
    const from = workspace.shown.length;
    const id = String(payload.response_url).split("/").at(-1);
    return {
      send,
      told: () =>
        workspace.shown
          .slice(from)
          .filter(({ through }) => through === id)
          .map((shown) => ({ text: asPost(shown, ids.team).text, onlyFor: shown.onlyFor })),
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

  return {
    name: `Slack (${channel})`,
    learnerOf: (person) => learnerId("slack", `${ids.team}/${person}`),
    posts: () => postsIn(channel),
    directTo: (person) => postsIn(workspace.directOf(person)),
    press: (person, label, on) => {
      const message = workspace.shown.findLast(
        (each) => on.id.endsWith(`/${each.ts}`) && asPost(each, ids.team).text === on.text,
      );
      if (message === undefined) throw new Error(`No message ${on.id}`);
      const payload = createPayloads(server, person, person).pressed(message, actionFor(label, message));
      return deed(payload, async () => {
        await delivery.deliver("interactive", payload);
      });
    },
    slash: (person, command, line) => {
      const payload = createPayloads(server, person, person).slash(`/${command}`, line, channel);
      return deed(payload, async () => {
        const answer = await delivery.deliver("slash_commands", payload);
        if (Object.keys(answer).length === 0) return;
        const refused = respondIn(workspace, String(payload.response_url).split("/").at(-1)!, answer, false);
        if (refused !== undefined) throw new Error(refused);
      });
    },
    redelivers: true,
    violations: workspace.violations,
  };
};
