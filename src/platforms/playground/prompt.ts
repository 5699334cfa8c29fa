import { clearScreenDown, cursorTo, moveCursor } from "node:readline";
import { createInterface } from "node:readline/promises";
import { inLanguage, languageOf } from "../../language.ts";
import type { Choice, Reply } from "../../reply/reply.ts";
import { say } from "../../say.ts";
import { withFilesSaved } from "./save-file.ts";
import { renderForTerminal, type Terminal } from "./terminal.ts";

export interface PromptSettings {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly colour: boolean;
  /** Where files go. */
  readonly folder: string;
}

const usual = "dot> ";

/** A prompt with history and completion, until its input ends. What is posted appears above the line being typed. */
export const converse = async (
  terminal: Terminal,
  { input, output, colour, folder }: PromptSettings,
): Promise<void> => {
  const prompt = createInterface({
    input,
    output,
    prompt: usual,
    historySize: 500,
    completer: async (line: string): Promise<[string[], string]> => [
      [...(await terminal.complete(line))],
      line,
    ],
  });

  let isOpen = true;
  prompt.once("close", () => {
    isOpen = false;
  });
  const ready = (): void => {
    if (isOpen) prompt.prompt(true);
  };

  /** Prints in the place of the line being typed, which is drawn again below, over as many rows as it had. */
  const printAbove = (text: string): void => {
    const { rows } = prompt.terminal && isOpen ? prompt.getCursorPos() : { rows: 0 };
    if (prompt.terminal && isOpen) {
      moveCursor(output, 0, -rows);
      cursorTo(output, 0);
      clearScreenDown(output);
    }
    output.write(`\n${text}\n\n${"\n".repeat(rows)}`);
    ready();
  };

  let printing = Promise.resolve();
  const show = (reply: Reply): Promise<void> => {
    printing = printing.then(async () => {
      const text = await terminal.inLanguage(async () => {
        const hasFile = reply.blocks.some(({ kind }) => kind === "file");
        const saved = hasFile ? await withFilesSaved(reply, folder) : reply;
        return renderForTerminal(saved, { colour, numbered: true });
      });
      printAbove(text);
    });
    return printing;
  };

  // Nobody waits for the store, which knows whether another language is set, to read this.
  output.write(`${inLanguage(languageOf(terminal.locale), welcome)}\n`);
  ready();
  terminal.listen((reply) => void show(reply));
  /** What the next line is the answer to, where a choice asks for something. */
  let asking: Choice | undefined;
  for await (const line of prompt) {
    const asked = asking;
    asking = undefined;
    prompt.setPrompt(usual);
    const choice = asked ?? terminal.choiceOf(line);
    const form =
      asked !== undefined || choice?.asks === undefined ? undefined : await terminal.formOf(choice);
    if (form !== undefined) {
      asking = choice;
      prompt.setPrompt(`${form.label}> `);
      ready();
      if (isOpen && prompt.terminal) prompt.write(form.value);
    } else if (choice !== undefined) await show((await terminal.press(choice, asked && line)).reply);
    else if (line.trim() !== "") await show((await terminal.ask(line)).reply);
    else ready();
  }
  await printing;
};

const welcome = (): string =>
  say("Type a command such as /dot 2,3,4 1,0,2, or ask in your own words. “help” lists all; Ctrl-D ends.");
