import { createInterface } from "node:readline/promises";
import { now } from "./clock.ts";
import { createTutor } from "./commands/create-tutor.ts";
import type { Answer } from "./commands/tutor.ts";
import { createLog } from "./log.ts";
import { converse } from "./platforms/playground/prompt.ts";
import { createTerminal, renderForTerminal } from "./platforms/playground/terminal.ts";
import { toPlainText } from "./reply/plain-text.ts";
import { createLazyStore } from "./store/lazy-store.ts";
import { openPglite } from "./store/open-pglite.ts";

/**
 * The tutor in a terminal. `ask "/dot 2,3,4 1,0,2"` answers once and exits (0, or 2 on bad input); without an argument
 * it is a prompt; `--json` reads one question a line and prints one JSON object a line.
 */
const words = process.argv.slice(2);
const terminal = createTerminal(
  createTutor({
    log: createLog("fatal"),
    store: createLazyStore(async () => (await openPglite("memory://", now)).store),
  }),
);
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
else
  await converse(terminal, { input: process.stdin, output: process.stdout, colour, folder: process.cwd() });
