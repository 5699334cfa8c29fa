import * as fc from "fast-check";
import { ok } from "../../../src/base/result.ts";
import { catalogue } from "../../../src/commands/catalogue.ts";
import { createChoiceCode } from "../../../src/commands/choice-code.ts";
import { completionsFor } from "../../../src/commands/complete.ts";
import { findCommand } from "../../../src/commands/find-command.ts";
import { optionsOnLine, readOptions } from "../../../src/commands/read-options.ts";
import { understand } from "../../../src/commands/understand.ts";
import { optionsOf } from "../../../src/commands/usage.ts";
import { loadExpressionParser } from "../../../src/math/read-expression.ts";
import type { OptionValue } from "../../../src/reply/reply.ts";
import { type Entry, insist } from "../entry.ts";
import { keepNothing } from "../keep-nothing.ts";
import { insistOnAdvice } from "../showable.ts";
import { commandName, typed } from "../texts.ts";

const value: fc.Arbitrary<OptionValue> = fc.oneof(typed, fc.double(), fc.integer(), fc.boolean());

const read = (name: string, options: Readonly<Record<string, OptionValue>>): void => {
  const command = findCommand(catalogue, name);
  if (command === undefined) return;
  const outcome = readOptions(command, options);
  if (!outcome.ok) insistOnAdvice(outcome.problem, keepNothing);
};

/** A command's options: on a typed line, by name, and while they are typed. */
export const options: Entry<readonly [string, string, readonly OptionValue[]]> = {
  name: "options",
  input: fc.tuple(commandName, typed, fc.array(value, { maxLength: 5 })),
  open: async () => {
    loadExpressionParser();
    return {
      check: ([name, line, values]) => {
        const command = findCommand(catalogue, name);
        if (command === undefined) return;
        read(name, optionsOnLine(command, line));
        const names = optionsOf(command).map((option) => option.name);
        read(name, Object.fromEntries(values.map((each, i) => [names[i] ?? `x${i}`, each])));
        for (const { label, value } of completionsFor(catalogue, name, names[0] ?? "", line))
          insist(
            label.length >= 1 && label.length <= 100 && value.length >= 1 && value.length <= 100,
            () => `a suggestion of ${label.length} and ${value.length} characters`,
          );
      },
    };
  },
};

const spelled = fc
  .tuple(
    commandName,
    fc.dictionary(
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc.constantFrom(
            "vectors",
            "words",
            "topic",
            "action",
            "question",
            "option",
            "answer",
            "at",
          ),
        },
        { weight: 1, arbitrary: fc.oneof(fc.constant("__proto__"), fc.string()) },
      ),
      value,
      { maxKeys: 3 },
    ),
    fc.array(fc.jsonValue(), { maxLength: 3 }),
  )
  .map(([name, given, more]) => `1${JSON.stringify([name, given, ...more])}`);

const cut = fc
  .tuple(spelled, fc.nat(60), fc.string({ maxLength: 4 }))
  .map(([code, at, put]) => code.slice(0, at) + put + code.slice(at + 1));

/** What a button carries, as anyone may forge it. */
export const codes: Entry<string> = {
  name: "codes",
  input: fc
    .oneof(
      spelled,
      cut,
      fc.string({ maxLength: 100 }),
      fc.string({ maxLength: 40 }).map((s) => `1#${s}`),
    )
    .map((code) => code.toWellFormed()),
  open: async () => {
    loadExpressionParser();
    const kept = new Map<string, string>();
    const memory = createChoiceCode({
      keepTexts: async (_, texts) => {
        for (const [key, text] of texts) kept.set(key, text);
      },
      findText: async (key) => kept.get(key),
    });
    return {
      check: async (code) => {
        const decoded = await memory.decode(code);
        if (decoded === undefined) return;
        const again = memory.encode(decoded);
        insist(again.length <= 100, () => `a code of ${again.length} characters`);
        const spelling = memory.encode(decoded, Number.POSITIVE_INFINITY);
        insist(
          JSON.stringify(await memory.decode(spelling)) === JSON.stringify(decoded),
          () => `${code} is not what it was after a second reading`,
        );
        read(decoded.does.command, decoded.does.options);
      },
    };
  },
};

/** A sentence to the bot. */
export const words: Entry<readonly [string, string | undefined]> = {
  name: "free words",
  most: 50,
  input: fc.tuple(typed, fc.option(typed, { nil: undefined })),
  open: async () => {
    loadExpressionParser();
    return {
      check: async ([text, about]) => {
        const call = await understand(catalogue, text, async () => ok(about));
        if (!call.ok) return insistOnAdvice(call.problem, keepNothing);
        insist(typeof call.value.command === "string", () => "a call of no command");
        read(call.value.command, call.value.options);
      },
    };
  },
};
