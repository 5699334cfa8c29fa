import { createRequire } from "node:module";
import type { MarkedToken, Token } from "marked";
import type { Expression } from "../math/expression/expression.ts";

/** A run of words in a text of ours. */
export type Word =
  | string
  | { readonly strong: string }
  /** What one may type: `/dot 1,2 3,4`. */
  | { readonly typed: string }
  /** A formula as `readFormula` reads it. */
  | { readonly formula: string }
  /** A formula as a tree. */
  | { readonly shown: Expression };

export type Words = readonly Word[];

/** A formula among words. */
export const shown = (expression: Expression): Word => ({ shown: expression });

/** A block of a text of ours. */
export type Part =
  | { readonly kind: "paragraph"; readonly words: Words }
  /** A formula on a line of its own. */
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "quote"; readonly words: Words };

/** The parts under one heading. */
export interface Section {
  readonly heading: string;
  readonly parts: readonly Part[];
}

export interface Document {
  /** The front matter, unchecked. */
  readonly front: unknown;
  /** What stands before the first heading. */
  readonly opening: readonly Part[];
  readonly sections: readonly Section[];
}

const require = createRequire(import.meta.url);

const loadReaders = () => ({
  ...(require("marked") as typeof import("marked")),
  ...(require("js-yaml") as typeof import("js-yaml")),
});

let loaded: ReturnType<typeof loadReaders> | undefined;

/** Loaded by whoever reads a text first: most answers need none. */
const readers = (): ReturnType<typeof loadReaders> => {
  loaded ??= loadReaders();
  return loaded;
};

/**
 * Reads Markdown with front matter: paragraphs, quotations, lists, **strong** words and `code`. Code that begins with a
 * slash is a command to type, other code is a formula. Throws a SyntaxError on anything else.
 */
export const readDocument = (text: string): Document => {
  const { lexer, load } = readers();
  const [, front, body = text] = frontMatter.exec(text) ?? [];
  const sections: { heading: string; parts: Part[] }[] = [{ heading: "", parts: [] }];
  for (const token of known(lexer(body))) {
    if (token.type === "heading") sections.push({ heading: textOf(token.tokens), parts: [] });
    else sections.at(-1)!.parts.push(...partsOf(token));
  }
  const [opening, ...others] = sections;
  return { front: front === undefined ? {} : load(front), opening: opening!.parts, sections: others };
};

const frontMatter = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/;

/** Words with formulas and commands in them, as in a line of front matter. */
export const readWords = (text: string): Words => {
  const [first] = known(readers().lexer(text));
  return first?.type === "paragraph" ? wordsOf(first.tokens) : [];
};

/** Marked has a type for tokens of extensions, of which there are none here. */
const known = (tokens: readonly Token[]): readonly MarkedToken[] => tokens as readonly MarkedToken[];

const partsOf = (token: MarkedToken): readonly Part[] => {
  if (token.type === "space") return [];
  if (token.type === "paragraph") {
    const words = wordsOf(token.tokens);
    const [only] = words;
    return words.length === 1 && typeof only === "object" && "formula" in only
      ? [{ kind: "formula", formula: only.formula }]
      : [{ kind: "paragraph", words }];
  }
  if (token.type === "blockquote")
    return known(token.tokens)
      .flatMap(partsOf)
      .map((part) => ({
        kind: "quote",
        words: part.kind === "formula" ? [{ formula: part.formula }] : part.words,
      }));
  if (token.type === "list")
    return [
      {
        kind: "paragraph",
        words: token.items.flatMap(
          (item, i): Words => [
            `${i === 0 ? "" : "\n"}${token.ordered ? `${i + 1}.` : "•"} `,
            ...known(item.tokens).flatMap((child) =>
              child.type === "paragraph" || child.type === "text" ? wordsOf(child.tokens) : [],
            ),
          ],
        ),
      },
    ];
  throw new SyntaxError(`A text of ours has no ${token.type}`);
};

const wordsOf = (tokens: readonly Token[] = []): Words => known(tokens).map(wordOf);

const wordOf = (token: MarkedToken): Word => {
  if (token.type === "text" || token.type === "escape") return token.text.replace(/\s+/g, " ");
  if (token.type === "strong") return { strong: textOf(token.tokens) };
  if (token.type === "codespan")
    return token.text.startsWith("/") ? { typed: token.text } : { formula: token.text };
  throw new SyntaxError(`A text of ours has no ${token.type}`);
};

const textOf = (tokens: readonly Token[] = []): string =>
  known(tokens)
    .map((token) =>
      "tokens" in token && token.tokens ? textOf(token.tokens) : "text" in token ? token.text : "",
    )
    .join("");
