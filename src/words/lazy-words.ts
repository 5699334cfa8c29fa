import type { Result } from "../base/result.ts";
import type { NoWords } from "../problem.ts";
import type { Embeddings } from "./embeddings.ts";
import { loadWords } from "./load-words.ts";

/** The vectors of words, read when they are first asked for, and once. */
export type Words = () => Promise<Result<Embeddings, NoWords>>;

/**
 * `file` is WORDS_FILE; without it, the vectors that come with the tutor. A file that could not be read is tried again
 * by the next who asks, so that it can be mended while the bot runs; `tell` has the sentence for whoever runs it.
 */
export const createWords = (file: string | undefined, tell: (sentence: string) => void): Words => {
  let loading: ReturnType<Words> | undefined;
  return () => {
    loading ??= loadWords(file).then((loaded) => {
      if (!loaded.ok) {
        loading = undefined;
        tell(loaded.problem.forOperator);
      }
      return loaded;
    });
    return loading;
  };
};
