import { exitCodes } from "./config/config.ts";
import { explainStore } from "./explain-store.ts";
import { createProgress, type Progress } from "./progress.ts";
import { openSession, type Session } from "./store/session.ts";

/** The number of rows in words. */
export const countRows = (rows: number): string =>
  rows === 1 ? "1 row" : `${rows.toLocaleString("en-GB")} rows`;

/** Runs a program that carries data: prints the sentence it comes to, or why it cannot, and ends the process. */
export const runCarrying = async (carry: (progress: Progress) => Promise<string>): Promise<never> => {
  const progress = createProgress();
  try {
    const sentence = await carry(progress);
    console.log(sentence);
    process.exit(0);
  } catch (error) {
    const failure = explainStore(error);
    console.error(
      failure?.sentence ?? `It failed: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exit(failure?.code ?? exitCodes.failed);
  }
};

/** Ends the process with how to call the program. */
export const showUsage = (usage: string): never => {
  console.error(usage);
  process.exit(exitCodes.usage);
};

/** Works with the database of `openSession`, and closes it whatever happens. */
export const withSession = async <T>(
  ...[where, options, work]: readonly [...Parameters<typeof openSession>, (session: Session) => Promise<T>]
): Promise<T> => {
  const session = await openSession(where, options);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
};
