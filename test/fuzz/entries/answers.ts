import * as fc from "fast-check";
import type { Input } from "../../../src/commands/command.ts";
import { createLog } from "../../../src/log.ts";
import { quietTutor, storeOpened } from "../../support/tutor.ts";
import { type Entry, insist } from "../entry.ts";
import { insistOnShowing } from "../showable.ts";
import { commandName, typed } from "../texts.ts";
import { codes } from "./commands.ts";

const message = fc.record({ text: typed, codes: fc.array(codes.input, { maxLength: 3 }) });

const input: fc.Arbitrary<Input> = fc.oneof(
  fc.record({ kind: fc.constant("said" as const), text: typed }),
  fc.record({ kind: fc.constant("said" as const), text: typed, about: message }),
  fc.record({ kind: fc.constant("line" as const), command: commandName, line: typed }),
  fc.record({ kind: fc.constant("about" as const), command: commandName, message }),
  fc.record({ kind: fc.constant("pressed" as const), code: codes.input }),
  fc.record({ kind: fc.constant("pressed" as const), code: codes.input, typed }),
);

/** All of the tutor behind the platforms, with its database. */
export const answers: Entry<Input> = {
  name: "answers",
  input,
  open: async () => {
    const faults: string[] = [];
    const tutor = quietTutor({ log: createLog("error", { write: (line) => faults.push(line) }) });
    await storeOpened(tutor);
    let events = 0;
    return {
      check: async (given) => {
        faults.length = 0;
        events += 1;
        const learner = `discord:learner:${events % 7}` as const;
        const answer = await tutor.answer({
          input: given,
          id: String(events),
          learner,
          place: "discord:place:guild/channel",
          locale: "en",
        });
        insist(answer.problem?.kind !== "fault" && faults.length === 0, () => faults.join("\n"));
        insistOnShowing(answer.reply, tutor.codes);
      },
    };
  },
};
