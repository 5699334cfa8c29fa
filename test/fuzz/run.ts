import * as fc from "fast-check";
import { type Entry, insist } from "./entry.ts";
import { leastWork } from "./work.ts";

/** What came of one entry's inputs. */
export interface Outcome {
  readonly name: string;
  readonly inputs: number;
  readonly seconds: number;
  /** How long the slowest took, in milliseconds, and which it was, shortened. */
  readonly slowest: { readonly took: number; readonly input: string };
  /** The smallest input that is not dealt with, and what is wrong. */
  readonly found?: { readonly input: unknown; readonly seed: number; readonly sentence: string };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Tries so many inputs. Everything that happens follows from the seed. */
export const run = async <Input>(
  { name, input, most = Number.POSITIVE_INFINITY, open }: Entry<Input>,
  inputs: number,
  seed: number,
): Promise<Outcome> => {
  const { check, close } = await open();
  const start = performance.now();
  let tried = 0;
  const strays: unknown[] = [];
  const note = (error: unknown) => void strays.push(error);
  process.on("unhandledRejection", note);
  let slowest = { took: 0, input: "" };
  try {
    const { failed, counterexample, errorInstance } = await fc.check(
      fc.asyncProperty(input, async (given) => {
        const before = performance.now();
        const least = await leastWork(() => check(given), most);
        insist(least <= most, () => `it takes ${Math.round(least)} ms, and ${most} is the most`);
        // A promise that nobody waits for is told of when all that is ready has been done.
        await turn();
        if (strays.length > 0) throw strays.splice(0)[0];
        const took = performance.now() - before;
        tried += 1;
        if (took > slowest.took) slowest = { took, input: JSON.stringify(given).slice(0, 120) };
      }),
      { numRuns: inputs, seed, endOnFailure: false },
    );
    return {
      name,
      inputs: tried,
      seconds: (performance.now() - start) / 1_000,
      slowest,
      ...(failed
        ? { found: { input: counterexample?.[0], seed, sentence: String((errorInstance as Error)?.stack) } }
        : {}),
    };
  } finally {
    process.off("unhandledRejection", note);
    await close?.();
  }
};
