import type { Doubt, Known } from "./reading.ts";
import type { Fault, State } from "./state.ts";
import { markCourtesies } from "./tokens/mark-courtesies.ts";
import { isLetter, markPhrases, type Piece } from "./tokens/mark-phrases.ts";
import { pairBrackets } from "./tokens/pair-brackets.ts";
import { findPhrase, plainWord } from "./tokens/phrases.ts";
import type { Token } from "./tokens/token.ts";
import type { Span } from "./tree.ts";

/** What a text is before it is parsed. */
export interface Prepared {
  readonly pieces: readonly Piece[];
  readonly partners: ReadonlyMap<number, number>;
  readonly names: ReadonlySet<string>;
  /** What is understood and stands for nothing: \left, dollar signs, signs of no width. */
  readonly layout: readonly Span[];
  readonly fault?: Fault;
}

export const prepare = (tokens: readonly Token[], text: string, known: Known): Prepared => {
  const names = namesIn(tokens, known);
  const marked = markCourtesies(markPhrases(tokens, names), text);
  const layout = marked.filter(({ kind }) => kind === "layout");
  const paired = pairBrackets(layout.length === 0 ? marked : withoutLayout(marked));
  return { ...paired, names, layout: layout.map(({ start, end }) => ({ start, end })) };
};

/** What only says how a formula is drawn is no more than a gap. */
const withoutLayout = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece, i) => {
    if (piece.kind === "layout") return [];
    const isBehind = pieces[i - 1]?.kind === "layout" && piece.before === "";
    return [
      isBehind && pieces[i - 1]!.text !== ""
        ? { ...piece, before: pieces[i - 1]!.before === "" ? ("" as const) : ("gap" as const) }
        : piece,
    ];
  });

/** Names that are known, and those that an equals sign follows. */
const namesIn = (tokens: readonly Token[], known: Known): ReadonlySet<string> => {
  const names = new Set(Object.keys(known.names ?? {}));
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    const { kind, text } = tokens[i]!;
    const sign = tokens[i + 1];
    if (kind !== "word" || sign?.kind !== "relation" || (sign.text !== "=" && sign.text !== ":=")) continue;
    if (isLetter(text) || findPhrase(plainWord(text), () => undefined) === undefined) names.add(text);
  }
  return names;
};

export const newState = (
  text: string,
  { pieces, partners, layout }: Prepared,
  known: Known,
  turned: ReadonlySet<Doubt>,
): State => ({
  text,
  pieces,
  partners,
  known,
  turned,
  met: new Map(),
  names: new Map(Object.entries(known.names ?? {})),
  given: new Set(),
  assigned: new Map(),
  taken: new Uint8Array(pieces.length),
  courtesies: [...layout],
  left: [],
  at: 0,
  end: pieces.length - 1,
  vectors: 0,
  component: undefined,
  rows: known.rows ?? "vectors",
  operators: 0,
  fault: undefined,
});
