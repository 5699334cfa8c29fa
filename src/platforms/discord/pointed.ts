import { ComponentType, type Message, type TopLevelComponent } from "discord.js";
import type { Message as PointedMessage } from "../../commands/command.ts";

/**
 * A message that someone points at. Codes are taken only from the bot's own messages. Without the privileged intent for
 * it, Discord withholds what others write, unless they name the bot or write to it directly: there is nothing at all then.
 */
export const toMessage = (message: Message): PointedMessage => {
  const isOwn = message.author.id === message.client.user.id;
  const text = [message.content, ...message.components.flatMap(textsIn)]
    .filter((some) => some !== "")
    .join("\n");
  return {
    text,
    codes: isOwn ? message.components.flatMap(codesIn) : [],
    ...(text === "" && !isOwn ? { isWithheld: true as const } : {}),
  };
};

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
