import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findCommand } from "../src/commands/find-command.ts";
import type { Answer } from "../src/commands/tutor.ts";
import type { PostingEverywhere } from "../src/posting.ts";
import { toPlainText } from "../src/reply/plain-text.ts";
import { readSecretKey } from "../src/seal.ts";
import { openStore } from "../src/store/open-store.ts";
import { readmeLines } from "./support/readme-lines.ts";
import { openStudy, type Study } from "./support/tutor.ts";

const { slashed, said, typed } = readmeLines();

/** What begins with a slash and is no command: addresses of the web server, a folder. */
const paths: readonly string[] = ["/healthz", "/readyz", "/metrics", "/var/lib/tutor"];

/** What has to be said first, for a line to have something to be about. */
const before: Readonly<Record<string, readonly string[]>> = {
  answer: ["/practice dot product"],
  hint: ["/practice"],
  working: ["/practice dot product", "/answer 10"],
};

describe("what the README says to type to the tutor", () => {
  let study: Study;
  let learners = 0;
  beforeAll(async () => {
    const posting: PostingEverywhere = {
      reaches: () => true,
      post: async () => "slack:message:t/c/1",
      edit: async () => undefined,
    };
    study = await openStudy({ posting, draw: () => 1 });
  });
  afterAll(() => study.close());

  /** One who has never been here says the lines, one after the other; resolves to the last answer. */
  const hears = async (lines: readonly string[]): Promise<Answer> => {
    learners += 1;
    let answer: Answer | undefined;
    for (const [at, text] of lines.entries())
      answer = await study.tutor.answer({
        input: { kind: "said", text },
        id: `${learners}-${at}`,
        learner: `slack:learner:t/${learners}`,
        place: `slack:place:t/${learners}`,
        locale: "en",
        isAdministrator: async () => true,
      });
    return answer!;
  };

  test("is found", () => {
    expect(slashed.length).toBeGreaterThan(40);
    expect(said.length).toBeGreaterThan(1);
    expect(slashed).toEqual(expect.arrayContaining([...paths]));
  });

  test.each(slashed.filter((line) => !paths.includes(line)))("%s is answered", async (line) => {
    const [name = "", ...rest] = line.slice(1).split(" ");
    const command = findCommand(study.tutor.commands, name);
    expect(command, "a command, or else one of the paths above").toBeDefined();
    const { problem, reply } = await hears([...(before[command!.name] ?? []), line]);
    // The name alone may stand in a sentence for a command that needs more.
    if (rest.length === 0 && problem !== undefined) expect(problem.kind).toBe("bad-option");
    else expect(problem, toPlainText(reply)).toBeUndefined();
  });

  test.each(said)("@tutor %s is answered", async (words) => {
    const { problem, reply } = await hears([words]);
    expect(problem, toPlainText(reply)).toBeUndefined();
  });
});

interface Trial {
  /** What is run in its stead, where the line itself would take minutes. */
  readonly as?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** What is typed to it. */
  readonly input?: string;
  /** What it ends with; 0 without it. */
  readonly code?: number;
  readonly prints: RegExp;
}

/** A line that another test runs: its file, and its name there. */
interface Elsewhere {
  readonly file: string;
  readonly test: string;
}

const empty = { DATA_DIR: "./other" };

/** Lines that end by themselves, in an order in which each finds what it needs. */
const run: Readonly<Record<string, Trial>> = {
  'npm run ask -- "/dot 2,3,4 1,0,2"': { prints: /Dot product: 10/ },
  "npm run ask": { input: "/dot 2,3,4 1,0,2\n", prints: /Dot product: 10/ },
  "npm run --silent ask -- --json": {
    input: "/dot 2,3,4 1,0,2\n",
    prints: /^\{"command":"dot","ok":true,.*\}\n$/,
  },
  "npm run words -- glove.6B.100d.txt --words 100000 --to my.words": {
    prints: /3 words of 2 components are kept in my\.words/,
  },
  "npm run doctor": { prints: /ok +database: / },
  "npm run slack:manifest": { prints: /"slash_commands"/ },
  "npm run backup -- tutor.backup": { prints: /All that is kept in .*data is in tutor\.backup now\./ },
  "npm run restore -- tutor.backup": { settings: empty, prints: /holds what was in tutor\.backup now\./ },
  "npm run bench": { as: "npm run bench -- nothing", code: 2, prints: /There are memory, start, discord/ },
  "node -p \"crypto.randomBytes(32).toString('base64')\"": { prints: /^[\w+/]{43}=\n$/ },
};

const mixedSoak: Elsewhere = {
  file: "soak/mixed.test.ts",
  test: "ten seconds of mixed traffic while the platforms have troubles: nothing is lost, nothing doubled",
};

const elsewhere: Readonly<Record<string, Elsewhere>> = {
  "npm run fuzz": { file: "fuzz/found.test.ts", test: "a short run of each fuzzer finds nothing" },
  "npm run meanings": {
    file: "understanding/find-meaning.test.ts",
    test: "what was learned was learned from the phrases that are there: `npm run meanings`",
  },
  "npm run register": { file: "main.test.ts", test: "npm run register registers once" },
  "npm run move": {
    file: "store/backup.test.ts",
    test: "move carries a folder into an empty database on a server, and into no other",
  },
  "npm run move -- postgres://name:password@host:5432/tutor": {
    file: "store/backup.test.ts",
    test: "move carries a folder into an empty database on a server, and into no other",
  },
  "npm run simulate": {
    file: "simulate.test.ts",
    test: "recall with ability is foretold better than by SM-2",
  },
  "npm run soak": mixedSoak,
  "npm run soak -- mixed 7 10": mixedSoak,
  "npm run soak -- kills": {
    file: "faults/kill.test.ts",
    test: "on %s: the quiz goes on with the same question, then with its solution",
  },
};

/** Lines that no test can run, and why. */
const notHere: Readonly<Record<string, string>> = {
  "npm ci": "it fetches every package; test/packages.test.ts looks at what it would fetch",
  "npm test": "it is what runs this",
  "npm run check": "it runs types, style and two of these tests over the whole of the program",
  "npm run bench -- quiz": "a measurement of minutes; that there is a bench of this name is tested below",
  "npm run bench -- pictures": "the same",
  "npm run bench -- scale": "the same; faults/many-processes.test.ts is a smaller one",
};

describe("what the README says to type in a shell", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  const data = join(folder, "data");

  /** The project as a folder of its own, so that what a line writes lies in no one's way. */
  beforeAll(async () => {
    for (const part of ["src", "test", "node_modules", "package.json"])
      symlinkSync(join(root, part), join(folder, part));
    writeFileSync(join(folder, "glove.6B.100d.txt"), "sun 1 0\nmoon 0.9 0.1\nfork 0 1\n");
    const { store } = await openStore({ dataDir: data }, () => new Date());
    await store.replies.keepLatest("slack:place:t/c", "1,2 3,4");
    await store.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (line: string, settings: Readonly<Record<string, string>> = {}) => {
    const PATH = `${join(root, "node_modules/.bin")}:${process.env.PATH ?? ""}`;
    const env = { PATH, HOME: folder, PORT: "0", DATA_DIR: "./data", ...settings };
    return spawn(line, { cwd: folder, shell: true, detached: true, env });
  };

  test("is known, each line, and no other", () => {
    const known = [run, elsewhere, notHere].flatMap((lines) => Object.keys(lines));
    expect(typed.toSorted()).toEqual([...known, "npm start"].toSorted());
  });

  test.each(Object.entries(run))(
    "%s",
    async (line, { as = line, settings, input = "", code = 0, prints }) => {
      const child = start(as, settings);
      let printed = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => (printed += String(chunk)));
      child.stdin.end(input);
      const ended = await new Promise((resolve) => child.on("close", resolve));
      expect(printed).toMatch(prints);
      expect(ended, printed).toBe(code);
      if (as.startsWith("node -p")) expect(readSecretKey(printed.trim())).toBeDefined();
    },
  );

  test("npm start opens the page, until it is told to end", async () => {
    const child = start("npm start");
    let printed = "";
    child.stdout.on("data", (chunk) => (printed += String(chunk)));
    try {
      await expect.poll(() => printed).toMatch(/open at http:\/\/localhost:\d+\n/);
      const page = await fetch(/http:\/\/localhost:\d+/.exec(printed)![0]);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("/dot 2,3,4 1,0,2");
    } finally {
      process.kill(-child.pid!, "SIGTERM");
    }
    await new Promise((resolve) => child.on("close", resolve));
  });

  test.each(Object.entries(elsewhere))("%s is run by another test", (_, { file, test: name }) =>
    expect(readFileSync(join(root, "test", file), "utf8")).toSatisfy((source: string) =>
      source.includes(`"${name}"`),
    ),
  );

  test("a bench that is named is there", () => {
    const source = readFileSync(join(root, "test/bench/bench.ts"), "utf8");
    const named = typed
      .filter((line) => line.startsWith("npm run bench -- "))
      .flatMap((line) => line.replace("npm run bench -- ", "").split(" "));
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(source).toMatch(new RegExp(`^  "?${name}"?: bench`, "m"));
  });
});
