import { createHash } from "node:crypto";
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { cut } from "../../base/cut.ts";
import type { ChoiceCode } from "../../commands/choice-code.ts";
import type { Choice, ChoicesBlock } from "../../reply/reply.ts";
import { limits } from "./limits.ts";

/** A row of what a learner can press. */
export type ChoiceRow = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** The custom id of a menu; the code is the value that is chosen. */
const menuId = /^menu:\w+$/;

/** A message may hold several menus, and Discord takes no id twice: each is called after what it offers. */
const menuIdOf = (values: readonly string[]): string =>
  `menu:${createHash("sha256").update(values.join("\n")).digest("hex").slice(0, 16)}`;

/** Buttons, or menus where there are more than five. */
export const choiceRows = ({ prompt, choices }: ChoicesBlock, codes: ChoiceCode): readonly ChoiceRow[] =>
  choices.length <= limits.buttonsInRow
    ? [row(choices.map((choice) => button(choice, codes)))]
    : menusOf(choices).map((some) => row([menu(prompt, some, codes)]));

const row = (components: ChoiceRow["components"]): ChoiceRow => ({
  type: ComponentType.ActionRow,
  components,
});

const button = (choice: Choice, codes: ChoiceCode): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: ButtonStyle.Secondary,
  custom_id: codes.encode(choice, limits.customId),
  label: shortened(choice.label, limits.buttonLabel),
});

const menu = (prompt: string, choices: readonly Choice[], codes: ChoiceCode): APIStringSelectComponent => {
  const options = choices.map((choice) => ({
    label: shortened(choice.label, limits.optionLabel),
    value: codes.encode(choice, limits.customId),
    ...(choice.description === undefined
      ? {}
      : { description: shortened(choice.description, limits.optionLabel) }),
  }));
  return {
    type: ComponentType.StringSelect,
    custom_id: menuIdOf(options.map(({ value }) => value)),
    placeholder: shortened(prompt, limits.placeholder),
    options,
  };
};

const menusOf = (choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  choices.length <= limits.optionsInMenu
    ? [choices]
    : [choices.slice(0, limits.optionsInMenu), ...menusOf(choices.slice(limits.optionsInMenu))];

/** A text of one line, shortened where Discord would refuse it; never between the halves of a character. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit ? text : `${cut(text, limit - 1)}…`;

/** The code of what was pressed: a button's own id, or the value chosen in a menu. */
export const pressedCode = (customId: string, chosen: readonly string[] | undefined): string =>
  menuId.test(customId) ? (chosen?.[0] ?? "") : customId;
