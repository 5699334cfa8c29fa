import type { Tutor } from "../../src/commands/tutor.ts";
import { createLog } from "../../src/log.ts";
import { createPictures } from "../../src/pictures/draw.ts";
import { rasterise } from "../../src/pictures/rasterise.ts";
import { toSvg } from "../../src/pictures/to-svg.ts";
import type { Picture } from "../../src/reply/picture.ts";
import { examplePictures } from "../support/example-pictures.ts";
import { openEmpty } from "../support/store.ts";
import { quietTutor } from "../support/tutor.ts";
import { byLatex } from "./latex.ts";
import { atRate, percentile } from "./measure.ts";
import { multiple, type Row } from "./row.ts";

/** The middle of some times, and the longest of a hundred. */
const latencyOf = (times: readonly number[]) => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
});

/** How often each picture is drawn when all is warm. */
const rounds = 20;

/** How many pictures are asked for at once, every so many milliseconds. */
const [crowd, every] = [20, 1_000];

/** Calls a second while they are drawn, and for how many seconds. */
const [perSecond, seconds] = [50, 10];

const log = createLog("error");

const timed = async (act: () => unknown): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

/** Nothing but paper, of that picture's size. */
const empty = async (picture: Picture) => {
  const { width, height } = await toSvg(picture, "light");
  const box = `width="${width}" height="${height}"`;
  return {
    width,
    height,
    markup: `<svg xmlns="http://www.w3.org/2000/svg" ${box}><rect ${box} fill="#fff"/></svg>`,
  };
};

/** The first picture of a kind on a thread that is started for it. */
const coldly = async (picture: Picture): Promise<number> => {
  const pictures = createPictures({ log });
  const time = await timed(() => pictures.draw(picture, "light"));
  await pictures.close();
  return time;
};

const times = async (howOften: number, act: (i: number) => unknown): Promise<readonly number[]> => {
  const all: number[] = [];
  for (let i = 0; i < howOften; i += 1) all.push(await timed(() => act(i)));
  return all;
};

/** Each in turn, after each was drawn once: the first time does not count. */
const repeatedly = async (pictures: readonly Picture[], act: (picture: Picture) => unknown) => {
  const turn = (i: number) => act(pictures[i % pictures.length]!);
  await times(pictures.length, turn);
  return latencyOf(await times(rounds * pictures.length, turn));
};

const benchKind = async (kind: string, pictures: readonly Picture[]): Promise<readonly Row[]> => {
  const cold = await coldly(pictures[0]!);
  const papers = new Map(
    await Promise.all(pictures.map(async (picture) => [picture, await empty(picture)] as const)),
  );
  const paper = await repeatedly(pictures, (picture) => rasterise(papers.get(picture)!));
  const warm = await repeatedly(pictures, async (picture) => rasterise(await toSvg(picture, "light")));
  return [
    multiple(`${kind}: first picture, thread and all, beside an empty one`, cold, paper.p50, "ms"),
    multiple(`${kind}: a picture beside an empty one, p50`, warm.p50, paper.p50, "ms"),
    multiple(`${kind}: a picture beside an empty one, p99`, warm.p99, paper.p99, "ms"),
  ];
};

/** Answers to /dot at a steady rate, in milliseconds. */
const answers = (tutor: Tutor, howLong = seconds): Promise<readonly number[]> =>
  atRate(perSecond, howLong, (i) =>
    tutor.answer({
      input: { kind: "line", command: "dot", line: `2,3,${i} 1,0,2` },
      id: `${i}`,
      learner: "web:learner:a",
      place: "web:place:a",
      locale: "en",
    }),
  );

/** What 20 pictures at once do to answers, and how long the last of the 20 takes beside one alone. */
const benchCrowd = async (): Promise<readonly Row[]> => {
  const { store } = await openEmpty();
  const tutor = quietTutor({ store });
  await answers(tutor, 3);
  const alone = latencyOf(await answers(tutor));
  const pictures = createPictures({ log });
  let drawn = 0;
  const one = (): Picture => {
    drawn += 1;
    const lines = [{ relation: "=" as const, tex: `2 \\times ${drawn} + 3 \\times 0 + 4 \\times 2` }];
    return { kind: "formula", chains: [{ subject: `(2, 3, 4) \\cdot (${drawn}, 0, 2)`, lines }] };
  };
  await times(rounds, () => pictures.draw(one(), "light"));
  const single = latencyOf(await times(rounds, () => pictures.draw(one(), "light")));
  const crowds: Promise<number>[] = [];
  const crowded = setInterval(() => {
    const all = Array.from({ length: crowd }, () => pictures.draw(one(), "light"));
    crowds.push(timed(() => Promise.all(all)));
  }, every);
  const beside = latencyOf(await answers(tutor));
  clearInterval(crowded);
  const last = latencyOf(await Promise.all(crowds));
  const again = one();
  await pictures.draw(again, "light");
  const kept = latencyOf(await times(rounds, () => pictures.draw(again, "light")));
  await pictures.close();
  await store.close();
  return [
    multiple(`/dot while ${crowd} pictures are drawn, beside none, p50`, beside.p50, alone.p50, "ms"),
    multiple(`/dot while ${crowd} pictures are drawn, beside none, p99`, beside.p99, alone.p99, "ms"),
    multiple(`the last of ${crowd} pictures asked for at once, beside one alone`, last.p50, single.p50, "ms"),
    multiple("a picture that is kept, beside drawing it", kept.p50, single.p50, "ms"),
  ];
};

/** Each kind of picture, answers beside a crowd of pictures, and formulas beside those of a TeX installation. */
export const benchPictures = async (): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const [kind, examples] of Object.entries(examplePictures))
    rows.push(...(await benchKind(kind, Object.values<Picture>(examples))));
  rows.push(...(await benchCrowd()), ...(await byLatex()));
  return rows;
};
