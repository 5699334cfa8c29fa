import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const ask = (args: readonly string[], typed = ""): Promise<{ code: number | null; out: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, "../../src/ask.ts"), ...args]);
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

test("what was typed cannot steer the terminal", async () => {
  const { out } = await ask(["\u001b[31mhello\u0007"]);
  expect(out).not.toMatch(/[\u001b\u0007]/);
});
