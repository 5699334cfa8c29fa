import { readFileSync } from "node:fs";
import { catalogue } from "../../src/commands/catalogue.ts";
import { usageOf } from "../../src/commands/usage.ts";

/** What the README says to type. */
export interface ReadmeLines {
  /** To the tutor, with a slash. */
  readonly slashed: readonly string[];
  /** To the tutor, by its name and in words. */
  readonly said: readonly string[];
  /** In a shell; what is joined by && stands apart. */
  readonly typed: readonly string[];
}

const fences = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** How a command is used is no line to type: “[digits:1–15]” says what may stand there. */
const usages = new Set(
  catalogue.flatMap((command) => {
    const usage = usageOf(command);
    return usage === "" ? [] : [`/${command.name} ${usage}`];
  }),
);

/** The lines of the blocks marked `sh`, and the code in the text that begins as such lines do, each once. */
export const readmeLines = (): ReadmeLines => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const blocks = [...readme.matchAll(fences)].flatMap(([, language, text]) =>
    language === "sh" ? text!.trim().split("\n") : [],
  );
  const spans = [...readme.replaceAll(fences, "").matchAll(/`([^`\n]+)`/g)]
    .map(([, text]) => text!.replaceAll("\\|", "|"))
    .filter((text) => !usages.has(text));
  const beginning = (pattern: RegExp) => [...new Set(spans.filter((text) => pattern.test(text)))];
  const shell = [...blocks, ...beginning(/^(npm|npx|node|curl|docker|git|psql) /)];
  return {
    slashed: beginning(/^\//),
    said: beginning(/^@tutor /).map((text) => text.replace("@tutor ", "")),
    typed: [...new Set(shell.flatMap((line) => line.split(" && ")))],
  };
};
