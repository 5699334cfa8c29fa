import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process holds the folder. */
export class FolderTaken extends Error {
  readonly code = "FOLDER_TAKEN";
  readonly holder: number;

  constructor(folder: string, holder: number) {
    super(`Process ${holder} works with the data in ${folder}`);
    this.holder = holder;
  }
}

/**
 * Takes a folder for this process alone, by a file that holds its id; what a process left that is no longer there is
 * taken over. The returned function gives the folder free. Throws `FolderTaken`.
 */
export const lockFolder = (folder: string): (() => void) => {
  const path = join(folder, "in-use-by");
  const take = () => writeFileSync(path, String(process.pid), { flag: "wx" });
  try {
    take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = Number(readFileSync(path, "utf8"));
    if (holder !== process.pid && isRunning(holder)) throw new FolderTaken(folder, holder);
    rmSync(path, { force: true });
    take();
  }
  return () => rmSync(path, { force: true });
};

const isRunning = (process_: number): boolean => {
  if (!Number.isSafeInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};
