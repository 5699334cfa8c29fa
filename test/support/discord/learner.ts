import type { Awaited } from "../answers.ts";
import { until } from "../until.ts";
import type { Json } from "./check-message.ts";
import { channelIdOf, interactionOf, messageOf, readable, type Where } from "./payloads.ts";
import type { Posted } from "./posted.ts";
import { pressables, type Seen, see } from "./see.ts";
import type { DiscordServer } from "./server.ts";
import { focusedData, type Options, slashData } from "./slash-data.ts";

/** Of what is not known to the tutor of a test, one message is waited for. */
const oneEach: Awaited = () => 1;

/** A person on Discord who types, presses and reads. */
export const createLearner = (
  { world, gateway, deliver: deliverInteraction }: DiscordServer,
  {
    person = "200000000000000001",
    where = "channel",
    awaited = oneEach,
  }: { person?: string; where?: Where; awaited?: Awaited } = {},
) => {
  let opened: Json = {};

  /** Does something, and waits for what comes of it; what others are told meanwhile is not for this learner. */
  const watch = async (
    act: () => void,
    event: string,
    isMine: (posted: Posted) => boolean,
  ): Promise<Seen[]> => {
    const start = world.shown.length;
    const mine = () => world.shown.slice(start).filter(isMine);
    act();
    // A long answer is several messages.
    await until(() => mine().length >= (awaited(event) ?? Number.POSITIVE_INFINITY));
    return mine().map(see);
  };

  const interact = (type: number, data: Json, message?: Posted) => {
    const interaction = interactionOf(world, {
      person,
      where,
      type,
      data,
      ...(message === undefined ? {} : { message }),
    });
    const send = () => deliverInteraction(interaction);
    const isMine = (posted: Posted) => posted.interaction === interaction.id;
    return { id: interaction.id, send, answers: () => watch(send, interaction.id, isMine) };
  };

  const registered = (name: string, type = 1): Json => {
    const found = world.registered.find((each) => each.name === name && (each.type ?? 1) === type);
    if (found === undefined) throw new Error(`“${name}” is not registered`);
    return found;
  };

  const find = (label: string, { message }: Seen) => {
    const found = pressables(message).find((each) => each.label === label);
    if (found === undefined) throw new Error(`No button “${label}”`);
    return found;
  };

  const componentData = (code: string, menu?: string): Json =>
    menu === undefined
      ? { custom_id: code, component_type: 2 }
      : { custom_id: menu, component_type: 3, values: [code] };

  const press = (code: string, on: Seen, menu?: string) =>
    interact(3, componentData(code, menu), on.message).answers();

  const say = (content: string, at: Where, answers?: string): Posted => {
    const posted: Posted = {
      id: world.snowflake(),
      channel: channelIdOf(world, at, person),
      by: person,
      content,
      components: [],
      flags: 0,
      files: [],
      ...(answers === undefined ? {} : { answers }),
    };
    world.messages.push(posted);
    return posted;
  };

  const deliver = (posted: Posted, at: Where) => {
    gateway.dispatch("MESSAGE_CREATE", {
      ...messageOf(world, posted, readable(world, posted)),
      ...(at === "direct"
        ? {}
        : {
            guild_id: world.ids.guild,
            member: { roles: [], joined_at: null, nick: world.called.get(person)?.nick ?? null },
          }),
      ...(at === "direct" ? { channel_type: 1 } : {}),
    });
  };

  const asked = async (posted: Posted, at: Where): Promise<Seen[]> =>
    watch(
      () => deliver(posted, at),
      posted.id,
      ({ answers }) => answers === posted.id,
    );

  return {
    /**
     * Types a slash command: `slash("dot", "2,3,4 1,0,2")`, or one with subcommands: `slash("quiz", "start", { rounds: 5 })`,
     * `slash("quiz", "start rounds:5")`.
     */
    slash: (name: string, typed: string | Options, more?: Options) =>
      interact(2, slashData(registered(name), typed, more)).answers(),

    /** Types into an option, `of` a subcommand where the command has some, and reads the suggestions. */
    complete: async (
      name: string,
      option: string,
      typed: string,
      of?: string,
    ): Promise<readonly { name: string; value: string }[]> => {
      const { id, send } = interact(4, focusedData(registered(name), option, typed, of));
      const mine = () => world.completions.find(({ interaction }) => interaction === id);
      send();
      await until(() => mine() !== undefined);
      return mine()?.choices as never;
    },

    press: (label: string, on: Seen) => {
      const { code, menu } = find(label, on);
      return press(code, on, menu);
    },

    /** Presses a button that carries this code, whether or not the message has one. */
    pressCode: (code: string, on: Seen) => press(code, on),

    /** Presses a button that opens a form; resolves to what the form's field holds. */
    open: async (label: string, on: Seen): Promise<{ title: string; label: string; value: string }> => {
      const { id, send } = interact(3, componentData(find(label, on).code), on.message);
      const mine = () => world.modals.find(({ interaction }) => interaction === id);
      send();
      await until(() => mine() !== undefined);
      const modal = { ...mine()!, openedOn: on.message };
      opened = modal;
      const { title, components } = modal as unknown as {
        title: string;
        components: { label: string; component: { value?: string } }[];
      };
      return { title, label: components[0]!.label, value: components[0]!.component.value ?? "" };
    },

    /** Sends the form that was opened last. */
    submit: (typed: string): Promise<Seen[]> => {
      const modal = opened as unknown as {
        custom_id: string;
        openedOn: Posted;
        components: { component: { custom_id: string } }[];
      };
      const field = modal.components[0]!.component.custom_id;
      const components = [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: field, value: typed } }];
      return interact(5, { custom_id: modal.custom_id, components }, modal.openedOn).answers();
    },

    /** Chooses “Why is this similar?” from a message's menu. */
    menu: (on: Seen, name = "Why is this similar?") => {
      const { id } = registered(name, 3);
      const messages = { [on.message.id]: messageOf(world, on.message) };
      return interact(2, { id, name, type: 3, target_id: on.message.id, resolved: { messages } }).answers();
    },

    mention: async (text: string, { to, at = where }: { to?: Seen; at?: Where } = {}) => {
      const posted = say(`<@${world.ids.bot}> ${text}`, at, to?.message.id);
      return asked(posted, at);
    },

    directMessage: async (text: string) => asked(say(text, "direct"), "direct"),

    /** A person writes without the bot being meant; resolves to the message. */
    write: (text: string): Seen => {
      const posted = say(text, where);
      deliver(posted, where);
      return see(posted);
    },

    /** Delivers the very same slash command twice, and another after it; resolves to all that comes of the former. */
    twice: async (name: string, typed: string) => {
      const { id, send, answers } = interact(2, slashData(registered(name), typed));
      const answered = answers();
      send();
      await Promise.all([answered, interact(2, slashData(registered(name), typed)).answers()]);
      return world.messages.filter(({ interaction }) => interaction === id).map(see);
    },

    /** Mentions the bot once, has the message delivered twice, and mentions it again; resolves to what comes of the former. */
    mentionTwice: async (text: string) => {
      const words = `<@${world.ids.bot}> ${text}`;
      const posted = say(words, where);
      const answered = asked(posted, where);
      deliver(posted, where);
      await Promise.all([answered, asked(say(words, where), where)]);
      return world.messages.filter(({ answers }) => answers === posted.id).map(see);
    },
  };
};

export type Learner = ReturnType<typeof createLearner>;
