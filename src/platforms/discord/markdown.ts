/** What Discord's markdown acts upon anywhere: emphasis, code, spoilers, mentions, emoji, links. */
const active = /[\\*_~`|<>[\]@#]|:(?=\S)/g;

/** What it acts upon at the beginning of a line: lists and small print. */
const atLineStart = /^(\s*)([-+]|\d+(?=\.))/gm;

/** Plain words as markdown that shows the same characters and does nothing. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(active, "\\$&")
    .replace(atLineStart, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    );

/** Characters of a fixed width within a line; a text with backticks in it is written as plain words. */
export const inCode = (text: string): string =>
  text === "" || /[`\n]/.test(text) ? escapeMarkdown(text) : `\`${text}\``;

/** Lines of a fixed width. A zero-width space keeps three backticks in them from ending them. */
export const codeLines = (lines: string): string => `\`\`\`\n${lines.replaceAll("```", "`\u200b``")}\n\`\`\``;
