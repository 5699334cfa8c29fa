import type { types } from "@slack/bolt";
import { cut } from "../../base/cut.ts";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import type { Choice, ChoicesBlock } from "../../reply/reply.ts";
import { limits } from "./limits.ts";

/** The action_id of everything that a learner can press; the code is its value. */
export const choiceActions = /^choice:\d+$/;

export const mostButtons = 5;

/** Buttons, or menus where there are more than five. */
export const choiceBlocks = (
  { prompt, choices }: ChoicesBlock,
  codes: ChoiceCode,
): readonly types.ActionsBlock[] =>
  choices.length <= mostButtons
    ? [{ type: "actions", elements: choices.map((choice, n) => button(choice, n, codes)) }]
    : menusOf(choices).map((some) => ({ type: "actions", elements: [menu(prompt, some, codes)] }));

const button = (choice: Choice, n: number, codes: ChoiceCode): types.Button => ({
  type: "button",
  action_id: `choice:${n}`,
  text: plain(choice.label, limits.buttonLabel),
  value: codes.encode(choice, limits.buttonValue),
});

const menu = (prompt: string, choices: readonly Choice[], codes: ChoiceCode): types.StaticSelect => ({
  type: "static_select",
  action_id: "choice:0",
  placeholder: plain(prompt, limits.placeholder),
  options: choices.map((choice) => ({
    text: plain(choice.label, limits.optionText),
    value: codes.encode(choice, limits.optionValue),
    ...(choice.description === undefined
      ? {}
      : { description: plain(choice.description, limits.optionText) }),
  })),
});

const menusOf = (choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  choices.length <= limits.optionsInMenu
    ? [choices]
    : [choices.slice(0, limits.optionsInMenu), ...menusOf(choices.slice(limits.optionsInMenu))];

/** A label: one line of plain text, shortened where Slack would refuse it. */
export const plain = (text: string, limit: number): types.PlainTextElement => ({
  type: "plain_text",
  text: text.length <= limit ? text : `${cut(text, limit - 1)}…`,
  emoji: false,
});

/** The codes of the choices on a message, as Slack delivers its blocks. */
export const codesOn = (blocks: readonly unknown[]): readonly string[] =>
  blocks.flatMap((block) => elementsOf(block).flatMap(codesOfElement));

interface Pressable {
  readonly action_id?: string;
  readonly value?: string;
  readonly options?: readonly { readonly value?: string }[];
}

const elementsOf = (block: unknown): readonly Pressable[] => {
  const { type, elements } = block as { type?: string; elements?: readonly Pressable[] };
  return type === "actions" ? (elements ?? []) : [];
};

const codesOfElement = ({ action_id, value, options }: Pressable): readonly string[] =>
  action_id === undefined || !choiceActions.test(action_id)
    ? []
    : [value, ...(options ?? []).map((option) => option.value)].filter((code) => code !== undefined);
