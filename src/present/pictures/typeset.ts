import type { Picture } from "../../reply/picture.ts";
import type { Block, Formula, PictureBlock, WorkingLine } from "../../reply/reply.ts";
import { say } from "../../say.ts";
import { altText } from "./alt.ts";

/** The workings and formulas among some blocks, typeset in one picture; none where there are none. */
export const typeset = (blocks: readonly Block[]): readonly PictureBlock[] => {
  const chains = blocks.flatMap((block): readonly Typeset[] => {
    if (block.kind === "working") return [block];
    return block.kind === "formula" ? [{ subject: block.formula, lines: [] }] : [];
  });
  // What stands between working and belongs to a part of it would stand there for nothing.
  const insteadOf = blocks.flatMap((block) => (block.kind === "working" ? [block] : []));
  const isAll = insteadOf.length === blocks.length;
  return chains.length === 0 ? [] : [{ ...typesetOf(chains), ...(isAll ? { insteadOf } : {}) }];
};

/** A working, or a formula that stands alone. */
interface Typeset {
  readonly subject: Formula;
  readonly lines: readonly WorkingLine[];
}

const typesetOf = (chains: readonly Typeset[]): PictureBlock => {
  const picture: Picture = {
    kind: "formula",
    // Who shows no pictures needs no TeX.
    get chains() {
      return chains.map(({ subject, lines }) => ({
        subject: subject.tex,
        lines: lines.map(({ relation, formula, because }) => ({
          relation,
          tex: formula.tex,
          ...(because === undefined ? {} : { because }),
        })),
      }));
    },
  };
  return {
    kind: "picture",
    picture,
    alt: altText(say("Typeset: {chains}", { chains: chains.map(inWords).join("; ") })),
    alsoSaid: true,
  };
};

const inWords = ({ subject, lines }: Typeset): string =>
  [subject.plain, ...lines.map(({ relation, formula }) => `${relation} ${formula.plain}`)].join(" ");
