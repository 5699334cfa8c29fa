import { readdirSync, readFileSync } from "node:fs";
import { sayInEach } from "../say.ts";
import { type Proof, readProof } from "./proof.ts";

const folder = new URL("proofs/", import.meta.url);

let all: readonly Proof[] | undefined;

/** The order in which they are offered: the shortest way first. */
const order = ["law-of-cosines", "projection", "angle-difference", "unit-distance", "cauchy-schwarz"];

/** Every proof. Read from their files at the first call. */
export const proofs = (): readonly Proof[] => {
  all ??= readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => readProof(file.slice(0, -3), readFileSync(new URL(file, folder), "utf8")))
    .toSorted((x, y) => order.indexOf(x.name) - order.indexOf(y.name));
  return all;
};

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
