import { Bench } from "tinybench";
import type { Input } from "../../src/commands/command.ts";
import { dotProduct } from "../../src/math/dot.ts";
import { readVectors } from "../../src/math/read-vectors.ts";
import { openEmpty } from "../support/store.ts";
import { quietTutor } from "../support/tutor.ts";
import { type Row, row } from "./measure.ts";

/** Commands a second through the whole command layer, beside reading and computing alone. */
export const benchCommandLayer = async (): Promise<readonly Row[]> => {
  const { store } = await openEmpty();
  const tutor = quietTutor({ store });
  const answer = (input: Input) =>
    tutor.answer({ input, id: "1", learner: "web:learner:a", place: "web:place:a", locale: "en" });
  const compute = (text: string) => {
    const read = readVectors(text);
    if (!read.ok) throw new Error(read.problem.kind);
    const [a, b] = read.value;
    return dotProduct(a!, b!);
  };
  const long = Array.from({ length: 768 }, (_, i) => `0.${i}`).join(",");
  const rows: Row[] = [];
  for (const [what, vectors] of [
    ["3 components", "2,3,4 1,0,2"],
    ["768 components", `${long} ${long}`],
  ] as const) {
    const bench = new Bench({ time: 1_000, warmupTime: 300 });
    bench
      .add("ours", () => answer({ kind: "line", command: "dot", line: vectors }))
      .add("computing alone", () => {
        compute(vectors);
      });
    await bench.run();
    const [ours, alone] = bench.tasks.map(({ result }) =>
      "throughput" in result ? result.throughput.mean : Number.NaN,
    );
    rows.push(row(`/dot of ${what}, a second, beside reading and computing alone`, ours!, alone!, "/s"));
  }
  await store.close();
  return rows;
};
