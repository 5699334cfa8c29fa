import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type PlaceId, placesOutwards, workspaceOf } from "../identity.ts";
import type { TooQuick } from "../problem.ts";
import type { Invocation } from "./command.ts";
import type { Weight } from "./weight.ts";

/** Counts what learners, places and workspaces ask for, and says when it is too much for now. */
export interface Limits {
  /** Undefined when it may be answered. */
  readonly charge: (
    from: Pick<Invocation, "learner" | "place">,
    weight: Weight,
  ) => Promise<TooQuick | undefined>;
}

/** What an answer costs. */
const costs: Readonly<Record<Weight, number>> = { free: 0, light: 1, usual: 2, heavy: 6 };

/**
 * How much may be asked for in a window of 60 seconds. Nobody who reads the answers comes near it: a learner has 30
 * typed commands, 60 presses or 10 tables of words; a channel with its threads has as many as 4 such learners at their
 * quickest, or a class of 40 with 3 commands each; a workspace has ten such channels.
 */
export const allowance = { seconds: 60, learner: 60, place: 240, workspace: 2_400 } as const;

/** Direct messages on Discord belong to no workspace: strangers to each other may not use up each other's share. */
const noWorkspace: PlaceId = "discord:place:direct";

/**
 * Counts in this process alone. Where several share the work, each sees its part of what is asked and allows the whole:
 * the limits keep one process answering, and are no tariff.
 */
export const createLimits = (): Limits => {
  const of = (points: number) => new RateLimiterMemory({ points, duration: allowance.seconds });
  const [learners, places, workspaces] = [
    of(allowance.learner),
    of(allowance.place),
    of(allowance.workspace),
  ];
  return {
    charge: async ({ learner, place }, weight) => {
      const cost = costs[weight];
      if (cost === 0) return undefined;
      const channel = placesOutwards(place).at(-2) ?? place;
      const workspace = workspaceOf(place);
      // The narrowest comes first: what one learner is refused is not taken from the others.
      return (
        (await refused(learners, learner, cost, "learner")) ??
        (await refused(places, channel, cost, "place")) ??
        (workspace === noWorkspace ? undefined : await refused(workspaces, workspace, cost, "workspace"))
      );
    },
  };
};

const refused = async (
  limiter: RateLimiterMemory,
  key: string,
  cost: number,
  whose: TooQuick["whose"],
): Promise<TooQuick | undefined> => {
  try {
    await limiter.consume(key, cost);
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { kind: "too-quick", whose, seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) };
  }
};
