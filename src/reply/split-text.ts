/**
 * A text in pieces of at most `limit` characters, cut after a line, else after a space, else between two characters.
 * Nothing is lost: the pieces together are the text.
 */
export const splitText = (text: string, limit: number): readonly string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const cut = cutAt(rest, limit);
    pieces.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pieces, rest];
};

const cutAt = (text: string, limit: number): number => {
  const head = text.slice(0, limit);
  const line = head.lastIndexOf("\n") + 1;
  if (line > 0) return line;
  const space = head.lastIndexOf(" ") + 1;
  if (space > limit / 2) return space;
  return isHighSurrogate(head.charCodeAt(limit - 1)) ? limit - 1 : limit;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
