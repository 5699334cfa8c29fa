import { createHash } from "node:crypto";
import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

/** What all processes on one database take up of an allowance. */
export interface SharedCount {
  /** Adds points under a key. Gives the milliseconds until the key may take up more: 0 unless it went over. */
  readonly add: (key: string, points: number) => Promise<number>;
}

/** A count of what may be taken up in a window of so many seconds; counts of different names share no keys. */
export type CountTogether = (name: string, points: number, seconds: number) => SharedCount;

/** Counts in the table `limits` of a server. Rows go an hour after their window, by the limiter's own timer. */
export const createSharedCounts =
  (pool: pg.Pool): CountTogether =>
  (name, points, seconds) => {
    const limiter = new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "limits",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
    return {
      add: async (key, cost) => {
        try {
          await limiter.consume(digestOf(key), cost);
          return 0;
        } catch (refusal) {
          if (!(refusal instanceof RateLimiterRes)) throw refusal;
          return refusal.msBeforeNext;
        }
      },
    };
  };

/** Counts outlive what is kept about a learner by an hour, so they do not tell whose they are. */
const digestOf = (key: string): string => createHash("sha256").update(key).digest("base64url").slice(0, 24);
