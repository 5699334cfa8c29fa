/** Words in groups that belong together. */
export interface WordGroup {
  readonly name: string;
  readonly words: readonly string[];
}

/**
 * Reads a list of words, a group on each line: “birds: eagle owl parrot”. Empty lines, and those that begin with #, say
 * nothing. Throws a SyntaxError on a line that names no group or no words.
 */
export const readGroups = (text: string): readonly WordGroup[] =>
  text.split(/\r?\n/).flatMap((line) => {
    if (line.trim() === "" || line.startsWith("#")) return [];
    const [, name, words] = /^([^:]+):(.+)$/.exec(line) ?? [];
    const listed = words?.trim().split(/\s+/) ?? [];
    if (name === undefined || listed.join("") === "")
      throw new SyntaxError(`A line of the list is not a group and its words: ${line}`);
    return [{ name: name.trim(), words: listed }];
  });
