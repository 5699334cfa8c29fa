import type { Random } from "../../../random.ts";
import { say } from "../../../say.ts";
import { quizWords } from "../../../words/quiz-words.ts";
import { drawUntil, pickFitting } from "../facts/draw.ts";
import { pairOf, type WordPair, worksOut } from "../facts/word-figures.ts";
import {
  cosines,
  type FigureSlip,
  hints,
  isTaken,
  named,
  product,
  solve,
  told,
  type WordPairSlip,
  wrongTurns,
} from "./pair-turns.ts";
import type { Phrased } from "./phrased.ts";

/** How far apart dot products must lie, and what share of the best pair’s another must have at least. */
const [dotMargin, comparable] = [1, 0.6];

let every: readonly WordPair[] | undefined;

/** All pairs of words of one group whose shown figures lead to the shown cosine. */
const allPairs = (): readonly WordPair[] => {
  every ??= quizWords()
    .groups.flatMap(({ words }) =>
      words.flatMap((word, i) => words.slice(i + 1).map((other) => pairOf(word, other))),
    )
    .filter((pair) => pair.dot > 0 && worksOut(pair));
  return every;
};

const shareNoWord = (one: WordPair, other: WordPair): boolean =>
  !one.words.some((word) => other.words.includes(word));

/** Whether the pair with the larger dot product is the more similar one, too. */
export const largerDot = (random: Random, margin: number): Phrased<WordPairSlip> => {
  // Either answer is right in half of the questions, and neither short nor long vectors always win.
  const [agrees, isLonger] = [random.whole(0, 1) === 1, random.whole(0, 1) === 1];
  return drawUntil(() => {
    const best = random.pick(allPairs());
    const other = pickFitting(
      random,
      allPairs(),
      (pair) =>
        best.cosine - pair.cosine >= margin &&
        (agrees ? best.dot - pair.dot : pair.dot - best.dot) >= dotMargin &&
        pair.dot >= comparable * best.dot &&
        (!agrees || product(best) > product(pair) === isLonger) &&
        shareNoWord(best, pair),
    );
    if (other === undefined) return undefined;
    const pairs = random.shuffle([best, other]);
    const more = agrees ? best : other;
    const phraseOf = (pair: WordPair): string =>
      say(pair === more ? "yes: {pair} are more similar" : "no: {pair} are more similar", {
        pair: named(pair),
      });
    return {
      prompt: [
        say("From GloVe’s vectors: {told}. Does the larger dot product mean more similar here, by cosine?", {
          told: pairs.map(told).join("; "),
        }),
      ],
      right: phraseOf(best),
      wrong: {
        // Where the larger dot product it is the longer pair’s, so that only one of two slips can be told.
        ...wrongTurns(
          pairs,
          agrees
            ? ["length-taken-for-similarity", "long-vectors-distrusted"]
            : ["dot-product-taken-for-cosine"],
          phraseOf,
        ),
        "components-demanded": [
          say("one cannot tell without all components"),
          [
            say(
              "A cosine needs the components only for the dot product and the norms, and you have all of these.",
            ),
          ],
        ],
      },
      hints: hints(pairs),
      because: [say("The cosine is {cosines}.", { cosines: cosines(pairs) })],
      solve: solve(pairs, best, more),
    };
  });
};

/** Which of three pairs is the most similar, where the largest dot product is another pair’s. */
export const bestOfThree = (random: Random, slips: readonly FigureSlip[]): Phrased<WordPairSlip> =>
  drawUntil(() => {
    const best = random.pick(allPairs());
    const isLess = (pair: WordPair): boolean => best.cosine - pair.cosine >= 0.08 && shareNoWord(best, pair);
    const byDot = pickFitting(random, allPairs(), (pair) => isLess(pair) && pair.dot - best.dot >= dotMargin);
    if (byDot === undefined) return undefined;
    const third = pickFitting(
      random,
      allPairs(),
      (pair) =>
        isLess(pair) &&
        byDot.dot - pair.dot >= dotMargin &&
        pair.dot >= comparable * best.dot &&
        shareNoWord(byDot, pair) &&
        isTaken(pair, [best, byDot], slips),
    );
    if (third === undefined) return undefined;
    const pairs = random.shuffle([best, byDot, third]);
    return {
      prompt: [
        say("From GloVe’s vectors: {told}. Which pair is the most similar by cosine?", {
          told: pairs.map(told).join("; "),
        }),
      ],
      right: named(best),
      wrong: wrongTurns(pairs, slips, named),
      hints: hints(pairs),
      because: [say("The cosine is {cosines}.", { cosines: cosines(pairs) })],
      solve: solve(pairs, best, byDot),
    };
  });
