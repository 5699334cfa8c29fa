import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../src/language.ts";
import { messagesOf } from "../src/messages/catalogue.ts";
import { tagOf } from "../src/say.ts";
import { readDocument } from "../src/tutor/markdown.ts";

const source = join(import.meta.dirname, "../src");

/** Whatever says or marks a message takes it as its first argument. */
const sayers = new Set(["say", "sayParts", "message"]);

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** All nodes of a tree of syntax. */
function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) yield* nodesOf(each);
}

/** The text of a literal or of literals joined by +; undefined for anything else. */
const textOf = (node: Node): string | undefined => {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral") {
    const [quasi, ...more] = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
    return more.length === 0 ? quasi?.value.cooked : undefined;
  }
  return undefined;
};

interface Found {
  readonly where: string;
  readonly text: string;
}

const messagesIn = (path: string): readonly Found[] => {
  const code = readFileSync(join(source, path), "utf8");
  if (!/\b(say|sayParts|message)\(/.test(code)) return [];
  return [...nodesOf(parseAst(code, { lang: "ts" }) as unknown as Node)].flatMap((node) => {
    if (node.type !== "CallExpression") return [];
    const callee = node.callee as Node;
    if (callee.type !== "Identifier" || !sayers.has(String(callee.name))) return [];
    const [first] = node.arguments as readonly Node[];
    const choices =
      first?.type === "ConditionalExpression" ? [first.consequent as Node, first.alternate as Node] : [first];
    return choices.flatMap((choice) => {
      const text = choice === undefined ? undefined : textOf(choice);
      return text === undefined ? [] : [{ where: path, text }];
    });
  });
};

const found = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .flatMap((entry) => messagesIn(relative(source, join(entry.parentPath, entry.name))));

/** What is said of lessons and proofs: what their front matter calls them, and the titles of a proof's steps. */
const titles = ["lessons", "proofs"].flatMap((kind) => {
  const folder = join(source, "tutor", kind, "en");
  return readdirSync(folder).flatMap((file): readonly Found[] => {
    const { front, sections } = readDocument(readFileSync(join(folder, file), "utf8"));
    const { title, summary, section, further } = front as {
      readonly title: string;
      readonly summary: string;
      readonly section?: string;
      readonly further?: readonly { readonly author: string; readonly date: string }[];
    };
    // Names and years are the same in every language.
    const sources = (further ?? [])
      .flatMap(({ author, date }) => [author, date])
      .filter((text) => / and others$|^\d* ?[A-Z][a-z]+ \d{4}$/.test(text));
    const headings = sections.map(({ heading }) => heading).filter((heading) => heading !== "Why");
    // A section that begins with a capital is a heading of the article, which is quoted.
    const place = section === undefined || /^\p{Lu}/u.test(section) ? [] : [section];
    return [title, summary, ...sources, ...place, ...(kind === "proofs" ? headings : [])].map((text) => ({
      where: join("tutor", kind, file),
      text,
    }));
  });
});

const said = new Set([...found, ...titles].map(({ text }) => text));

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The names of the values and tags of a message, with the cases of what is selected. */
const namesIn = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element) => {
    const { type, value, options, children } = element as Element & {
      readonly value?: unknown;
      readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
      readonly children?: readonly Element[];
    };
    const inner = [...Object.values(options ?? {}).flatMap((each) => each.value), ...(children ?? [])];
    return type === 0 || type === 7 ? [] : [String(value), ...namesIn(inner)];
  });

const namesOf = (text: string, language: Language): readonly string[] =>
  [...new Set(namesIn(new IntlMessageFormat(text, tagOf[language]).getAst()))].toSorted();

describe("the catalogue of messages", () => {
  test("finds what is said", () => expect(said.size).toBeGreaterThan(20));

  test.each([...found, ...titles])(
    "$where: “$text” can be read and quotes nothing by accident",
    ({ text }) => {
      expect(() => namesOf(text, "en")).not.toThrow();
      expect(text).not.toContain("'");
    },
  );

  const translated = languages.filter((language) => language !== "en");

  test.each(translated)("every message is there in %s", (language) => {
    expect([...said].filter((text) => !messagesOf(language).has(text))).toEqual([]);
  });

  test.each(translated)("nothing is kept in %s that nobody says", (language) => {
    expect([...messagesOf(language).keys()].filter((text) => !said.has(text))).toEqual([]);
  });

  test.each(translated)("each message in %s has the values of the English one", (language) => {
    for (const [text, translation] of messagesOf(language)) {
      expect(translation.trim(), text).not.toBe("");
      expect(translation, text).not.toContain("'");
      expect(namesOf(translation, language), text).toEqual(namesOf(text, "en"));
    }
  });

  test.each(translated)(
    "what lessons and proofs are called in %s fits on a button and under it",
    (language) => {
      for (const { text } of titles)
        expect(messagesOf(language).get(text)?.length, text).toBeLessThanOrEqual(75);
    },
  );

  test.each(translated)("no message stands in two files of %s", (language) => {
    const folder = join(source, "messages", language);
    const all = readdirSync(folder).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(join(folder, file), "utf8")) as object),
    );
    expect(all.toSorted()).toEqual([...new Set(all)].toSorted());
  });
});
