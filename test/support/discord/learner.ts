import type { Json } from "./check-message.ts";
import { interactionOf, messageOf, type Where } from "./payloads.ts";
import { pressables, type Seen, see } from "./see.ts";
import type { DiscordServer } from "./server.ts";
import type { Posted } from "./world.ts";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something is so, for at most three and a half seconds. */
const until = async (isSo: () => boolean): Promise<void> => {
  for (let waited = 0; waited < 3_500 && !isSo(); waited += 2) await pause(2);
};

const optionTypes: Readonly<Record<number, string>> = {
  3: "string",
  4: "number",
  5: "boolean",
  10: "number",
};

/** A person on Discord who types, presses and reads. */
export const createLearner = (
  { world, gateway }: DiscordServer,
  { person = "200000000000000001", where = "channel" }: { person?: string; where?: Where } = {},
) => {
  /** Does something, and waits for what comes of it. */
  const watch = async (act: () => void, isDone?: () => boolean): Promise<Seen[]> => {
    const before = world.shown.length;
    act();
    await until(isDone ?? (() => world.shown.length > before));
    await pause(25);
    return world.shown.slice(before).map(see);
  };

  const interact = (type: number, data: Json, message?: Posted) => {
    const interaction = interactionOf(world, {
      person,
      where,
      type,
      data,
      ...(message === undefined ? {} : { message }),
    });
    return { interaction, send: () => gateway.dispatch("INTERACTION_CREATE", interaction) };
  };

  const registered = (name: string, type = 1): Json => {
    const found = world.registered.find((each) => each.name === name && (each.type ?? 1) === type);
    if (found === undefined) throw new Error(`“${name}” is not registered`);
    return found;
  };

  /** Options as Discord sends them: what is registered decides on names and types. */
  const optionsFor = (command: Json, options: Readonly<Record<string, unknown>>): Json[] => {
    const known = (command.options ?? []) as Json[];
    for (const { name, required } of known)
      if (required === true && !(String(name) in options)) throw new Error(`Discord asks for ${name}`);
    return Object.entries(options).map(([name, value]) => {
      const option = known.find((each) => each.name === name);
      if (option === undefined || typeof value !== optionTypes[option.type as number])
        throw new Error(`Discord does not let one type ${name}: ${String(value)}`);
      return { name, type: option.type, value };
    });
  };

  /** What follows the name is the first option, or several by name. */
  const slashData = (name: string, typed: string | Readonly<Record<string, unknown>>): Json => {
    const command = registered(name);
    const [first] = (command.options ?? []) as Json[];
    const options =
      typeof typed !== "string"
        ? typed
        : typed === "" || first === undefined
          ? {}
          : { [String(first.name)]: typed };
    return { id: command.id, name, type: 1, options: optionsFor(command, options) };
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
    watch(interact(3, componentData(code, menu), on.message).send);

  const say = (content: string, at: Where, answers?: string): Posted => {
    const posted: Posted = {
      id: world.snowflake(),
      channel: world.ids[at],
      by: person,
      content,
      components: [],
      flags: 0,
      ...(answers === undefined ? {} : { answers }),
    };
    world.messages.push(posted);
    return posted;
  };

  /** Without the privileged intent, an app reads only what is said to it. */
  const deliver = (posted: Posted, at: Where) => {
    const isForBot = at === "direct" || posted.content.includes(`<@${world.ids.bot}>`);
    gateway.dispatch("MESSAGE_CREATE", {
      ...messageOf(world, posted, isForBot ? posted.content : ""),
      ...(at === "direct" ? {} : { guild_id: world.ids.guild, member: { roles: [], joined_at: null } }),
      ...(at === "direct" ? { channel_type: 1 } : {}),
    });
  };

  const asked = async (posted: Posted, at: Where): Promise<Seen[]> => watch(() => deliver(posted, at));

  return {
    /** Types a slash command: `slash("dot", "2,3,4 1,0,2")`. */
    slash: (name: string, typed: string | Readonly<Record<string, unknown>>) =>
      watch(interact(2, slashData(name, typed)).send),

    /** Types into an option and reads the suggestions. */
    complete: async (
      name: string,
      option: string,
      typed: string,
    ): Promise<readonly { name: string; value: string }[]> => {
      const before = world.completions.length;
      const command = registered(name);
      const focused = { name: option, type: 3, value: typed, focused: true };
      interact(4, { id: command.id, name, type: 1, options: [focused] }).send();
      await until(() => world.completions.length > before);
      return world.completions.at(-1) as never;
    },

    press: (label: string, on: Seen) => {
      const { code, menu } = find(label, on);
      return press(code, on, menu);
    },

    /** Presses a button that carries this code, whether or not the message has one. */
    pressCode: (code: string, on: Seen) => press(code, on),

    /** Presses a button that opens a form; resolves to what the form's field holds. */
    open: async (label: string, on: Seen): Promise<{ title: string; label: string; value: string }> => {
      const before = world.modals.length;
      interact(3, componentData(find(label, on).code), on.message).send();
      await until(() => world.modals.length > before);
      const modal = { ...world.modals.at(-1)!, openedOn: on.message };
      world.modals[world.modals.length - 1] = modal;
      const { title, components } = modal as unknown as {
        title: string;
        components: { label: string; component: { value?: string } }[];
      };
      return { title, label: components[0]!.label, value: components[0]!.component.value ?? "" };
    },

    /** Sends the form that was opened last. */
    submit: (typed: string): Promise<Seen[]> => {
      const modal = world.modals.at(-1)! as unknown as {
        custom_id: string;
        openedOn: Posted;
        components: { component: { custom_id: string } }[];
      };
      const field = modal.components[0]!.component.custom_id;
      const components = [{ type: 18, id: 1, component: { type: 4, id: 2, custom_id: field, value: typed } }];
      return watch(interact(5, { custom_id: modal.custom_id, components }, modal.openedOn).send);
    },

    /** Chooses “Why is this similar?” from a message's menu. */
    menu: (on: Seen, name = "Why is this similar?") => {
      const { id } = registered(name, 3);
      const messages = { [on.message.id]: messageOf(world, on.message) };
      return watch(interact(2, { id, name, type: 3, target_id: on.message.id, resolved: { messages } }).send);
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

    /** Delivers the very same slash command twice; resolves to all that comes of it. */
    twice: async (name: string, typed: string) => {
      const { send } = interact(2, slashData(name, typed));
      const before = world.messages.length;
      send();
      send();
      await until(() => world.messages.length > before);
      await pause(200);
      return world.messages.slice(before).map(see);
    },

    /** Mentions the bot once, and the message is delivered twice. */
    mentionTwice: async (text: string) => {
      const posted = say(`<@${world.ids.bot}> ${text}`, where);
      const before = world.messages.length;
      deliver(posted, where);
      deliver(posted, where);
      await until(() => world.messages.length > before);
      await pause(200);
      return world.messages.slice(before).map(see);
    },
  };
};

export type Learner = ReturnType<typeof createLearner>;
