import { distance } from "fastest-levenshtein";
import type { Command } from "./command.ts";

/** The command of that name or alias. */
export const findCommand = (commands: readonly Command[], name: string): Command | undefined =>
  commands.find((command) => command.name === name || command.aliases.includes(name));

/** How many letters further off than the nearest a name may be to be meant as well. */
const mostBehind = 1;

/** Names that what was typed may have meant, the nearest first; at most three. */
export const nearestNames = (commands: readonly Command[], typed: string): readonly string[] => {
  const word = typed.toLowerCase().slice(0, 40);
  return commands
    .map(({ name, aliases, phrases }) => ({
      name,
      far: Math.min(
        ...[name, ...aliases, ...Object.values(phrases).flat()].map((known) =>
          known.startsWith(word) && word.length > 1 ? 0.5 : distance(known, word),
        ),
      ),
    }))
    .filter(({ far }) => far <= Math.min(3, Math.max(1, word.length - 1)))
    .toSorted((x, y) => x.far - y.far)
    .filter(({ far }, _, [nearest]) => far <= nearest!.far + mostBehind)
    .slice(0, 3)
    .map(({ name }) => name);
};

/** Whether a word is so near to a command's name that it is a slip of the fingers: cosin, dto. */
export const isSlip = (commands: readonly Command[], typed: string): boolean => {
  const word = typed.toLowerCase();
  if (word.length < 3 || word.length > 20) return false;
  return commands.some(({ name, aliases }) =>
    [name, ...aliases].some(
      (known) => distance(known, word) === 1 || (sorted(known) === sorted(word) && known !== word),
    ),
  );
};

const sorted = (word: string): string => [...word].sort().join("");
