import { Locale } from "discord.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "../../src/commands/catalogue.ts";
import { registrationOf } from "../../src/platforms/discord/registration.ts";
import { checkRegistration } from "../support/discord/check-registration.ts";
import { type Surface, surfaces } from "../support/surfaces.ts";
import { quietTutor, storeOpened } from "../support/tutor.ts";

/** Without spaces and the lines of tables. */
const flat = (text: string): string => text.replace(/[\s\u2062|─]+/g, "");

describe.each(Object.entries(surfaces))("Spanish on %s", (platform, open) => {
  let surface: Surface;
  beforeAll(async () => {
    const tutor = quietTutor({ draw: () => 1 });
    await storeOpened(tutor);
    surface = await open(tutor);
    await surface.type("settings", "language:es");
  });
  afterAll(() => surface.close());

  test("a question, its hint and the buttons below are asked and pressed in it", async () => {
    const asked = await surface.type("practice", "dot product");
    expect(flat(asked.text)).toContain("Productoescalar");
    const hint = await asked.press("Pista");
    expect(flat(hint.text)).toContain("Pista1de");
    const next = await hint.press("Otra pista");
    expect(flat(next.text)).toContain("Pista2de");
  });

  // What everyone sees is in the language of whoever asks; here, English.
  test.each([
    ["explain", "Qué es un producto escalar", /Quéesunproductoescalar|Whatadotproductis/],
    ["explain", "Was ein Skalarprodukt ist", /Quéesunproductoescalar|Whatadotproductis/],
    ["explain", "dot-product", /Quéesunproductoescalar|Whatadotproductis/],
    ["explain", "What a dot product is", /Quéesunproductoescalar|Whatadotproductis/],
    ["prove", "Por el teorema del coseno", /(?<!prove)Porelteoremadelcoseno/],
    ["practice", "Producto escalar", /Productoescalar/],
  ])("/%s finds “%s” by its name", async (command, name, title) => {
    expect(flat((await surface.type(command, name)).text)).toMatch(title);
  });

  test("while one types, names are offered in it, and found in any of our languages", async () => {
    if (surface.suggest === undefined) return;
    const lesson = "Qué es un producto escalar";
    expect(await surface.suggest("explain", "topic", "qué es un prod")).toContain(lesson);
    expect(await surface.suggest("explain", "topic", "what a dot prod")).toContain(lesson);
    expect(await surface.suggest("explain", "topic", "")).toContain(lesson);
    expect(await surface.suggest("practice", "topic", "produc")).toContain("Producto escalar");
    expect(await surface.suggest("prove", "topic", "teorema")).toEqual([
      platform === "terminal" ? "law-of-cosines" : "Por el teorema del coseno",
    ]);
  });

  test("what cannot be read gets its advice in it", async () => {
    const { text } = await surface.type("settings", "digits:99");
    expect(flat(text)).toContain("Laopción«digits»noencaja");
    expect(flat(text)).toContain("unnúmeroenterode1a15");
  });
});

describe("what is registered with Discord", () => {
  const registered = registrationOf(catalogue);

  test("describes each command in German and in both Spanishes", () => {
    const [dot] = registered.filter(({ name }) => name === "dot");
    expect(dot).toMatchObject({
      description: "Work out the dot product of two vectors, line by line",
      description_localizations: {
        [Locale.German]: "Das Skalarprodukt zweier Vektoren ausrechnen, Zeile für Zeile",
        [Locale.SpanishES]: "Calcula el producto escalar de dos vectores, línea a línea",
        [Locale.SpanishLATAM]: "Calcula el producto escalar de dos vectores, línea a línea",
      },
    });
  });

  test("keeps Discord's limits in each language", () => {
    const commands = registered as unknown as readonly Record<string, unknown>[];
    expect(checkRegistration(commands)).toEqual([]);
    const tooLong = { ...commands[0], description_localizations: { de: "x".repeat(101) } };
    expect(checkRegistration([tooLong])).not.toEqual([]);
    const strange = { ...commands[0], description_localizations: { klingon: "x" } };
    expect(checkRegistration([strange])).not.toEqual([]);
  });
});
