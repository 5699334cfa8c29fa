import { type Language, languages } from "../language.ts";
import type { Call } from "../reply/reply.ts";
import actionWords from "./action-words.json" with { type: "json" };
import type { Command } from "./command.ts";

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
  /** By which words a command goes; in English, commands have them with them. */
  readonly commands: Readonly<Record<string, readonly string[]>>;
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
    commands: {},
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
    commands: {
      add: ["addiere", "summe von", "summe der"],
      angle: ["winkel", "rechter winkel"],
      check: ["frag mich ab", "prüfe mich"],
      compare: ["vergleiche", "vergleich", "am ähnlichsten", "rangfolge"],
      cosine: [
        "kosinus ähnlichkeit",
        "kosinusähnlichkeit",
        "kosinus",
        "cosinus",
        "ähnlichkeit",
        "wie ähnlich",
      ],
      cross: ["kreuzprodukt", "vektorprodukt"],
      data: [
        "meine daten",
        "daten löschen",
        "vergiss mich",
        "lösche mich",
        "lösch mich",
        "konto löschen",
        "mein konto",
        "über mich",
        "fortschritt löschen",
      ],
      distance: ["euklidischer abstand", "euklidische distanz", "abstand", "entfernung", "wie weit"],
      dot: ["skalarprodukt", "inneres produkt", "innere produkt", "punktprodukt"],
      explain: ["erkläre", "erklär mir", "lektion"],
      help: ["hilfe", "was kannst du"],
      leaderboard: ["rangliste", "bestenliste"],
      link: ["konten verbinden", "verknüpfen"],
      norm: ["euklidische norm", "betrag", "länge", "wie lang"],
      normalise: ["normiere", "normieren", "einheitsvektor", "auf länge 1"],
      plot: ["zeichne", "zeichnung", "bild von"],
      practice: ["übe", "üben", "übung", "übungsfrage", "übungsaufgabe"],
      progress: ["mein fortschritt", "fortschritt"],
      project: ["projektion", "projiziere"],
      prove: ["beweise", "beweis"],
      quiz: ["quiz starten", "starte ein quiz", "ein quiz"],
      remind: ["erinnere mich", "erinnerung"],
      scale: ["skaliere", "vielfaches"],
      settings: ["einstellungen", "meine einstellungen"],
      similar: ["ähnliche wörter", "wörter wie", "synonyme"],
      subtract: ["subtrahiere", "differenz von", "differenz der", "differenz zwischen"],
    },
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
    commands: {
      add: ["suma de", "sumar", "suma los"],
      angle: ["ángulo", "ángulo recto"],
      check: ["ponme a prueba", "pregúntame"],
      compare: ["compara", "comparar", "más similar", "más parecido"],
      cosine: ["similitud coseno", "similitud del coseno", "coseno", "similitud", "qué tan similares"],
      cross: ["producto vectorial", "producto cruz"],
      data: [
        "mis datos",
        "borrar mis datos",
        "olvídame",
        "bórrame",
        "elimíname",
        "mi cuenta",
        "sobre mí",
        "borra mi progreso",
      ],
      distance: ["distancia euclidiana", "distancia euclídea", "distancia", "qué tan lejos"],
      dot: ["producto escalar", "producto punto", "producto interno", "producto interior"],
      explain: ["explica", "explícame", "lección"],
      help: ["ayuda", "qué puedes hacer"],
      leaderboard: ["clasificación", "tabla de posiciones"],
      link: ["vincular mis cuentas", "vincular"],
      norm: ["norma euclidiana", "norma euclídea", "norma", "módulo", "magnitud", "longitud"],
      normalise: ["normaliza", "normalizar", "vector unitario", "longitud 1"],
      plot: ["dibuja", "dibujar", "dibujo de"],
      practice: ["practicar", "practica", "práctica"],
      progress: ["mi progreso", "progreso"],
      project: ["proyección", "proyecta"],
      prove: ["demuestra", "demostración", "prueba que"],
      quiz: ["empieza un quiz", "un quiz"],
      remind: ["recuérdame", "recordatorio"],
      scale: ["escala", "escalar por", "múltiplo"],
      settings: ["ajustes", "mis ajustes", "configuración"],
      similar: ["palabras similares", "palabras como", "sinónimos"],
      subtract: ["resta de", "restar", "diferencia de", "diferencia entre"],
    },
  },
};

type Part = Exclude<keyof WayToAsk, "commands">;

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

/** The words by which a command goes, beside those that it has with it. */
export const otherWordsFor = (command: string): readonly string[] =>
  languages.flatMap((language) => waysToAsk[language].commands[command] ?? []);

const actionsMeant: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = actionWords;

/** The action of a command that a sentence asks for by a verb; where it asks for several, the first that is listed. */
export const actionIn = ({ name }: Pick<Command, "name">, text: string): Call["options"] => {
  const meant = Object.entries(actionsMeant[name] ?? {}).find(([, verbs]) =>
    words(verbs.join("|")).test(text),
  );
  return meant === undefined ? {} : { action: meant[0] };
};

/** The commands that have words in a language. */
export const commandsMeantIn = (language: Language): readonly string[] =>
  Object.keys(waysToAsk[language].commands);
