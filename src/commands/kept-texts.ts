/** Remembers texts by key, the latest ones up to a total size. */
export interface KeptTexts {
  readonly keep: (key: string, text: string) => void;
  readonly find: (key: string) => string | undefined;
}

/** Keeps at most so many characters in all; what was kept or found last stays longest. */
export const createKeptTexts = (capacity = 16_000_000): KeptTexts => {
  const texts = new Map<string, string>();
  let size = 0;
  const forget = (key: string) => {
    const text = texts.get(key);
    if (text === undefined) return;
    texts.delete(key);
    size -= key.length + text.length;
  };
  const keep = (key: string, text: string) => {
    forget(key);
    texts.set(key, text);
    size += key.length + text.length;
    while (size > capacity) forget(texts.keys().next().value!);
  };
  return {
    keep,
    find: (key) => {
      const text = texts.get(key);
      if (text !== undefined) keep(key, text);
      return text;
    },
  };
};
