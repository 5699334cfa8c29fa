import { assemble } from "./assemble.ts";
import { now } from "./clock.ts";
import type { Answer } from "./commands/tutor.ts";
import { createLazyJobs } from "./jobs/lazy-jobs.ts";
import { lazily } from "./lazily.ts";
import { createLog } from "./log.ts";
import { createTerminal, renderForTerminal } from "./platforms/playground/terminal.ts";
import { createPosting } from "./posting.ts";
import { toPlainText } from "./reply/plain-text.ts";
import { createLazyStore } from "./store/lazy-store.ts";
import type { Opened } from "./store/open-store.ts";
import { inMemory, openOrJoin, openStore } from "./store/open-store.ts";
import type { Store } from "./store/store.ts";
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
const opened = lazily(async (): Promise<Opened> => {
  if (!isPrompt) return inOwnMemory();
  const { configOrExit } = await import("./config/config.ts");
  return openOrJoin(configOrExit(), now);
});

/** Jobs for what the terminal shows are this process's own: the database may hold those of other platforms. */
const queue = lazily(async () => {
  const { openQueue } = await import("./jobs/queue.ts");
  const made = await openQueue((await inOwnMemory()).database, { log, now });
  await made.start(handlers);
  return made;
});
/** The settings are read only where something depends on them. */
const reading = lazily(async () => {
  const { configOrExit } = await import("./config/config.ts");
  return createWords(configOrExit().wordsFile, (line) => console.error(line));
});
const isOnce = words.length > 0 && words[0] !== "--json";
const kept = createLazyStore(async () => (await opened()).store, { isEmpty: !isPrompt });
/** Nothing comes after the one answer that could be about it: no database is opened to keep it. */
const withoutLatest = (store: Store): Store => ({
  ...store,
  replies: Object.assign(Object.create(store.replies) as Store["replies"], {
    keepLatest: async () => undefined,
  }),
});
const { tutor, handlers } = assemble({
  log,
  words: async () => (await reading())(),
  store: isOnce ? withoutLatest(kept) : kept,
  jobs: createLazyJobs(queue),
  posting: createPosting(() => [terminal]),
});
const terminal = createTerminal(tutor);
const colour = process.stdout.isTTY === true && process.stdout.hasColors();

const toJson = ({ command, reply, problem, taken }: Answer): string =>
  JSON.stringify({
    ...(command === undefined ? {} : { command }),
    ok: problem === undefined,
    meaning: taken?.meaning ?? (command === undefined ? "none" : `command ${command}`),
    sure: taken?.isSure ?? problem === undefined,
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
  console.log(await terminal.inLanguage(async () => renderForTerminal(reply, { colour, numbered: false })));
  if (problem !== undefined) process.exitCode = 2;
};

const answerLines = async (): Promise<void> => {
  const { createInterface } = await import("node:readline/promises");
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === "") continue;
    const answer = await terminal.ask(line);
    console.log(await terminal.inLanguage(async () => toJson(answer)));
  }
};

if (isOnce) await askOnce(words.join(" "));
else if (!isPrompt) await answerLines();
else {
  // What is due, and what a quiz asks for, waits for no first question.
  const ready = queue();
  const { converse } = await import("./platforms/playground/prompt.ts");
  await converse(terminal, { input: process.stdin, output: process.stdout, colour, folder: process.cwd() });
  await (await ready).stop();
  await (await opened()).store.close();
}
process.exit();
