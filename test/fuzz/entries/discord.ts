import * as fc from "fast-check";
import { interactionOf, messageOf } from "../../support/discord/payloads.ts";
import type { Posted } from "../../support/discord/posted.ts";
import { openStage } from "../../support/discord/stage.ts";
import { quietTutor } from "../../support/tutor.ts";
import { until } from "../../support/until.ts";
import { type Entry, insist } from "../entry.ts";
import { commandName, typed } from "../texts.ts";
import { codes } from "./commands.ts";

const limited = (most: number) => typed.map((text) => text.slice(0, most).toWellFormed());

const option = fc.record({
  name: fc.oneof(fc.constantFrom("vectors", "words", "topic", "answer", "digits", "show"), limited(32)),
  type: fc.constantFrom(3, 4, 5, 10),
  value: fc.oneof(limited(6_000), fc.integer(), fc.boolean()),
});

const input = fc.oneof(
  fc.record({
    does: fc.constant("command" as const),
    name: commandName,
    options: fc.array(option, { maxLength: 3 }),
  }),
  fc.record({ does: fc.constant("press" as const), code: codes.input.map((code) => code.slice(0, 100)) }),
  fc.record({ does: fc.constant("menu" as const), code: codes.input.map((code) => code.slice(0, 100)) }),
  fc.record({
    does: fc.constant("form" as const),
    code: codes.input.map((c) => c.slice(0, 100)),
    text: limited(4_000),
  }),
  fc.record({ does: fc.constant("point" as const), name: limited(32), text: limited(2_000) }),
  fc.record({ does: fc.constant("say" as const), text: limited(2_000) }),
);

const person = "200000000000000001";

/** What people decide of what Discord sends: names, options, codes, forms and messages. Each must be answered. */
export const discord: Entry<typeof input extends fc.Arbitrary<infer I> ? I : never> = {
  name: "Discord",
  input,
  open: async () => {
    const { server, logged, close } = await openStage(quietTutor());
    const { world, gateway } = server;
    const post = (content: string): Posted => {
      const posted = {
        id: world.snowflake(),
        channel: world.ids.channel,
        by: person,
        content,
        components: [],
        flags: 0,
        files: [],
      };
      world.messages.push(posted);
      return posted;
    };
    const interact = (type: number, data: Record<string, unknown>, message?: Posted) => {
      const interaction = interactionOf(world, {
        person,
        where: "channel",
        type,
        data,
        ...(message === undefined ? {} : { message }),
      });
      gateway.dispatch("INTERACTION_CREATE", interaction);
      return () => world.interactions.isAnswered(interaction.token);
    };
    const act = (given: typeof input extends fc.Arbitrary<infer I> ? I : never): (() => boolean) => {
      switch (given.does) {
        case "command":
          return interact(2, { id: "1", name: given.name, type: 1, options: given.options });
        case "press":
          return interact(3, { custom_id: given.code, component_type: 2 }, post("a message of someone's"));
        case "menu":
          return interact(3, { custom_id: "menu", component_type: 3, values: [given.code] }, post("another"));
        case "form":
          return interact(5, {
            custom_id: given.code,
            components: [{ type: 1, components: [{ type: 4, custom_id: "typed", value: given.text }] }],
          });
        case "point": {
          const target = post(given.text);
          const messages = { [target.id]: messageOf(world, target) };
          return interact(2, {
            id: "1",
            name: given.name,
            type: 3,
            target_id: target.id,
            resolved: { messages },
          });
        }
        case "say": {
          const said = post(`<@${world.ids.bot}> ${given.text}`);
          gateway.dispatch("MESSAGE_CREATE", { ...messageOf(world, said) });
          return () => world.messages.some(({ answers }) => answers === said.id);
        }
      }
    };
    return {
      check: async (given) => {
        // The stand-in keeps and looks through all that was ever said.
        if (world.messages.length > 200) for (const all of [world.messages, world.shown]) all.length = 0;
        logged.length = 0;
        world.violations.length = 0;
        const isAnswered = act(given);
        insist(await until(isAnswered), () => `not answered: ${logged.join("")}`);
        insist(world.violations.length === 0, () => world.violations.join("; "));
        const errors = logged.filter((line) => JSON.parse(line).level >= 50);
        insist(errors.length === 0, () => errors.join(""));
      },
      close,
    };
  },
};
