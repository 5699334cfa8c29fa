import { createInterface } from "node:readline/promises";
import { assemble } from "./assemble.ts";
import { now } from "./clock.ts";
import type { Answer } from "./commands/tutor.ts";
import { configOrExit } from "./config/config.ts";
import { createLazyJobs } from "./jobs/lazy-jobs.ts";
import { openQueue } from "./jobs/queue.ts";
import { lazily } from "./lazily.ts";
import { createLog } from "./log.ts";
import { converse } from "./platforms/playground/prompt.ts";
import { createTerminal, renderForTerminal } from "./platforms/playground/terminal.ts";
import { createPosting } from "./posting.ts";
import { toPlainText } from "./reply/plain-text.ts";
import { createLazyStore } from "./store/lazy-store.ts";
import { inMemory, type Opened, openOrJoin, openStore } from "./store/open-store.ts";
import { createWords } from "./words/lazy-words.ts";

/**
 * The tutor in a terminal. `ask "/dot 2,3,4 1,0,2"` answers once and exits (0, or 2 on bad input); without an argument
 * it is a prompt; `--json` reads one question a line and prints one JSON object a line.
 */
const words = process.argv.slice(2);
const log = createLog("fatal");
const isPrompt = words.length === 0;
const inOwnMemory = lazily(() => openStore({ dataDir: inMemory }, now));
/** The prompt keeps what is learned with it where the other programs do, beside one of them if it is at work there. */
const opened = lazily((): Promise<Opened> => (isPrompt ? openOrJoin(configOrExit(), now) : inOwnMemory()));

/** Jobs for what the terminal shows are this process's own: the database may hold those of other platforms. */
const queue = lazily(async () => {
  const made = await openQueue((await inOwnMemory()).database, { log, now });
  await made.start(handlers);
  return made;
});
/** The settings are read only where something depends on them. */
const reading = lazily(async () => createWords(configOrExit().wordsFile, (line) => console.error(line)));
const { tutor, handlers } = assemble({
  log,
  words: async () => (await reading())(),
  store: createLazyStore(async () => (await opened()).store, { isEmpty: !isPrompt }),
  jobs: createLazyJobs(queue),
  posting: createPosting(() => [terminal]),
});
const terminal = createTerminal(tutor);
const colour = process.stdout.isTTY === true && process.stdout.hasColors();

const toJson = ({ command, reply, problem }: Answer): string =>
  JSON.stringify({
    ...(command === undefined ? {} : { command }),
    ok: problem === undefined,
    text: toPlainText(reply),
    ...(reply.result?.exact === undefined
      ? {}
      : {
          value: {
            exact: reply.result.exact,
            ...(reply.result.decimal === undefined ? {} : { decimal: reply.result.decimal }),
          },
        }),
    vectors: reply.result?.vectors ?? [],
    ...(problem === undefined ? {} : { problem: problem.kind }),
  });

const askOnce = async (line: string): Promise<void> => {
  const { reply, problem } = await terminal.ask(line);
  console.log(renderForTerminal(reply, { colour, numbered: false }));
  if (problem !== undefined) process.exitCode = 2;
};

const answerLines = async (): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") console.log(toJson(await terminal.ask(line)));
  }
};

const [first] = words;
if (first === "--json") await answerLines();
else if (first !== undefined) await askOnce(words.join(" "));
else {
  // What is due, and what a quiz asks for, waits for no first question.
  const ready = queue();
  await converse(terminal, { input: process.stdin, output: process.stdout, colour, folder: process.cwd() });
  await (await ready).stop();
  await (await opened()).store.close();
}
process.exit();
