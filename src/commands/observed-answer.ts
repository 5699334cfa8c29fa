import { platformOf } from "../identity.ts";
import { type Meters, noMeters } from "../meters.ts";
import { inRequest } from "../request.ts";
import type { Command } from "./command.ts";
import { findCommand } from "./find-command.ts";
import type { Tutor } from "./tutor.ts";

/** The same answers, each under the id of its request, counted and timed. */
export const observedAnswer =
  (answer: Tutor["answer"], commands: readonly Command[], meters: Meters = noMeters): Tutor["answer"] =>
  (invocation) =>
    inRequest(async () => {
      const begin = performance.now();
      const answered = await answer(invocation);
      const command = findCommand(commands, answered.command ?? "")?.name ?? "unknown";
      const platform = platformOf(invocation.learner);
      const outcome = answered.problem?.kind ?? "answered";
      meters.answered({
        command,
        platform,
        outcome,
        seconds: (performance.now() - begin) / 1000,
      });
      return answered;
    });
