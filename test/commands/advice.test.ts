import { describe, expect, test } from "vitest";
import { adviseOn } from "../../src/commands/advise.ts";
import { catalogue } from "../../src/commands/catalogue.ts";
import { optionsOf } from "../../src/commands/usage.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";

/** The options of all commands that are written by name in some example, though not in the first. */
const shownLater = catalogue.flatMap((command) =>
  optionsOf(command)
    .filter(({ name }) => {
      const [first, ...others] = command.examples.map((example) => example.includes(`${name}:`));
      return first === false && others.includes(true);
    })
    .map(({ name }) => [command.name, name] as const),
);

describe("advice on an option that does not fit", () => {
  test("is tried with some", () => expect(shownLater.length).toBeGreaterThan(3));

  test.each(shownLater)("of /%s, %s, shows an example that has it", (command, option) => {
    const { reply } = adviseOn(
      { kind: "bad-option", option, given: "?", wanted: "something else" },
      catalogue,
      "web:learner:1",
      { command, options: {} },
    );
    expect(toPlainText(reply)).toMatch(new RegExp(`/${command} .*${option}:`));
  });

  test("shows the first example where none has it", () => {
    const { reply } = adviseOn(
      { kind: "bad-option", option: "nothing", given: "?", wanted: "something else" },
      catalogue,
      "web:learner:1",
      { command: "quiz", options: {} },
    );
    expect(toPlainText(reply)).toContain(
      `/quiz ${catalogue.find(({ name }) => name === "quiz")!.examples[0]}`,
    );
  });
});
