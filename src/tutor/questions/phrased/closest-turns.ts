import { say } from "../../../say.ts";
import { spellingGap } from "../facts/draw-words.ts";
import { aboutFigures, cosineOf, figure, mostBy, pairOf, placeOf, workedOut } from "../facts/word-figures.ts";
import { inWords, type WrongPhrase } from "./phrased.ts";

/** Slips in choosing the word closest to another. */
export type ClosestSlip =
  | "spelling-taken-for-meaning"
  | "letters-counted"
  | "common-taken-for-close"
  | "related-taken-for-closest"
  | "question-turned-round"
  | "dot-product-taken-for-cosine"
  | "length-taken-for-similarity";

/** Where they lead. */
export type Wrong = Partial<Record<ClosestSlip, WrongPhrase>>;

/** What was drawn: a word, and the words to choose from. */
export interface Drawn {
  readonly target: string;
  readonly right: string;
  readonly all: readonly string[];
}

/** Where the slips lead that need no figures. */
export const wrongTurns = ({ target, right, all }: Drawn): Wrong => {
  const alike = mostBy(all, (word) => -spellingGap(target, word));
  const sameLength = all.filter((word) => word.length === target.length);
  const commonest = mostBy(all, (word) => -placeOf(word))!;
  const lowest = mostBy(all, (word) => -cosineOf(target, word));
  const second = mostBy(
    all.filter((word) => word !== right),
    (word) => cosineOf(target, word),
  );
  return {
    ...(alike !== undefined &&
      spellingGap(target, alike) <= 0.5 && {
        "spelling-taken-for-meaning": [
          alike,
          [
            say("“{alike}” only looks like “{target}”. What counts is how a word is used.", {
              alike,
              target,
            }),
          ],
        ],
      }),
    ...(sameLength.length === 1 && {
      "letters-counted": [
        sameLength[0]!,
        [
          say("Both words have {count} letters. But here each word has 100 components, however long it is.", {
            count: target.length,
          }),
        ],
      ],
    }),
    "common-taken-for-close": [
      commonest,
      [
        say("“{commonest}” is the commonest of these words. How common a word is does not bring it closer.", {
          commonest,
        }),
      ],
    ],
    ...(second !== undefined &&
      cosineOf(target, second) >= 0.35 && {
        "related-taken-for-closest": [
          second,
          [
            say("“{second}” is not far off, with a cosine of {cosine}. Still, another word is closer.", {
              second,
              cosine: figure(cosineOf(target, second)),
            }),
          ],
        ],
      }),
    ...(lowest !== undefined && {
      "question-turned-round": [
        lowest,
        [
          say(
            "“{lowest}” is the least similar of all, with a cosine of {cosine}. The closest has the largest.",
            {
              lowest,
              cosine: figure(cosineOf(target, lowest)),
            },
          ),
        ],
      ],
    }),
  };
};

/** Whether every wrong word is reached by a slip. */
export const covers = (wrong: Wrong, { all, right }: Drawn): boolean =>
  all.every((word) => word === right || Object.values(wrong).some(([phrase]) => phrase === word));

/** The cosines worked out, and what the plain dot product would say. */
export const solve = ({ target, all }: Drawn) => {
  const pairs = all.map((word) => pairOf(target, word)).toSorted((x, y) => y.cosine - x.cosine);
  const [first] = pairs;
  const byDot = mostBy(pairs, ({ dot }) => dot);
  const [, favoured] = byDot?.words ?? [];
  return inWords(
    [[say("The cosines:"), ...pairs.map(workedOut)].join("\n")],
    [say(aboutFigures)],
    ...(favoured === undefined || byDot === first
      ? []
      : [
          [
            say("By the plain dot product “{favoured}” would win, as its vector is longer.", { favoured }),
            ...(placeOf(favoured) < placeOf(first!.words[1])
              ? [
                  " ",
                  say("Common words tend to have longer vectors in this set, and it is the commoner word."),
                ]
              : []),
          ],
        ]),
  );
};

/** One line why the right word is closest. */
export const because = ({ target, right, all }: Drawn): string => {
  const next = mostBy(
    all.filter((word) => word !== right),
    (word) => cosineOf(target, word),
  )!;
  return say("The cosine of “{target}” and “{right}” is {cosine}. Next comes “{next}” with {second}.", {
    target,
    right,
    cosine: figure(cosineOf(target, right)),
    next,
    second: figure(cosineOf(target, next)),
  });
};
