import { err, ok, type Result } from "../base/result.ts";
import type { Problem } from "../problem.ts";
import { say } from "../say.ts";
import { isZone, readTime } from "../zone.ts";
import type { Invocation } from "./command.ts";

/** When something comes every day. */
export interface TimeOfDay {
  /** After midnight. */
  readonly minutes: number;
  /** Where the clock hangs, as Europe/Berlin. */
  readonly zone: string;
}

/** As it is typed: the time may be “off”. */
export interface TimeWishes {
  readonly at?: string | undefined;
  readonly zone?: string | undefined;
}

/** What holds where nothing is typed, and times to name as examples. */
export interface UsualTime {
  readonly minutes: number;
  readonly zone?: string | undefined;
  readonly examples: string;
}

/** Reads when something shall come every day; undefined for “off”. */
export const readTimeOfDay = async (
  { at, zone }: TimeWishes,
  usual: UsualTime,
  { timeZone }: Pick<Invocation, "timeZone">,
): Promise<Result<TimeOfDay | undefined, Problem>> => {
  if (at?.trim().toLowerCase() === "off") return ok(undefined);
  const minutes = at === undefined ? usual.minutes : readTime(at);
  if (minutes === undefined)
    return err({
      kind: "bad-option",
      option: "at",
      given: at ?? "",
      wanted: say("a time such as {examples}, or off", { examples: usual.examples }),
    });
  const wanted = zone ?? usual.zone ?? (await timeZone?.()) ?? "UTC";
  if (!isZone(wanted))
    return err({
      kind: "bad-option",
      option: "zone",
      given: wanted,
      wanted: say("a time zone such as Europe/Berlin"),
    });
  return ok({ minutes, zone: wanted });
};
