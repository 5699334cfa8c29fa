import { learnerId } from "../../../src/identity.ts";
import type { Json } from "../discord/check-message.ts";
import { channelIdOf, interactionOf, messageOf, type Where } from "../discord/payloads.ts";
import type { Posted } from "../discord/posted.ts";
import { pressables, see } from "../discord/see.ts";
import type { DiscordServer } from "../discord/server.ts";
import { slashData } from "../discord/slash-data.ts";
import type { Deed, Post, Room, Told } from "./room.ts";

const read = new WeakMap<Posted, Post>();

/** A message that is changed is another object, so each is read once. */
const asPost = (message: Posted): Post => {
  const known = read.get(message);
  if (known !== undefined) return known;
  const { text, buttons } = see(message);
  const post = { id: `${message.channel}/${message.id}`, text, buttons };
  read.set(message, post);
  return post;
};

/** A channel or a thread of the loopback Discord, or the direct messages of each person. */
export const discordRoom = ({ world, deliver, gateway }: DiscordServer, where: Where = "channel"): Room => {
  const postsIn = (channel: string) =>
    world.messages
      .filter(
        (message) =>
          message.channel === channel && message.by === world.ids.bot && message.onlyFor === undefined,
      )
      .map(asPost);

  const interact = (person: string, type: number, data: Json, message?: Posted): Deed => {
    const interaction = interactionOf(world, {
      person,
      where,
      type,
      data,
      ...(message === undefined ? {} : { message }),
    });
    const from = world.shown.length;
    return {
      event: interaction.id,
      send: async () => deliver(interaction),
      told: () =>
        world.shown
          .slice(from)
          .filter((shown) => shown.interaction === interaction.id)
          .map(asTold),
    };
  };

  const asTold = (shown: Posted): Told => {
    const post = asPost(shown);
    return { text: post.text, onlyFor: shown.onlyFor, post };
  };

  /** Someone types a message with the tutor's name in it, or to the tutor alone. */
  const mention: Room["mention"] = (person, words) => {
    const isDirect = where === "direct";
    const posted: Posted = {
      id: world.snowflake(),
      channel: channelIdOf(world, where, person),
      by: person,
      content: isDirect ? words : `<@${world.ids.bot}> ${words}`,
      components: [],
      flags: 0,
      files: [],
    };
    world.messages.push(posted);
    const from = world.shown.length;
    const member = { roles: [], joined_at: null, nick: null };
    return {
      event: posted.id,
      send: async () =>
        gateway.dispatch("MESSAGE_CREATE", {
          ...messageOf(world, posted),
          ...(isDirect ? { channel_type: 1 } : { guild_id: world.ids.guild, member }),
        }),
      told: () =>
        world.shown
          .slice(from)
          .filter(({ answers }) => answers === posted.id)
          .map(asTold),
    };
  };

  const open: Room["open"] = (person, label, on) => {
    const message = asRead(on);
    const pressed = room.press(person, label, on);
    return {
      send: pressed.send,
      submit: (typed) => {
        const modal = world.modals.find(({ interaction }) => interaction === pressed.event);
        if (modal === undefined) return undefined;
        const [{ component }] = modal.components as [{ component: { custom_id: string } }];
        const value = {
          type: 18,
          id: 1,
          component: { type: 4, id: 2, custom_id: component.custom_id, value: typed },
        };
        return interact(person, 5, { custom_id: modal.custom_id, components: [value] }, message);
      },
    };
  };

  /** What was pressed on: as it was when the person read it, even if it has been changed since. */
  const asRead = (on: Post): Posted => {
    const shown = world.shown.findLast(
      (message) => on.id.endsWith(`/${message.id}`) && asPost(message).text === on.text,
    );
    if (shown === undefined) throw new Error(`No message ${on.id}`);
    return shown;
  };

  const room: Room = {
    name: `Discord (${where})`,
    learnerOf: (person) => learnerId("discord", person),
    posts: () => postsIn(channelIdOf(world, where, "")),
    directTo: (person) => postsIn(world.channels.directWith(person)),
    press: (person, label, on) => {
      const message = asRead(on);
      const found = pressables(message).find((each) => each.label === label);
      if (found === undefined) throw new Error(`No button “${label}” on ${on.text}`);
      const { code, menu } = found;
      const data =
        menu === undefined
          ? { custom_id: code, component_type: 2 }
          : { custom_id: menu, component_type: 3, values: [code] };
      return interact(person, 3, data, message);
    },
    slash: (person, command, line) => {
      const registered = world.registered.find(({ name }) => name === command);
      if (registered === undefined) throw new Error(`“${command}” is not registered`);
      return interact(person, 2, slashData(registered, line));
    },
    mention,
    open,
    redelivers: false,
    violations: world.violations,
  };
  return room;
};
