import { type Language, languages } from "../language.ts";
import type { Call } from "../reply/reply.ts";
import type { Command } from "./command.ts";
import { optionsOf } from "./usage.ts";

/** How people ask in a language in free words: alternatives in lower case, as parts of a regular expression. */
interface WayToAsk {
  readonly why: string;
  /** A question that consists of "why" and words that tell nothing. */
  readonly bareWhy: string;
  /** What points at something that was shown before. */
  readonly these: string;
  /** How a question or a request begins. */
  readonly begins: string;
  /** What makes a sentence of a command's name and what follows: "attention of the cat". */
  readonly links: string;
  /** What may be said of a result. */
  readonly not: string;
  readonly similar: string;
  readonly alsoSimilar: string;
  readonly different: string;
  readonly negative: string;
  readonly positive: string;
  readonly zero: string;
}

const waysToAsk: Readonly<Record<Language, WayToAsk>> = {
  en: {
    why: "why|how come",
    bareWhy: "(?:but |and )?why(?: so| that| not| (?:is|are) (?:this|that|it|they|these|those))?",
    these: "this|that|these|those|they|them|it|its|the same|the two|both",
    begins:
      "(?:so |and |but |hey |hi |please )*(?:what|why|how|when|where|which|who|explain|define|describe|tell|teach|can|could|do|does|is|are|should|meaning)",
    links: "of|for|with|on|is|was",
    not: "not|less|hardly|\\p{L}*n['’]t",
    similar: "similar|alike|close",
    alsoSimilar: "parallel|same direction|large|big|high",
    different: "dissimilar|different|unlike|opposite|far apart|small|low",
    negative: "negative",
    positive: "positive",
    zero: "zero|0|nothing|orthogonal|perpendicular",
  },
  de: {
    why: "warum|wieso|weshalb|wie kommt es",
    bareWhy:
      "(?:aber |und )?(?:warum|wieso|weshalb)(?: so| das| nicht| (?:ist|sind) (?:das|dies|es|sie|diese)(?: so)?)?",
    // "das" before a noun is an article: "was ist das Skalarprodukt?" is about no result.
    these:
      "dies|diese[rsn]?|sie|beiden?|die zwei|dieselben|(?:das|es)(?= (?:so|nicht|kaum|weniger|sehr|zu|ähnlich|unähnlich|nahe?|negativ|positiv|null|0|orthogonal|senkrecht|parallel|verschieden|anders|groß|klein|hoch|niedrig)(?!\\p{L}))",
    begins:
      "(?:und |aber |also |hallo |bitte )*(?:was|warum|wieso|weshalb|wie|wann|wo|wohin|woher|welche[rsnm]?|wer|wozu|erklär|erkläre|definiere|beschreibe|zeig|zeige|sag|kann|kannst|können|ist|sind|soll|muss|bedeutet)",
    links: "von|vom|für|mit|auf|ist|war",
    not: "nicht|kaum|weniger|kein(?:e)?",
    similar: "ähnlich(?:e[rsn]?)?|nah|nahe",
    alsoSimilar: "parallel|gleiche[rn]? richtung|groß|hoch",
    different: "unähnlich|verschieden|anders|unterschiedlich|entgegengesetzt|weit auseinander|klein|niedrig",
    negative: "negativ",
    positive: "positiv",
    zero: "null|0|nichts|orthogonal|senkrecht",
  },
  es: {
    why: "por qué|porqué|por que|cómo es que",
    bareWhy: "(?:pero |y )?por ?qu[ée](?: así| eso| no| (?:es|son|está|están) (?:así|esto|eso|estos|esas?))?",
    // "It" is seldom said: "¿por qué es negativo?" is about the last result, where nothing follows that it might be about.
    these:
      "est[oae]s?|es[oa]s?|ellos|ellas|ambos|ambas|los dos|las dos|los mismos|(?:es|son)(?= (?:tan |muy |poco )?(?:negativ[oa]|positiv[oa]|cero|0|similar(?:es)?|parecid[oa]s?|cercan[oa]s?|diferentes?|distint[oa]s?|opuest[oa]s?|ortogonal(?:es)?|perpendicular(?:es)?|paralel[oa]s?)[^\\p{L}]*$)",
    begins:
      "¿?(?:y |pero |hola |oye |por favor )*(?:qué|que|por qué|por que|cómo|como|cuándo|dónde|cuál|cuáles|quién|explica|explícame|define|describe|dime|enséñame|muestra|puedes?|es|son|debo|significa)",
    links: "de|del|para|con|en|es|era",
    not: "no|poco|menos|apenas",
    similar: "similar(?:es)?|parecid[oa]s?|cercan[oa]s?",
    alsoSimilar: "paralel[oa]s?|misma dirección|grande|alto",
    different: "diferentes?|distint[oa]s?|opuest[oa]s?|lejan[oa]s?|pequeñ[oa]s?|baj[oa]s?",
    negative: "negativ[oa]",
    positive: "positiv[oa]",
    zero: "cero|0|nada|ortogonal(?:es)?|perpendicular(?:es)?",
  },
};

type Part = keyof WayToAsk;

/** What is said in a way, in any of our languages: whoever asks need not have told which one they speak. */
const inAny = (part: Part): string => languages.map((language) => waysToAsk[language][part]).join("|");

/** Whole words, also where they begin or end with a letter that is not of ASCII. */
const words = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_])(?:${alternatives})(?![\\p{L}\\p{N}_])`, "iu");

/** "Not", and somewhere after it "similar", in one language. */
const denials = languages.map((language) => {
  const [not, similar] = [words(waysToAsk[language].not), words(waysToAsk[language].similar)];
  return (text: string): boolean => {
    const at = text.search(not);
    return at >= 0 && similar.test(text.slice(at));
  };
});

/** What is looked for in free words. */
export const asks = {
  why: words(inAny("why")),
  bareWhy: new RegExp(`^[^\\p{L}\\p{N}]*(?:${inAny("bareWhy")})[^\\p{L}\\p{N}]*$`, "iu"),
  these: words(inAny("these")),
  begins: new RegExp(`^(?:${inAny("begins")})(?![\\p{L}\\p{N}_])`, "iu"),
  links: new RegExp(`^(?:${inAny("links")})(?![\\p{L}\\p{N}_])`, "iu"),
  negative: words(inAny("negative")),
  positive: words(inAny("positive")),
  zero: words(inAny("zero")),
  notSimilar: { test: (text: string): boolean => denials.some((denies) => denies(text)) },
  different: words(inAny("different")),
  similar: words(`${inAny("similar")}|${inAny("alsoSimilar")}`),
} as const;

/** The action of a command that a sentence asks for by a verb; where it asks for several, the last that is listed. */
export const actionIn = (command: Command, text: string): Call["options"] => {
  const [first] = optionsOf(command);
  const meant = Object.entries(first?.actions ?? {}).findLast(
    ([, { phrases }]) => phrases.length > 0 && words(phrases.join("|")).test(text),
  );
  return meant === undefined ? {} : { [first!.name]: meant[0] };
};
