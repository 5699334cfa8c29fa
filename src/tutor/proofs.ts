import { readdirSync, readFileSync } from "node:fs";
import type { Language } from "../language.ts";
import { sayInEach } from "../say.ts";
import { type Proof, readProof } from "./proof.ts";

const folder = new URL("proofs/", import.meta.url);

const textOf = (language: Language, name: string): string =>
  readFileSync(new URL(`${language}/${name}.md`, folder), "utf8");

/** The order in which they are offered: the shortest way first. */
const order = ["law-of-cosines", "projection", "angle-difference", "unit-distance", "cauchy-schwarz"];

const known = new Map<Language, readonly Proof[]>();

/** Every proof in a language. Read from their files at the first call. */
export const proofsIn = (language: Language): readonly Proof[] => {
  const found =
    known.get(language) ??
    readdirSync(new URL("en/", folder))
      .map((file) => file.replace(/\.md$/, ""))
      .map((name) =>
        readProof(name, textOf("en", name), language === "en" ? undefined : textOf(language, name)),
      )
      .toSorted((x, y) => order.indexOf(x.name) - order.indexOf(y.name));
  known.set(language, found);
  return found;
};

/** Every proof in English. */
export const proofs = (): readonly Proof[] => proofsIn("en");

/** The proof that goes by that name, in any of our languages, or whose name has all of these words. */
export const findProof = (asked: string): Proof | undefined => {
  const flat = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, " ")
      .trim();
  const wanted = flat(asked).replace(/^(?:by |the |a )+/, "");
  const called = (fits: (known: string) => boolean) =>
    proofs().find(({ name, title, aliases }) =>
      [name, ...sayInEach(title), ...aliases].some((each) => fits(flat(each))),
    );
  return (
    called((known) => known === wanted) ??
    (wanted.length < 3 ? undefined : called((known) => ` ${known} `.includes(` ${wanted} `))) ??
    called((known) => known.length > 3 && ` ${wanted} `.includes(` ${known} `))
  );
};
