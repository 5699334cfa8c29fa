import { exitCodes } from "../config/config.ts";
import { explainStore } from "../explain-store.ts";

/** Runs a program that does one thing: prints the sentence it comes to, or why it cannot, and ends the process. */
export const runProgram = async (work: () => Promise<string>): Promise<never> => {
  try {
    console.log(await work());
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

/** The one file that a program is given, and whether `--replace` stands beside it; undefined for anything else. */
export const readFileArgument = (
  words: readonly string[],
): { readonly file: string; readonly replace: boolean } | undefined => {
  const [file, ...more] = words.filter((word) => word !== "--replace");
  return file === undefined || file.startsWith("-") || more.length > 0
    ? undefined
    : { file, replace: words.includes("--replace") };
};
