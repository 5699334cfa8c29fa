import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { type Language, languages } from "./language.ts";
import { showUsage } from "./programs/run.ts";
import { measurePart, parts, type Tally } from "./understanding/measure.ts";

/**
 * How well questions are understood. `npm run questions -- FILE` asks a file of them, a JSON object a line; without a
 * file, each tenth of the phrases is taken away in turn and must find its meaning without itself.
 */
const [file, ...more] = process.argv.slice(2);
if (more.length > 0) showUsage("Name one file of questions, or none.");

const row = z.object({
  lang: z.enum(languages),
  q: z.string(),
  /** Patterns: one of the first has to match what is answered, and none of the others. */
  must: z.array(z.string()),
  never: z.array(z.string()).default([]),
  /** What is typed before it. */
  after: z.string().optional(),
  kind: z.string().default("question"),
});

type Row = z.output<typeof row>;

const answered = z.object({
  ok: z.boolean(),
  text: z.string(),
  meaning: z.string(),
  sure: z.boolean(),
});

const verdicts = ["right", "wrong", "offered", "nothing"] as const;

interface Judged extends Row {
  readonly verdict: (typeof verdicts)[number];
  readonly meaning: string;
}

const locales: Readonly<Record<Language, string>> = {
  en: "en_GB.UTF-8",
  de: "de_DE.UTF-8",
  es: "es_ES.UTF-8",
};

/** Asks in a conversation of its own, in the language of the questions. */
const ask = (rows: readonly Row[], language: Language): readonly Judged[] => {
  const lines = rows.flatMap(({ q, after }) => [after ?? "/dot 1,2 3,4", q]);
  const set = [`LC_ALL=${locales[language]}`, `LANG=${locales[language]}`, "DATA_DIR=memory://"];
  const program = [process.execPath, fileURLToPath(new URL("run.js", import.meta.url)), "ask", "--json"];
  const { stdout, stderr } = spawnSync("env", [...set, ...program], {
    input: `${lines.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const answers = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => answered.parse(JSON.parse(line)));
  if (answers.length !== lines.length)
    showUsage(`${answers.length} answers to ${lines.length} lines: ${stderr.slice(-300)}`);
  return rows.map((asked, i) => judge(asked, answers[2 * i + 1]!));
};

const judge = (asked: Row, { ok, text, meaning, sure }: z.output<typeof answered>): Judged => {
  const matches = (patterns: readonly string[], flags: string) =>
    patterns.some((pattern) => new RegExp(pattern, flags).test(text));
  const isRight = ok && matches(asked.must, "im") && !matches(asked.never, "m");
  const otherwise = !sure && ok ? "offered" : ok ? "wrong" : "nothing";
  return { ...asked, meaning, verdict: isRight ? "right" : otherwise };
};

const askFile = (name: string): void => {
  const rows = readFileSync(name, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => row.parse(JSON.parse(line)));
  const judged = languages.flatMap((language) => {
    const own = rows.filter(({ lang }) => lang === language);
    return own.length === 0 ? [] : ask(own, language);
  });
  for (const { verdict, q, meaning } of judged.filter((each) => each.verdict !== "right"))
    console.log(`${verdict.padEnd(8)} ${q}\n         ${meaning}`);
  for (const key of ["kind", "lang"] as const)
    for (const value of new Set(judged.map((each) => each[key])))
      tell(
        value,
        judged.filter((each) => each[key] === value),
      );
  tell("all", judged);
};

const tell = (name: string, judged: readonly Judged[]): void => {
  const counts = verdicts.map((verdict) => {
    const count = judged.filter((each) => each.verdict === verdict).length;
    return `${verdict} ${count} (${percent(count, judged.length)})`;
  });
  console.log(`${name}: ${judged.length} asked, ${counts.join(", ")}`);
};

const percent = (count: number, all: number): string => `${Math.round((100 * count) / all)} %`;

const measureAll = (): void => {
  const all: Tally[] = [];
  for (let part = 0; part < parts; part++) all.push(...measurePart(part));
  for (const language of languages) {
    const own = all.filter((tally) => tally.language === language);
    const sum = (key: Exclude<keyof Tally, "language">) =>
      own.reduce((total, tally) => total + tally[key], 0);
    const asked = sum("asked");
    const told = (["right", "wrong", "offeredFirst", "offered", "nothing"] as const).map(
      (key) => `${key} ${percent(sum(key), asked)}`,
    );
    console.log(`${language}: ${asked} asked, ${told.join(", ")}`);
  }
};

if (file === undefined) measureAll();
else askFile(file);
