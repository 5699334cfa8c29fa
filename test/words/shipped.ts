import { loadWords } from "../../src/words/load-words.ts";

/** The vectors that come with the tutor. */
export const shipped = async () => {
  const loaded = await loadWords();
  if (!loaded.ok) throw new Error(loaded.problem.forOperator);
  return loaded.value;
};
