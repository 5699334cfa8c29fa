import { type Block, type Choice, paragraph, type Reply } from "../reply/reply.ts";
import { choices } from "./question.ts";
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
  title: changed === undefined ? "What is set" : "It is set",
  blocks: [
    ...(changed === undefined
      ? []
      : [
          paragraph(
            changed === "me" ? "For you, on each answer from now on." : "For everyone here, from now on.",
          ),
        ]),
    settingsTable({ own, here }, part, isAlone),
    ...(own.pictures !== "off" && here.pictures === "off"
      ? [paragraph("No pictures are shown here, whatever you set for yourself.")]
      : []),
    ...(part === "all"
      ? [choices("Change it", partChoices)]
      : [
          choices("For you", settingChoices(part, own, "me")),
          ...(mayManage ? [choices("For everyone here", settingChoices(part, here, "here"))] : []),
          choices("More", [allSettings]),
        ]),
    ...(isAlone || mayManage
      ? []
      : [
          paragraph([
            "For everyone here, those who manage the channel type for example ",
            { code: "/settings digits:6 for:here" },
            ".",
          ]),
        ]),
  ] as unknown as readonly [Block],
});

const allSettings: Choice = {
  label: "All settings",
  does: { command: "settings", options: {} },
  inPlace: true,
};
