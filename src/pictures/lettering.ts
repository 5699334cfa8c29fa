import { visible } from "../base/visible.ts";

/**
 * How wide DejaVu Sans sets the characters of ASCII and a few more, in hundredths of the font size, rather more than
 * less. Nothing here can measure text as a browser does, and labels have to be cut and placed before they are drawn.
 */
const widths = new Map<string, number>(
  Object.entries({
    30: " ,.'IJijl",
    36: "-/:;\\f|·",
    41: "!()[]rt",
    46: '"',
    52: "*_`sz‖°“”",
    57: "?Lc",
    62: "FPTYaekovxy",
    65: "$0123456789EKSbdghnpqu{}",
    70: "ABCRVXZ",
    77: "DGHNU",
    80: "&OQw",
    84: "#+<=>M^~",
    97: "%m",
    100: "@W",
  }).flatMap(([hundredths, characters]) =>
    [...characters].map((character) => [character, Number(hundredths) / 100] as const),
  ),
);

const widthOfCharacter = (character: string): number => {
  const known = widths.get(character);
  if (known !== undefined) return known;
  if (/\p{M}|\p{Cf}/u.test(character)) return 0;
  if (/\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(character))
    return 1.05;
  return /[\p{Lu}\p{Sm}…жшщюф]/u.test(character) ? 0.85 : 0.65;
};

export interface Lettering {
  readonly size: number;
  readonly bold?: boolean;
}

/** About how many pixels a text takes; rather more than less. */
export const widthOf = (text: string, { size, bold }: Lettering): number =>
  [...text].reduce((sum, character) => sum + widthOfCharacter(character), 0) * size * (bold ? 1.13 : 1);

/** The most characters that a text of any kind keeps, however narrow they are. */
const mostCharacters = 200;

/** A text as it can stand in a picture, that is no wider than `most` pixels, its end cut where it would be. */
export const cut = (text: string, most: number, lettering: Lettering): string => {
  const characters = [...visible(text)];
  const kept = characters.slice(0, mostCharacters);
  while (
    kept.length > 0 &&
    widthOf(kept.join(""), lettering) + (kept.length < characters.length ? lettering.size : 0) > most
  ) {
    kept.pop();
  }
  return kept.length < characters.length ? `${kept.join("").trimEnd()}…` : kept.join("");
};

/** A text as lines no wider than `width` pixels, and no more than `most` of them. */
export const wrap = (text: string, width: number, lettering: Lettering, most = 4): readonly string[] => {
  const lines: string[] = [];
  const words = visible(text).split(" ");
  let line = "";
  for (const [n, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || widthOf(longer, lettering) <= width) {
      line = longer;
    } else if (lines.length === most - 1) {
      line = [line, ...words.slice(n)].join(" ");
      break;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((each) => cut(each, width, lettering)).filter((each) => each !== "");
};
