import { type PictureWish, pictureWishes } from "../reply/picture.ts";
import { type Choice, paragraph, type Reply } from "../reply/reply.ts";
import { choices } from "./question.ts";

export interface Settings {
  readonly own: PictureWish;
  readonly here: PictureWish;
  /** Whether nobody else is in the place. */
  readonly isAlone: boolean;
  /** Whose setting has just been changed, if any. */
  readonly changed?: "me" | "here";
}

const wishes: Readonly<Record<PictureWish, string>> = {
  on: "on, in the usual colours",
  off: "off: what they show is told in words",
  light: "on, dark on a light ground",
  dark: "on, light on a dark ground",
};

/** What is set for the learner and for the place, and buttons to change it. */
export const showSettings = ({ own, here, isAlone, changed }: Settings): Reply => ({
  tone: "plain",
  audience: "asker",
  title: changed === undefined ? "Your settings" : "It is set",
  blocks: [
    paragraph([{ strong: "Pictures for you: " }, `${wishes[own]}.`]),
    ...(isAlone && here === "on"
      ? []
      : [paragraph([{ strong: "Pictures for everyone here: " }, `${wishes[here]}.`])]),
    ...(own !== "off" && here === "off"
      ? [paragraph("Here the setting of the place comes first, so you see none.")]
      : []),
    choices("Change it", [
      ...pictureWishes
        .filter((wish) => wish !== own)
        .map(
          (wish): Choice => ({
            label: labels[wish],
            does: { command: "settings", options: { pictures: wish } },
            inPlace: true,
          }),
        ),
    ]),
    ...(isAlone
      ? []
      : [
          paragraph([
            "For everyone here, those who manage the channel type for example ",
            { code: "/settings pictures off for:here" },
            ".",
          ]),
        ]),
  ],
});

const labels: Readonly<Record<PictureWish, string>> = {
  on: "Pictures on",
  off: "Pictures off",
  light: "Light pictures",
  dark: "Dark pictures",
};
