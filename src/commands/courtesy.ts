import { currentLanguage } from "../language.ts";
import { findMeaning, talkIn } from "../understanding/find-meaning.ts";
import phrases from "./courtesies.json" with { type: "json" };

/** What people say to somebody before, between and after what they want. */
export const courtesies = ["hello", "thanks", "goodbye"] as const;

export type Courtesy = (typeof courtesies)[number];

/** A courtesy is short; longer text is read for what it asks. */
const longest = 100;

type Meaning = Courtesy | "address";

/** The longest first, so that “good morning” is not taken for a “good” and something else. */
const known: readonly (readonly [string, Meaning])[] = ([...courtesies, "address"] as const)
  .flatMap((meaning) => phrases[meaning].map((phrase) => [phrase, meaning] as const))
  .toSorted(([one], [other]) => other.length - one.length);

const between = /^[\s.,;!?¡¿…~)(-]+/u;

/** The skin of a hand, and whether it is drawn in colour. */
const looks = /[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu;

/**
 * The courtesy that a text is, where it says nothing else; nothing at all is taken for a hello, as from somebody who
 * mentions the tutor to see what it does.
 */
export const courtesyIn = (text: string): Courtesy | undefined => {
  if (text.length > longest) return undefined;
  let rest = text.normalize("NFC").toLowerCase().replaceAll("’", "'").replace(looks, "").replace(between, "");
  const said: Meaning[] = [];
  while (rest !== "") {
    const found = known.find(([phrase]) => rest.startsWith(phrase) && endsAt(rest, phrase));
    if (found === undefined) return undefined;
    said.push(found[1]);
    rest = rest.slice(found[0].length).replace(between, "");
  }
  const meant = said.filter((meaning) => meaning !== "address");
  return meant[0] ?? (said.length === 0 ? "hello" : undefined);
};

/** Whether a word is over where a phrase is; signs such as 👋 need nothing between them. */
const endsAt = (text: string, phrase: string): boolean =>
  !/[\p{L}\p{N}]$/u.test(phrase) || !/^[\p{L}\p{N}\p{M}']/u.test(text.slice(phrase.length));

/** The courtesy that is meant in other words: “thanks so much, that made it clear”. */
export const courtesyMeant = (text: string): Courtesy | undefined => {
  if (text.length > longest || /[\d/]/.test(text)) return undefined;
  const meant = findMeaning(text, currentLanguage());
  const talk = meant.isSure ? talkIn(meant) : undefined;
  return courtesies.find((courtesy) => courtesy === talk);
};
