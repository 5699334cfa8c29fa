import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from "discord.js";
import type { Form } from "../../commands/tutor.ts";
import { say } from "../../say.ts";
import { shortened } from "./choice-rows.ts";
import { limits } from "./limits.ts";

/** The custom id of a form's one field; the form's own is the code of the choice. */
const field = "typed";

/** A form with one field. A value too long for Discord is left out, since a shortened one would be another value. */
export const formModal = (form: Form, code: string): APIModalInteractionResponseCallbackData => ({
  custom_id: code,
  title: shortened(form.title, limits.modalTitle),
  components: [
    {
      type: ComponentType.Label,
      label: shortened(form.label, limits.fieldLabel),
      ...(form.hint === ""
        ? {}
        : {
            description: shortened(
              say("For example: {example}", { example: form.hint }),
              limits.fieldDescription,
            ),
          }),
      component: {
        type: ComponentType.TextInput,
        custom_id: field,
        style: TextInputStyle.Paragraph,
        required: true,
        max_length: limits.fieldValue,
        ...(form.value === "" || form.value.length > limits.fieldValue ? {} : { value: form.value }),
      },
    },
  ],
});

export const typedIn = (interaction: ModalSubmitInteraction): string =>
  interaction.fields.getTextInputValue(field);
