import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
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
 * Takes a folder for this process alone; what a process left that is no longer there is taken over. The returned
 * function gives the folder free. Throws `FolderTaken`.
 *
 * Each holder in turn has a file with the next number, and the highest number counts. A file appears whole and once, by
 * a link, so of those who find the same holder gone one makes the next file. The highest file is never removed, even
 * when the folder is given free: who looked long ago makes a number that has been passed, sees it, and looks again.
 */
export const lockFolder = (folder: string): (() => void) => {
  const turns = join(folder, "lock");
  mkdirSync(turns, { recursive: true });
  for (;;) {
    const latest = latestTurn(turns);
    const holder = holderOf(join(turns, String(latest)));
    if (holder !== undefined) throw new FolderTaken(folder, holder);
    const own = join(turns, String(latest + 1));
    if (!appear(own)) continue;
    if (latestTurn(turns) !== latest + 1) {
      rmSync(own, { force: true });
      continue;
    }
    for (const turn of turnsIn(turns).filter((each) => each < latest))
      rmSync(join(turns, String(turn)), { force: true });
    return () => {
      if (existsSync(own)) truncateSync(own);
    };
  }
};

/** The process that holds a folder, without touching anything there. */
export const holderOfFolder = (folder: string): number | undefined => {
  const turns = join(folder, "lock");
  return existsSync(turns) ? holderOf(join(turns, String(latestTurn(turns)))) : undefined;
};

const turnsIn = (turns: string): readonly number[] =>
  readdirSync(turns)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const latestTurn = (turns: string): number => Math.max(0, ...turnsIn(turns));

/** Makes the file with this process's name in it; false when there is one already. */
const appear = (path: string): boolean => {
  const draft = `${path}.of-${process.pid}`;
  writeFileSync(draft, `${process.pid} ${statusOf(process.pid)?.started ?? ""}`);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** The process that holds a turn, if it is still there. */
const holderOf = (path: string): number | undefined => {
  const [pid = "", started = ""] = read(path)?.trim().split(" ") ?? [];
  const holder = Number(pid);
  if (!Number.isSafeInteger(holder) || holder <= 0 || !answers(holder)) return undefined;
  const status = statusOf(holder);
  // Numbers are given anew, in a container always the same ones: the moment of the start tells a namesake.
  if (status === undefined || started === "") return holder === process.pid ? undefined : holder;
  return status.ended || status.started !== started ? undefined : holder;
};

const answers = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** What Linux says of a process: proc(5), fields 3 and 22 of its stat. Undefined where nothing is said. */
const statusOf = (pid: number): { readonly ended: boolean; readonly started: string } | undefined => {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, started] = [fields?.[0], fields?.[19]];
  return state === undefined || started === undefined ? undefined : { ended: /[ZX]/.test(state), started };
};

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};
