import { createRequire } from "node:module";
import type { Nodes, PhrasingContent, Root, RootContent } from "mdast";
import type { Expression } from "../math/expression.ts";

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
  ...(require("mdast-util-from-markdown") as typeof import("mdast-util-from-markdown")),
  ...(require("mdast-util-frontmatter") as typeof import("mdast-util-frontmatter")),
  ...(require("micromark-extension-frontmatter") as typeof import("micromark-extension-frontmatter")),
  ...(require("js-yaml") as typeof import("js-yaml")),
});

let loaded: ReturnType<typeof loadReaders> | undefined;

/** Dozens of modules, for whoever reads a text first: most answers need none. */
const readers = (): ReturnType<typeof loadReaders> => {
  loaded ??= loadReaders();
  return loaded;
};

/**
 * Reads Markdown with front matter: paragraphs, quotations, lists, **strong** words and `code`. Code that begins with a
 * slash is a command to type, other code is a formula. Throws a SyntaxError on anything else.
 */
export const readDocument = (text: string): Document => {
  const { fromMarkdown, frontmatter, frontmatterFromMarkdown, load } = readers();
  const root: Root = fromMarkdown(text, {
    extensions: [frontmatter()],
    mdastExtensions: [frontmatterFromMarkdown()],
  });
  const sections: { heading: string; parts: Part[] }[] = [{ heading: "", parts: [] }];
  let front: unknown = {};
  for (const node of root.children) {
    if (node.type === "yaml") front = load(node.value);
    else if (node.type === "heading") sections.push({ heading: textOf(node), parts: [] });
    else sections.at(-1)!.parts.push(...partsOf(node));
  }
  const [opening, ...others] = sections;
  return { front, opening: opening!.parts, sections: others };
};

/** Words with formulas and commands in them, as in a line of front matter. */
export const readWords = (text: string): Words => {
  const [first] = readers().fromMarkdown(text).children;
  return first?.type === "paragraph" ? wordsOf(first.children) : [];
};

const partsOf = (node: RootContent): readonly Part[] => {
  if (node.type === "paragraph") {
    const words = wordsOf(node.children);
    const [only] = words;
    return words.length === 1 && typeof only === "object" && "formula" in only
      ? [{ kind: "formula", formula: only.formula }]
      : [{ kind: "paragraph", words }];
  }
  if (node.type === "blockquote")
    return node.children.flatMap(partsOf).map((part) => ({
      kind: "quote",
      words: part.kind === "formula" ? [{ formula: part.formula }] : part.words,
    }));
  if (node.type === "list")
    return [
      {
        kind: "paragraph",
        words: node.children.flatMap(
          (item, i): Words => [
            `${i === 0 ? "" : "\n"}${node.ordered === true ? `${i + 1}.` : "•"} `,
            ...item.children.flatMap((child) => (child.type === "paragraph" ? wordsOf(child.children) : [])),
          ],
        ),
      },
    ];
  throw new SyntaxError(`A text of ours has no ${node.type}`);
};

const wordsOf = (nodes: readonly PhrasingContent[]): Words => nodes.map(wordOf);

const wordOf = (node: PhrasingContent): Word => {
  if (node.type === "text") return node.value.replace(/\s+/g, " ");
  if (node.type === "strong") return { strong: textOf(node) };
  if (node.type === "inlineCode")
    return node.value.startsWith("/") ? { typed: node.value } : { formula: node.value };
  throw new SyntaxError(`A text of ours has no ${node.type}`);
};

const textOf = (node: Nodes): string =>
  "value" in node ? node.value : "children" in node ? node.children.map(textOf).join("") : "";
