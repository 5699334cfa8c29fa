import { ComponentType, type Message, type TopLevelComponent } from "discord.js";
import type { Message as PointedMessage } from "../../commands/command.ts";

/** A message that someone points at. Codes are taken only from the bot's own messages. */
export const toMessage = (message: Message): PointedMessage => ({
  text: [message.content, ...message.components.flatMap(textsIn)].filter((text) => text !== "").join("\n"),
  codes: message.author.id === message.client.user.id ? message.components.flatMap(codesIn) : [],
});

type AnyComponent = TopLevelComponent | { readonly type: ComponentType };

const within = (component: AnyComponent): readonly AnyComponent[] =>
  "components" in component ? component.components : [];

const textsIn = (component: AnyComponent): readonly string[] =>
  component.type === ComponentType.TextDisplay && "content" in component
    ? [component.content]
    : within(component).flatMap(textsIn);

const codesIn = (component: AnyComponent): readonly string[] => {
  if ("options" in component) {
    return (component.options as readonly { readonly value: string }[]).map(({ value }) => value);
  }
  if ("customId" in component && typeof component.customId === "string") return [component.customId];
  return within(component).flatMap(codesIn);
};
