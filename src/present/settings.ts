import { atLeastOne } from "../base/at-least.ts";
import { type Choice, choices, paragraph, type Reply } from "../reply/reply.ts";
import { say, sayParts } from "../say.ts";
import { partChoices, settingChoices } from "./settings-choices.ts";
import { type SetPreferences, type SettingsPart, settingsTable } from "./settings-table.ts";

export interface Settings extends SetPreferences {
  readonly part: SettingsPart;
  /** Whether nobody else is in the place. */
  readonly isAlone: boolean;
  /** Whether the learner may change what holds for everyone here. */
  readonly mayManage: boolean;
  /** Whose setting has just been changed, if any. */
  readonly changed?: "me" | "here";
}

/** What is set for the learner and for the place, where each of it comes from, and buttons to change it. */
export const showSettings = ({ own, here, part, isAlone, mayManage, changed }: Settings): Reply => ({
  tone: "plain",
  audience: "asker",
  title: changed === undefined ? say("What is set") : say("It is set"),
  blocks: atLeastOne([
    ...(changed === undefined
      ? []
      : [
          paragraph(
            changed === "me"
              ? say("For you, on each answer from now on.")
              : say("For everyone here, from now on."),
          ),
        ]),
    settingsTable({ own, here }, part, isAlone),
    ...(own.pictures !== "off" && here.pictures === "off"
      ? [paragraph(say("No pictures are shown here, whatever you set for yourself."))]
      : []),
    ...(part === "all"
      ? [choices(say("Change it"), partChoices())]
      : [
          choices(say("For you"), settingChoices(part, own, "me")),
          ...(mayManage ? [choices(say("For everyone here"), settingChoices(part, here, "here"))] : []),
          choices(say("More"), [allSettings()]),
        ]),
    ...(isAlone || mayManage
      ? []
      : [
          paragraph(
            sayParts("For everyone here, those who manage the channel type for example {example}.", {
              example: { code: "/settings digits:6 for:here" },
            }),
          ),
        ]),
  ]),
});

const allSettings = (): Choice => ({
  label: say("All settings"),
  does: { command: "settings", options: {} },
  inPlace: true,
});
