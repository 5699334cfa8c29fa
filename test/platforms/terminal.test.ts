import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import { learnerId, messageId, placeId } from "../../src/identity.ts";
import { converse } from "../../src/platforms/playground/prompt.ts";
import { createTerminal } from "../../src/platforms/playground/terminal.ts";
import { type Block, paragraph, type Reply } from "../../src/reply/reply.ts";
import { openStore } from "../../src/store/open-store.ts";
import { pictureBlock } from "../support/drawing.ts";
import { quietTutor } from "../support/tutor.ts";

const ask = (
  args: readonly string[],
  typed = "",
  settings: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../src/run.js"), "ask", ...args], {
      env: { ...process.env, ...settings },
    });
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out }));
    child.stdin.end(typed);
  });

test("one question is answered once, and the process ends with 0", async () => {
  const { code, out } = await ask(["/dot 2,3,4 1,0,2"]);
  expect(code).toBe(0);
  expect(out).toContain("(2, 3, 4)·(1, 0, 2) = 2×1 + 3×0 + 4×2 = 2 + 0 + 8 = 10");
  expect(out).not.toContain("\u001b");
});

test("bad input ends with 2 and says where it stopped", async () => {
  const { code, out } = await ask(["/dot 1,2 x1y,3"]);
  expect(code).toBe(2);
  expect(out).toContain("the 1st component of the 2nd vector, “x1y”");
});

test("the operator's own vectors of words are asked", async () => {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "own.txt");
  writeFileSync(file, "sun 1 0 0\nmoon 0.9 0.1 0\nfork 0 0 1\n");
  const { code, out } = await ask(["/similar sun moon"], "", { WORDS_FILE: file });
  expect(code).toBe(0);
  expect(out).toContain("sun and moon: cosine 0.994");
});

test("--json prints one object a line", async () => {
  const { code, out } = await ask(["--json"], "/dot 2,3,4 1,0,2\n\ncosine 2,3,4 1,0,2\n/dot 1,2\n");
  expect(code).toBe(0);
  const [dot, cosine, problem] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(dot).toMatchObject({
    command: "dot",
    ok: true,
    value: { exact: "10", decimal: "10" },
    vectors: ["(2, 3, 4)", "(1, 0, 2)"],
  });
  expect(cosine).toMatchObject({
    command: "cosine",
    value: { exact: "10/√145", decimal: "0.8304547985374" },
  });
  expect(problem).toMatchObject({ command: "dot", ok: false, problem: "wrong-count", vectors: [] });
});

test("the prompt answers, and a number presses a choice", async () => {
  const { code, out } = await ask([], "/dot 2,3,4 1,0,2\n3\n");
  expect(code).toBe(0);
  expect(out).toContain("3 Why is this similar?");
  expect(out).toContain("Why: similar, 33.85° apart");
});

test("what is typed at a prompt beside a tutor that works with the same folder is kept", async () => {
  const folder = mkdtempSync(join(tmpdir(), "beside-"));
  const { store } = await openStore({ dataDir: folder }, () => new Date());
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const { code, out } = await ask([], "/settings digits:7\n", { DATA_DIR: folder });
  expect(code).toBe(0);
  expect(out).toContain("7");
  expect(await store.learners.settingsOf(learnerId("terminal", "you"))).toEqual({ digits: 7 });
});

test("what was typed cannot steer the terminal", async () => {
  const { out } = await ask(["\u001b[31mhello\u0007"]);
  expect(out).not.toMatch(/[\u001b\u0007]/);
});

const here = placeId("terminal", "here");

const says = (text: string, ...more: readonly Block[]): Reply => ({
  tone: "plain",
  blocks: [paragraph(text), ...more],
});

const press = (label: string, vectors: string): Block => ({
  kind: "choices",
  prompt: "Answer",
  choices: [{ label, does: { command: "dot", options: { vectors } } }],
});

describe("what the tutor says by itself", () => {
  const listened = () => {
    const terminal = createTerminal(quietTutor());
    const printed: Reply[] = [];
    terminal.listen((reply) => void printed.push(reply));
    return { terminal, printed };
  };

  test("is printed, by place and by learner, and its number presses", async () => {
    const { terminal, printed } = listened();
    const question = says("What is it?", press("Eleven", "1,2 3,4"));
    expect(await terminal.post(here, question)).toBe(messageId("terminal", "1"));
    expect(await terminal.post(learnerId("terminal", "you"), says("Good luck"))).toBe("terminal:message:2");
    expect(printed).toEqual([question, says("Good luck")]);
    const { reply } = await terminal.press(terminal.choiceOf("1")!);
    expect(reply.title).toBe("Dot product: 11");
  });

  test("an edit is printed when more than its numbers changes, and something is left to press", async () => {
    const { terminal, printed } = listened();
    const question = (answered: number) =>
      says(`What is it? Answers: ${answered}`, press("Eleven", "1,2 3,4"));
    const message = await terminal.post(here, question(0));
    await terminal.edit(message, question(1));
    await terminal.edit(message, question(12));
    expect(printed.length).toBe(1);
    const other = says("What else is it?", press("Eleven", "1,2 3,4"));
    await terminal.edit(message, other);
    await terminal.edit(message, other);
    await terminal.edit(message, says("Time is over: it was 11"));
    expect(printed.slice(1)).toEqual([other]);
  });

  test("what is posted again under the same key appears once", async () => {
    const { terminal, printed } = listened();
    const once = await terminal.post(here, says("Once"), "quiz 7");
    expect(await terminal.post(here, says("Once"), "quiz 7")).toBe(once);
    expect(printed.length).toBe(1);
  });

  test("what is posted before anyone listens is printed then", async () => {
    const terminal = createTerminal(quietTutor());
    await terminal.post(here, says("Early"));
    const printed: Reply[] = [];
    terminal.listen((reply) => void printed.push(reply));
    expect(printed).toEqual([says("Early")]);
  });

  test("is refused elsewhere, and where there is no such message", async () => {
    const { terminal } = listened();
    await expect(terminal.post(placeId("web", "page", "x"), says("Hello"))).rejects.toMatchObject({
      refusal: "gone",
    });
    await expect(terminal.edit(messageId("terminal", "7"), says("Hello"))).rejects.toMatchObject({
      refusal: "gone",
    });
  });

  test("whoever types is called “you”, and is alone with the tutor", async () => {
    const seen: Invocation[] = [];
    const tutor = quietTutor();
    const terminal = createTerminal({
      ...tutor,
      answer: (invocation) => {
        seen.push(invocation);
        return tutor.answer(invocation);
      },
    });
    await terminal.ask("/dot 1,2 3,4");
    expect(seen).toMatchObject([{ name: "you", isAlone: true, place: here }]);
  });
});

describe("the prompt", () => {
  const open = (folder = ".") => {
    const terminal = createTerminal(quietTutor());
    const [input, output] = [new PassThrough(), new PassThrough()];
    Object.assign(output, { isTTY: true, columns: 40, rows: 20 });
    let shown = "";
    output.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
    });
    const ended = converse(terminal, { input, output, colour: false, folder });
    return {
      terminal,
      type: (text: string) => input.write(text),
      shown: () => shown,
      end: async () => {
        input.end();
        await ended;
      },
    };
  };

  test("a picture is told in words, unless they are said already", async () => {
    const { terminal, shown, end } = open();
    const pictures = [pictureBlock(1), pictureBlock(2, { alsoSaid: true }), paragraph("That was all.")];
    await terminal.post(here, says("Look:", ...pictures));
    await expect.poll(shown).toContain("That was all.");
    expect(shown()).toContain("What picture 1 shows");
    expect(shown()).not.toContain("What picture 2 shows");
    await end();
  });

  test("what is posted appears above the line being typed, which stays as it is", async () => {
    const { terminal, type, shown, end } = open();
    type("/dot 1,2 3");
    await expect.poll(shown).toContain("/dot 1,2 3");
    await terminal.post(here, says("Time for a question"));
    await expect.poll(shown).toMatch(/Time for a question\s+[\s\S]*dot> \/dot 1,2 3/);
    type(",4\r");
    await expect.poll(shown).toContain("Dot product: 11");
    await end();
  });

  test("a file is written beside others, never over them, and its path is told", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dot-tutor-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "kept.json"), "mine");
    const { terminal, shown, end } = open(folder);
    const file: Block = { kind: "file", name: "kept.json", type: "application/json", text: '{"a":"√2"}' };
    await terminal.post(here, says("All that is kept:", file, file));
    await expect.poll(shown).toContain(`Saved as ${join(folder, "kept-3.json")}`);
    expect(readdirSync(folder).sort()).toEqual(["kept-2.json", "kept-3.json", "kept.json"]);
    expect(readFileSync(join(folder, "kept.json"), "utf8")).toBe("mine");
    expect(readFileSync(join(folder, "kept-2.json"), "utf8")).toBe('{"a":"√2"}');
    await end();
  });

  test("a file that cannot be written is shown", async () => {
    const { terminal, shown, end } = open("/nowhere/at/all");
    const file: Block = { kind: "file", name: "kept.json", type: "application/json", text: '{"a":1}' };
    await terminal.post(here, says("All that is kept:", file));
    await expect.poll(shown).toContain('{"a":1}');
    expect(shown()).not.toContain("Saved as");
    await end();
  });

  test("what a choice asks for may come from a file, too", async () => {
    const terminal = createTerminal(quietTutor());
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = "";
    output.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
    });
    input.end("/dot 1,2 3,4\n4\n1,2 3,5\n/norm 3,4\n");
    await converse(terminal, { input, output, colour: false, folder: "." });
    expect(shown.match(/(?:Dot product|Norm): \d+/g)).toEqual([
      "Dot product: 11",
      "Dot product: 13",
      "Norm: 5",
    ]);
  });

  test("a choice that asks for something asks for it by its name, in the language that is set", async () => {
    const { type, shown, end } = open();
    const reads = async (text: string, next: string) => {
      type(`${text}\r`);
      await expect.poll(() => stripVTControlCharacters(shown())).toContain(next);
    };
    await reads("/dot 1,2 3,4", "4 Change the vectors…");
    await reads("4", "Vectors> 1,2 3,4");
    await reads("\u007f5", "Dot product: 13");
    await reads("/settings language:de", "Sprache");
    await reads("/report vector", "1 Zurück zur Lektion");
    await reads("2", "In deinen Worten> ");
    await reads("Was ist ein Pfeil?", "Danke");
    await end();
  });
});
