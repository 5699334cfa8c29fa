import { describe, expect, test } from "vitest";
import { ok } from "../../src/base/result.ts";
import { catalogue } from "../../src/commands/catalogue.ts";
import { understand } from "../../src/commands/understand.ts";
import { inLanguage, languages } from "../../src/language.ts";
import { showOpening } from "../../src/present/opening.ts";
import { say } from "../../src/say.ts";

const before = "1,2 3,4";

/** What words are taken for, where the latest answer was about two vectors. */
const taken = async (text: string): Promise<string> => {
  const call = await understand(catalogue, text, async () => ok(before));
  if (!call.ok) return call.problem.kind;
  const { command, options } = call.value;
  const given = { ...options } as Readonly<Record<string, unknown>>;
  return [command, ...Object.entries(given).map(([name, value]) => `${name}:${String(value)}`)].join(" ");
};

describe("words of one's own", () => {
  test.each([
    ["what is the dot product of (1,2) and (3,4)?", "dot vectors:(1, 2) (3, 4)"],
    ["Was ist das Skalarprodukt von (1,2) und (3,4)?", "dot vectors:(1, 2) (3, 4)"],
    ["Kosinus-Ähnlichkeit von (1;2) und (3;4)", "cosine vectors:(1, 2) (3, 4)"],
    ["wie lang ist (3,4)?", "norm vectors:(3, 4)"],
    ["Welcher Winkel liegt zwischen (1,0) und (1,1)?", "angle vectors:(1, 0) (1, 1)"],
    ["Abstand zwischen (0,0) und (3,4)", "distance vectors:(0, 0) (3, 4)"],
    ["¿cuál es el producto escalar de (1,2) y (3,4)?", "dot vectors:(1, 2) (3, 4)"],
    ["similitud coseno de (1;2) y (3;4)", "cosine vectors:(1, 2) (3, 4)"],
    ["norma de (3,4)", "norm vectors:(3, 4)"],
    ["¿Qué ángulo hay entre (1,0) y (1,1)?", "angle vectors:(1, 0) (1, 1)"],
    ["distancia entre (0,0) y (3,4)", "distance vectors:(0, 0) (3, 4)"],
  ])("%s → %s", async (text, call) => expect(await taken(text)).toBe(call));

  test.each([
    ["why is this similar?", "why vectors:1,2 3,4"],
    ["why not?", "why vectors:1,2 3,4"],
    ["warum ist das ähnlich?", "why vectors:1,2 3,4"],
    ["Warum sind die beiden nicht ähnlich?", "why about:different vectors:1,2 3,4"],
    ["wieso ist es negativ?", "why about:negative vectors:1,2 3,4"],
    ["warum ist das null?", "why about:zero vectors:1,2 3,4"],
    ["warum?", "why vectors:1,2 3,4"],
    ["Warum sind (1,0) und (0,1) nicht ähnlich?", "why about:different vectors:(1, 0) (0, 1)"],
    ["¿por qué son similares?", "why vectors:1,2 3,4"],
    ["¿Por qué no son parecidos estos dos?", "why about:different vectors:1,2 3,4"],
    ["¿por qué es negativo?", "why about:negative vectors:1,2 3,4"],
    ["por que es cero", "why about:zero vectors:1,2 3,4"],
    ["¿por qué?", "why vectors:1,2 3,4"],
    ["¿Por qué (1,0) y (0,1) no son similares?", "why about:different vectors:(1, 0) (0, 1)"],
  ])("%s asks about these vectors: %s", async (text, call) => expect(await taken(text)).toBe(call));

  test("are read before and after a long list of numbers, and not within it", async () => {
    const list = `(${Array(900).fill("1")})`;
    const spelt = list.replaceAll(",", ", ");
    expect(await taken(`why are ${list} and ${list} not similar?`)).toBe(
      `why about:different vectors:${spelt} ${spelt}`,
    );
    expect(await taken(`${list} ${list}: cosine similarity, please`)).toBe(
      `cosine vectors:${spelt} ${spelt}`,
    );
    expect(await taken(`${list} ${"please ".repeat(300)}${list}`)).toBe(`dot vectors:${spelt} ${spelt}`);
  });

  test.each([
    "what is the dot product?",
    "why does a dot product measure similarity?",
    "Was ist das Skalarprodukt?",
    "Warum misst das Skalarprodukt Ähnlichkeit?",
    "Was ist die Norm?",
    "Wann ist das Skalarprodukt negativ?",
    "¿Qué es el producto escalar?",
    "¿Por qué es similar el producto escalar al coseno?",
    "¿Cuándo es negativo el producto escalar?",
    "¿Qué es la norma?",
  ])("%s asks for a lesson", async (text) => expect(await taken(text)).toBe(`explain topic:${text}`));

  test.each([
    ["why is king similar to queen?", "similar words:king queen show:why"],
    ["how similar are king and queen?", "similar words:king queen"],
    ["words like coffee", "similar words:coffee"],
    ["Wie ähnlich sind king und queen?", "similar words:king queen"],
    ["Warum ist king ähnlich wie queen?", "similar words:king queen show:why"],
    ["Wörter wie coffee", "similar words:coffee"],
    ["¿Qué tan similares son king y queen?", "similar words:king queen"],
    ["¿Por qué es king similar a queen?", "similar words:king queen show:why"],
    ["palabras como coffee", "similar words:coffee"],
    ["how similar are vectors and norms?", "explain topic:how similar are vectors and norms?"],
    [
      "Wie ähnlich sind Skalarprodukt und Kosinus?",
      "explain topic:Wie ähnlich sind Skalarprodukt und Kosinus?",
    ],
  ])("%s → %s", async (text, call) => expect(await taken(text)).toBe(call));

  test.each([
    ["Erinnere mich", "remind"],
    ["zeig mir meine Einstellungen", "settings"],
    ["mein Fortschritt", "progress"],
    ["Recuérdame", "remind"],
    ["muestra mis ajustes", "settings"],
    ["mi progreso", "progress"],
    ["ayuda", "help"],
    ["Hilfe!", "help"],
    ["delete everything about me!", "data action:delete"],
    ["how can I delete my data?", "data action:delete"],
    ["please export and delete my data", "data action:delete"],
    ["export my data", "data action:export"],
    ["vergiss mich", "data action:delete"],
    ["Kannst du meine Daten löschen?", "data action:delete"],
    ["Exportiere meine Daten", "data action:export"],
    ["borra mi cuenta", "data action:delete"],
    ["quiero eliminar mis datos", "data action:delete"],
    ["exporta mis datos", "data action:export"],
    ["qwerty", "explain topic:qwerty"],
  ])("%s → %s", async (text, command) => expect(await taken(text)).toBe(command));

  test.each(languages)("what a conversation begins with is understood in %s", async (language) => {
    const { prompts } = inLanguage(language, showOpening);
    const commands = prompts.map(async ({ message }) => (await taken(message)).split(" ")[0]);
    expect(await Promise.all(commands)).toEqual(["dot", "why", "practice", "explain"]);
    const onThePage = inLanguage(language, () => say("what is the cosine similarity of (1,2) and (3,4)?"));
    expect(await taken(onThePage)).toBe("cosine vectors:(1, 2) (3, 4)");
  });

  test.each(["de", "es"] as const)("each command that goes by words in English does so in %s", (language) => {
    // A question begins with "why", which is no name.
    const named = catalogue.filter(({ name, phrases }) => phrases.en.length > 0 && name !== "why");
    expect(named.filter(({ phrases }) => phrases[language].length === 0)).toEqual([]);
  });
});
