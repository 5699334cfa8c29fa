import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory.js";
import RateLimiterRes from "rate-limiter-flexible/lib/RateLimiterRes.js";
import { type PlaceId, placesOutwards, workspaceOf } from "../identity.ts";
import type { TooQuick } from "../problem.ts";
import type { CountTogether, SharedCount } from "../store/postgres/shared-counts.ts";
import type { Invocation } from "./command.ts";
import type { Weight } from "./weight.ts";

/** Counts what learners, places and workspaces ask for, and says when it is too much for now. */
export interface Limits {
  /** Undefined when it may be answered. */
  readonly charge: (
    from: Pick<Invocation, "learner" | "place" | "address">,
    weight: Weight,
  ) => Promise<TooQuick | undefined>;
}

/** What an answer costs. */
const costs: Readonly<Record<Weight, number>> = { free: 0, own: 1, light: 1, usual: 2, heavy: 6 };

/**
 * How much may be asked for in a window of 60 seconds. Nobody who reads the answers comes near it: a learner has 30
 * typed commands, 60 presses or 10 tables of words; an address of the internet has as much as 4 such learners at their
 * quickest. What the people of a place ask for beyond a share of their own counts for a channel with its threads, and for
 * a workspace, which has ten such channels. So what a place has grows with the people in it, and nobody can use up
 * what the others are sure of.
 */
export const allowance = { seconds: 60, learner: 60, address: 240, place: 240, workspace: 2_400 } as const;

/** What each learner is sure of, in a minute, wherever they are and whatever the others do: 8 typed commands. */
export const ownShare = 16;

/** Direct messages on Discord and the page belong to nobody together: strangers may not use up each other's share. */
const noWorkspaces: ReadonlySet<PlaceId> = new Set(["discord:place:direct", "web:place:page"]);

/** One allowance, as this process counts it, and all of them. */
interface Count {
  readonly whose: TooQuick["whose"];
  readonly here: RateLimiterMemory;
  readonly together: SharedCount | undefined;
}

/**
 * Counts in this process, and with `countTogether` over all that share the database as well. No answer waits for that:
 * a process hears a little later that others have let a learner through, too, and refuses from then on. While the
 * database is away, each counts by itself.
 */
export const createLimits = (countTogether?: CountTogether): Limits => {
  const of = (whose: TooQuick["whose"]): Count => ({
    whose,
    here: new RateLimiterMemory({ points: allowance[whose], duration: allowance.seconds }),
    together: countTogether?.(whose, allowance[whose], allowance.seconds),
  });
  const [learners, places, workspaces] = [of("learner"), of("place"), of("workspace")];
  // Each process counts addresses for itself, so that none is kept.
  const addresses: Count = { ...of("address"), together: undefined };
  return {
    charge: async ({ learner, place, address }, weight) => {
      const cost = costs[weight];
      if (cost === 0) return undefined;
      const channel = placesOutwards(place).at(-2) ?? place;
      const workspace = workspaceOf(place);
      const shared = weight !== "own" && !(await isWithinShare(learners, learner, cost));
      // The narrowest comes first: what one learner is refused is not taken from the others.
      return (
        (await refused(learners, learner, cost)) ??
        (address === undefined ? undefined : await refused(addresses, address, cost)) ??
        (shared ? await refused(places, channel, cost) : undefined) ??
        (shared && !noWorkspaces.has(workspace) ? await refused(workspaces, workspace, cost) : undefined)
      );
    },
  };
};

const isWithinShare = async ({ here }: Count, learner: string, cost: number): Promise<boolean> =>
  ((await here.get(learner))?.consumedPoints ?? 0) + cost <= ownShare;

const refused = async (count: Count, key: string, cost: number): Promise<TooQuick | undefined> => {
  const { whose, here } = count;
  try {
    await here.consume(key, cost);
    void tellOthers(count, key, cost);
    return undefined;
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return { kind: "too-quick", whose, seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)) };
  }
};

/** Adds to what all processes count, and refuses here what is too much for all of them. */
const tellOthers = async ({ here, together }: Count, key: string, cost: number): Promise<void> => {
  try {
    const wait = (await together?.add(key, cost)) ?? 0;
    if (wait > 0) await here.block(key, Math.ceil(wait / 1_000));
  } catch {
    // The database is away, as its own watch tells: what is counted here holds meanwhile.
  }
};
