import type { Jobs } from "../jobs/jobs.ts";
import type { QuizMaster } from "../jobs/quiz-master.ts";
import { inLanguage } from "../language.ts";
import type { Log } from "../log.ts";
import type { Meters } from "../meters.ts";
import type { Posting } from "../posting.ts";
import { showOpening } from "../present/opening.ts";
import { showWelcome } from "../present/welcome.ts";
import type { Draw } from "../reply/picture.ts";
import { message, say } from "../say.ts";
import type { Store } from "../store/store.ts";
import type { Words } from "../words/lazy-words.ts";
import { createAnswer } from "./answer.ts";
import { catalogue } from "./catalogue.ts";
import type { ChoiceCode } from "./choice-code.ts";
import { completionsFor } from "./complete.ts";
import { findCommand } from "./find-command.ts";
import type { Limits } from "./limits.ts";
import type { Load } from "./load.ts";
import { observedAnswer } from "./observed-answer.ts";
import type { Form, Tutor } from "./tutor.ts";
import { optionsOf } from "./usage.ts";
import { languageFor, wishesInTime } from "./wishes.ts";

const changeVectorsForm = { title: message("Change the vectors"), label: message("Vectors") };

export interface TutorServices {
  readonly log: Log;
  readonly store: Store;
  readonly codes: ChoiceCode;
  readonly now: () => Date;
  /** A seed for whatever is left to chance. */
  readonly draw: () => number;
  readonly quizMaster: QuizMaster;
  readonly jobs: Jobs;
  readonly posting: Pick<Posting, "post">;
  readonly words: Words;
  /** What draws pictures; absent, there are none. */
  readonly drawPicture?: Draw;
  /** How much anyone may ask for; absent, as much as they like. */
  readonly limits?: Limits;
  /** How much is taken on at once; absent, all of it. */
  readonly load?: Load;
  /** Absent, nothing is measured. */
  readonly meters?: Meters;
}

/** The tutor with all its commands. */
export const createTutor = ({
  drawPicture = async () => undefined,
  meters,
  ...services
}: TutorServices): Tutor => {
  const { codes } = services;
  const languageForAsker: Tutor["languageFor"] = async (asker) =>
    languageFor(await wishesInTime(asker, services), true, asker.locale);
  return {
    commands: catalogue,
    answer: observedAnswer(createAnswer({ commands: catalogue, ...services }), catalogue, meters),
    complete: async (asker, command, option, typed) =>
      inLanguage(await languageForAsker(asker), () => completionsFor(catalogue, command, option, typed)),
    languageFor: languageForAsker,
    codes,
    draw: async (picture, theme) => {
      if (services.load?.takesPictures() === false) return undefined;
      try {
        return await drawPicture(picture, theme);
      } catch (error) {
        services.log.warn({ err: error, kind: picture.kind }, "a picture could not be drawn");
        return undefined;
      }
    },
    installed: (workspace, bot) => services.store.installations.keep(workspace, bot),
    uninstalled: (workspace) => services.store.installations.remove(workspace),
    installations: services.store.installations,
    conversations: services.store.conversations,
    get welcome() {
      return showWelcome();
    },
    get opening() {
      return showOpening();
    },
    form: async (code): Promise<Form | undefined> => {
      const choice = await codes.decode(code);
      if (choice?.asks === undefined) return undefined;
      const command = findCommand(catalogue, choice.does.command);
      const option = command && optionsOf(command).find(({ name }) => name === choice.asks);
      return {
        title: say((option?.form ?? changeVectorsForm).title),
        label: say((option?.form ?? changeVectorsForm).label),
        hint: option?.readsVectors === true ? (command?.examples[0] ?? "") : "",
        value: String(choice.does.options[choice.asks] ?? ""),
      };
    },
  };
};
