import { dirname, join, normalize } from "node:path/posix";

/** A file of the source, by its path from there. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Which folder may import which others; every one may import itself, `base` and the ground. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  config: [],
  messages: [],
  math: [],
  reply: [],
  reading: ["math"],
  words: ["math"],
  pictures: ["reply"],
  store: [],
  tutor: ["math", "words"],
  understanding: ["reading", "words", "tutor"],
  present: ["math", "reading", "words", "tutor", "reply"],
  jobs: ["store", "tutor", "present", "reply"],
  commands: ["math", "reading", "words", "tutor", "understanding", "reply", "present", "store", "jobs"],
  platforms: ["commands", "reply", "config"],
  programs: ["config", "store"],
};

/** Files at the root that bring the folders together: they import any, and are imported by their like and `programs`. */
const tops: ReadonlySet<string> = new Set([
  "app.ts",
  "ask.ts",
  "assemble.ts",
  "doctor.ts",
  "explain-failure.ts",
  "explain-store.ts",
  "health.ts",
  "main.ts",
  "meanings-file.ts",
  "metrics.ts",
  "questions.ts",
  "register.ts",
  "slack-manifest.ts",
  "words-file.ts",
]);

/** What the other files at the root may import beside one another and `base`. Every folder but the maths may import them. */
const groundMayImport: Readonly<Record<string, readonly string[]>> = {
  "number-style.ts": ["math"],
  "posting.ts": ["reply"],
  "problem.ts": ["math", "reading", "reply"],
  "say.ts": ["messages"],
};

/** What may stand only in certain places: a pattern in the code, and where it may stand. */
const confined: readonly (readonly [string, RegExp, RegExp])[] = [
  ["discord.js", /["']discord\.js["']/, /^platforms\/discord\//],
  ["@slack/bolt", /["']@slack\/bolt["']/, /^platforms\/slack\//],
  ["prom-client", /["']prom-client["']/, /^metrics\.ts$/],
  ["process.env", /process\.env\b/, /^config\/config\.ts$/],
  ["Kysely", /["']kysely["']/, /^(store\/|jobs\/local\.ts)/],
  ["SQLite", /["']node:sqlite["']/, /^store\/((sqlite\/)|examine\.ts|move\.ts)/],
  ["PostgreSQL's client", /["']pg["']/, /^store\/(postgres\/|examine\.ts)/],
  ["pg-boss", /["']pg-boss["']/, /^jobs\/pg-boss\.ts$/],
  ["the clock", /\bDate\.now\b|\bnew Date\(\)/, /^clock\.ts$/],
  [
    "a stopwatch",
    /\bperformance\.now\b/,
    /^(progress\.ts|commands\/observed-answer\.ts|jobs\/queue\.ts|pictures\/(thread|draw|undrawn-log)\.ts|platforms\/(discord\/acknowledgement|slack\/(acknowledgement|punctuality)|playground\/page\/routes)\.ts|store\/postgres\/(patient|until-there)\.ts)$/,
  ],
  ["chance", /\bMath\.random\b/, /^clock\.ts$/],
  [
    "a timer",
    /\bset(?:Interval|Timeout|Immediate)\(|\bAbortSignal\.timeout\b|["'](?:node:)?timers(?:\/promises)?["']/,
    /^(app\.ts|base\/within\.ts|jobs\/|platforms\/|store\/postgres\/(patient|until-there)\.ts|store\/sqlite\/connection\.ts|pictures\/thread\.ts|words\/(quantiles|load-words)\.ts)/,
  ],
];

/** Comments hold no code. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|(?<!["'`:\w])\/\/[^\n]*/g, "");

/** What a file imports of the source, in any form: from, for side effects, by `import()` and by `require`. */
export const importsOf = ({ path, text }: SourceFile): readonly string[] =>
  [...withoutComments(text).matchAll(/\b(?:from|import|require)\s*\(?\s*(["'`])(\.[^"'`]+)\1/g)].map(
    (match) => normalize(join(dirname(path), match[2]!)),
  );

/** The folder a file stands in; "" at the root. */
const folderOf = (path: string): string => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "");

/** What keeps a file from importing another; undefined where it may. */
const refusalOf = (path: string, imported: string): string | undefined => {
  const [from, to] = [folderOf(path), folderOf(imported)];
  const refused = `${path} may not import ${imported}`;
  if (from !== "" && allowed[from] === undefined) return `${from} is no folder that the house knows`;
  if (to === "base" || (from !== "" && from === to)) return undefined;
  if (to === "" && tops.has(imported)) return tops.has(path) || from === "programs" ? undefined : refused;
  if (tops.has(path)) return undefined;
  if (from === "") return to === "" || groundMayImport[path]?.includes(to) === true ? undefined : refused;
  // The ground has words and types of above in it: the lowest folders stand on nothing.
  if (to === "") return from === "math" || from === "base" ? refused : undefined;
  return allowed[from]?.includes(to) === true ? undefined : refused;
};

/** All by which a file breaks the rules of the house; none where it keeps to them. */
export const breachesOf = (file: SourceFile): readonly string[] => {
  const code = withoutComments(file.text);
  const hidden = [...code.matchAll(/\b(?:import|require)\(\s*(?!["'`])/g)].filter(
    () => !namesItsImports.has(file.path),
  );
  return [
    ...importsOf(file).flatMap((imported) => refusalOf(file.path, imported) ?? []),
    ...platformsMixed(file),
    ...confined.flatMap(([what, pattern, where]) =>
      pattern.test(code) && !where.test(file.path) ? [`${what} does not belong in ${file.path}`] : [],
    ),
    ...hidden.map(() => `${file.path} imports what only running it tells`),
  ];
};

/** MathJax loads its own parts by names that it makes. */
const namesItsImports: ReadonlySet<string> = new Set(["pictures/mathjax.ts"]);

const platformOf = (path: string): string | undefined => /^platforms\/([^/]+)\//.exec(path)?.[1];

const platformsMixed = (file: SourceFile): readonly string[] => {
  const own = platformOf(file.path);
  return importsOf(file)
    .filter((imported) => own !== undefined && ![undefined, own].includes(platformOf(imported)))
    .map((imported) => `one platform imports another: ${file.path} imports ${imported}`);
};
