import { readFileSync } from "node:fs";
import { foldWord, isWord } from "./tokenise.ts";

/**
 * Offensive wherever they stand in a word, so that inflections and compounds are found too; but not in “snigger” or
 * “niggardly”. Lists made for sentences look for many more, and go off at “Fukuoka”, “cumin”, “shiitake” or “annals”:
 * `offensive.txt` names those words whole.
 */
const roots =
  /fuck|(?<!s)nigger|nigga(?!rd)|faggot|^whore|bitch|pornog|pornst|^porno|masturbat|blowjob|gangbang|motherf/u;

let listed: ReadonlySet<string> | undefined;

const readList = (): ReadonlySet<string> =>
  new Set(
    readFileSync(new URL("offensive.txt", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")),
  );

/**
 * Whether a word of a vocabulary should not be suggested where others read along: it swears, is coarse about sex or
 * the body, or is a slur. That a word is not offensive does not mean that it is kind: an embedding has also learnt what
 * people write about one another.
 */
export const isOffensive = (word: string): boolean => {
  listed ??= readList();
  const folded = foldWord(word);
  return (
    listed.has(folded) || (/[^s]s$/.test(folded) && listed.has(folded.slice(0, -1))) || roots.test(folded)
  );
};

/** Whether a word may be suggested: it has letters and is not offensive. For `mayName` of `nearest` and the like. */
export const maySuggest = (word: string): boolean => isWord(word) && !isOffensive(word);
