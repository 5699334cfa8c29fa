import type { Log } from "../log.ts";
import { createAnswer } from "./answer.ts";
import { catalogue } from "./catalogue.ts";
import { createChoiceCode } from "./choice-code.ts";
import { completionsFor } from "./complete.ts";
import { findCommand } from "./find-command.ts";
import { createKeptTexts, type KeptTexts } from "./kept-texts.ts";
import type { Form, Tutor } from "./tutor.ts";
import type { Work } from "./work.ts";

export interface TutorServices {
  readonly log: Log;
  /** Where codes too long for a button are kept. */
  readonly kept?: KeptTexts;
  /** Where the vectors of the latest answers are kept. */
  readonly recent?: KeptTexts;
  /** Where heavy calls run; absent, they run on this thread. */
  readonly work?: Work;
}

/** The tutor with all its commands. */
export const createTutor = ({
  log,
  kept = createKeptTexts(),
  recent = createKeptTexts(),
  work,
}: TutorServices): Tutor => {
  const codes = createChoiceCode(kept);
  return {
    commands: catalogue,
    answer: createAnswer({
      commands: catalogue,
      codes,
      recent,
      log,
      ...(work === undefined ? {} : { work }),
    }),
    complete: (command, option, typed) => completionsFor(catalogue, command, option, typed),
    codes,
    form: (code): Form | undefined => {
      const choice = codes.decode(code);
      if (choice?.asks === undefined) return undefined;
      const command = findCommand(catalogue, choice.does.command);
      return {
        title: "Change the vectors",
        label: "Vectors",
        hint: command?.examples[0] ?? "",
        value: String(choice.does.options[choice.asks] ?? ""),
      };
    },
  };
};
