/** An input that was once not dealt with, by the name of its entry. */
export interface Found {
  readonly entry: string;
  readonly seed: number;
  readonly input: unknown;
  /** What is wrong where it is not dealt with. */
  readonly wrong: string;
}

/** What the fuzzers found. Each row is checked with every run of the tests. */
export const found: readonly Found[] = [
  {
    entry: "options",
    seed: 20_261_125,
    input: ["attention", "the dog ran", []],
    wrong: "a suggestion that needs words leaves a failure behind that ends the process",
  },
  {
    entry: "options",
    seed: 20_261_125,
    input: ["practice", `/dot 2,3,4 ${"👩2,3,4 ".repeat(12)}`, []],
    wrong: "a character is cut in two where a text is shortened",
  },
  {
    entry: "answers",
    seed: 20_261_125,
    input: { kind: "line", command: "why", line: "euclidean no\0rm" },
    wrong: "the database keeps no text with the character NUL in it",
  },
  {
    entry: "answers",
    seed: 7,
    input: { kind: "said", text: "/dot 1/2,1/3 1/e5,1/7" },
    wrong: "a letter below a line is not known as a letter, and its value is asked for",
  },
  {
    entry: "answers",
    seed: 20_261_125,
    input: { kind: "line", command: "tutor", line: "attention(sqrt(sqrt(" },
    wrong: "an unknown word that stands twice has its buttons twice, and Discord refuses the message",
  },
  {
    entry: "answers",
    seed: 7,
    input: { kind: "line", command: "similar", line: "king king" },
    wrong: "a word compared with itself has a button twice, and Discord refuses the message",
  },
  {
    entry: "answers",
    seed: 7,
    input: { kind: "said", text: "\\begin{pmatrix};]" },
    wrong: "brackets with nothing in them are taken for vectors, and no command is found for none",
  },
  {
    entry: "Discord",
    seed: 20_261_125,
    input: { does: "say", text: "similar words(words:" },
    wrong: "two buttons that do the same: Discord refuses the message",
  },
  {
    entry: "page requests",
    seed: 7,
    input: { method: "POST", path: "/form", fields: {}, headers: { "content-type": "multipart/form-data" } },
    wrong: "a form without the boundaries that its type promises is a fault of ours",
  },
  {
    entry: "page requests",
    seed: 42,
    input: { method: "GET", path: "///", fields: {}, headers: {} },
    wrong: "a target of a request that is no URL ends the process",
  },
];
