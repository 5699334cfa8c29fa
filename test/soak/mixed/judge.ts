import { isFault } from "./check.ts";
import { longest, type Sent } from "./ledger.ts";
import { bySockets, type Route } from "./route.ts";
import type { TroubleKind, Troubles } from "./troubles.ts";

/** What became of the events that were sent. */
export interface Judged {
  readonly sent: number;
  readonly answered: number;
  /** Answered with “That went wrong, and it is my fault”, while the database was in trouble. */
  readonly toldOfFault: number;
  /** Not answered, as the process was killed within the three seconds that a platform waits, or while it waited for its database. */
  readonly cutByKill: number;
  /** Not answered, as the connection by which it comes was not there within those seconds. */
  readonly cutByNetwork: number;
  /** Not answered for no such reason, or told of a fault for none: a sentence each. */
  readonly lost: readonly string[];
  /** From an event to its answer, in milliseconds. */
  readonly latencies: readonly number[];
}

/** So long a platform waits for the first sign of an answer, in milliseconds. */
const patienceOfPlatform = 3_000;

/** For so long after the database was in trouble an answer may still say so. */
const aftermath = 15_000;

const ofDatabase: readonly TroubleKind[] = ["database slow", "database away", "disk full", "process frozen"];

const hasAny = (among: ReadonlySet<TroubleKind>, kinds: readonly TroubleKind[]): boolean =>
  kinds.some((kind) => among.has(kind));

/** Why an event has no answer. */
const whyNone = (sent: Sent, { kills, gone }: Route, troubles: Troubles): "kill" | "network" | "lost" => {
  const first = troubles.within(sent.at, sent.at + patienceOfPlatform);
  if (hasAny(first, kills)) return "kill";
  const waited = hasAny(troubles.within(sent.at - 1_000, sent.at + patienceOfPlatform), ofDatabase);
  if (waited && hasAny(troubles.within(sent.at, sent.at + longest), kills)) return "kill";
  return first.has(gone) ? "network" : "lost";
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;

const describe = (sent: Sent, begun: number, troubles: Troubles): string => {
  const around = [...troubles.within(sent.at - 2_000, sent.at + 6_000)].join(", ") || "nothing amiss";
  return `${sent.what} of ${sent.learner} (${sent.deed.event}) at ${seconds(sent.at - begun)}${sent.isTwice ? ", brought twice" : ""}; around it: ${around}`;
};

export const judge = (
  all: readonly Sent[],
  troubles: Troubles,
  begun: number,
  routeOf: (sent: Sent) => Route = bySockets,
): Judged => {
  const answered = all.filter(({ answeredAt }) => answeredAt !== undefined);
  const faults = answered.filter(({ deed }) => deed.told().some(isFault));
  const explained = faults.filter(({ at, answeredAt }) =>
    hasAny(troubles.within(at - aftermath, answeredAt!), ofDatabase),
  );
  const none = all.filter(({ answeredAt }) => answeredAt === undefined);
  const because = (why: ReturnType<typeof whyNone>) =>
    none.filter((sent) => whyNone(sent, routeOf(sent), troubles) === why);
  return {
    sent: all.length,
    answered: answered.length,
    toldOfFault: explained.length,
    cutByKill: because("kill").length,
    cutByNetwork: because("network").length,
    lost: [
      ...because("lost").map((sent) => `no answer: ${describe(sent, begun, troubles)}`),
      ...faults
        .filter((sent) => !explained.includes(sent))
        .map((sent) => `told of a fault: ${describe(sent, begun, troubles)}`),
    ],
    latencies: answered.map(({ at, answeredAt }) => answeredAt! - at).sort((x, y) => x - y),
  };
};
