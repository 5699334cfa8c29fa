import type { types } from "@slack/bolt";
import * as z from "zod";
import type { Form } from "../../commands/tutor.ts";
import { say } from "../../say.ts";
import { plain } from "./choice-blocks.ts";
import { limits } from "./limits.ts";

/** The callback_id of every form. */
export const formCallback = "change";

/** The block_id and the action_id of a form's one field. */
export const formField = "typed";

/** What a form keeps while it is open: the choice it belongs to, and where the answer goes. */
export interface FormMemory {
  readonly code: string;
  readonly channel: string;
  readonly thread?: string | undefined;
  /** The response_url of the press, by which the bot may answer where it is not a member. */
  readonly respond?: string | undefined;
  /** The press was on an answer that only the asker sees. */
  readonly privately?: boolean | undefined;
  /** The answer takes the place of that one. */
  readonly inPlace?: boolean | undefined;
  /** The ts of that answer. */
  readonly pressed?: string | undefined;
}

const memoryShape = z.object({
  code: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
  respond: z.url().optional(),
  privately: z.boolean().optional(),
  inPlace: z.boolean().optional(),
  pressed: z.string().optional(),
});

/** The longest code of which the memory fits into private_metadata, even when each of its characters is escaped. */
export const formCodeLimit = 1_000;

export const formView = (form: Form, memory: FormMemory): types.ModalView => ({
  type: "modal",
  callback_id: formCallback,
  title: plain(form.title, limits.viewTitle),
  submit: plain(say("Send"), limits.viewTitle),
  close: plain(say("Cancel"), limits.viewTitle),
  private_metadata: JSON.stringify(memory),
  blocks: [
    {
      type: "input",
      block_id: formField,
      label: plain(form.label, limits.placeholder),
      element: {
        type: "plain_text_input",
        action_id: formField,
        multiline: true,
        ...(form.hint === "" ? {} : { placeholder: plain(form.hint, limits.placeholder) }),
        ...initially(form.value),
      },
    },
  ],
});

/** A value too long for Slack is left out, since a shortened one would be another value. */
const initially = (value: string): { initial_value?: string } =>
  value === "" || value.length > limits.initialValue ? {} : { initial_value: value };

/** Undefined when the form was opened by a version that kept something else. */
export const formMemory = (privateMetadata: string): FormMemory | undefined => {
  try {
    return memoryShape.parse(JSON.parse(privateMetadata));
  } catch {
    return undefined;
  }
};
