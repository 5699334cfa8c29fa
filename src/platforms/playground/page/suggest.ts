import type { Asker, Tutor } from "../../../commands/tutor.ts";
import { say } from "../../../say.ts";

/** What the field may hold next: the whole line, what to show of it, and what a command does. */
export interface Suggestion {
  readonly line: string;
  readonly label: string;
  readonly detail?: string;
}

/** While a line that begins with a slash is typed: the commands, or what the line comes to so far. */
export const suggestionsFor = async (
  { commands, complete }: Tutor,
  asker: Asker,
  text: string,
): Promise<readonly Suggestion[]> => {
  const [, start, rest] = /^[/／](\p{L}*)(.*)$/su.exec(text) ?? [];
  if (start === undefined || rest === undefined) return [];
  if (rest === "")
    return commands
      .filter(({ name, aliases }) => [name, ...aliases].some((each) => each.startsWith(start.toLowerCase())))
      .map(({ name, summary }) => ({ line: `/${name} `, label: `/${name}`, detail: say(summary) }));
  const completions = await complete(asker, "tutor", "ask", text.slice(1));
  return completions.map(({ label, value }) => ({ line: `/${value}`, label }));
};
