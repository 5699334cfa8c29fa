import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./processes.ts";
import { amount, type Row } from "./row.ts";

/** A package as the lockfile has it. */
interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The room that a folder takes on the disk, without the packages within it, which are counted by themselves. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? sum : sum + bytesIn(path);
    return sum + 512 * lstatSync(path).blocks;
  }, 0);

const megabytesOf = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + bytesIn(join(root, path)), 0) / 2 ** 20;

/** Where Node finds a package that one at a path asks for. */
const findFrom = (locked: ReadonlyMap<string, Locked>, from: string, name: string): string | undefined => {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/")))) {
    const found = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
    if (locked.has(found)) return found;
    if (path === "") return undefined;
  }
};

/** Some packages and all that they ask for. */
const closureOf = (locked: ReadonlyMap<string, Locked>, names: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const add = (from: string, name: string): void => {
    const path = findFrom(locked, from, name);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies } = locked.get(path)!;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) add(path, needed);
  };
  for (const name of names) add("", name);
  return found;
};

/** What `npm ci --omit=dev` puts on the disk of this machine, from the lockfile and what is installed already. */
export const benchInstall = async (): Promise<readonly Row[]> => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const locked = new Map(
    Object.entries(packages).filter(
      ([path, { dev, devOptional }]) =>
        // What is for another system is in the lockfile, and not on the disk.
        path !== "" && dev !== true && devOptional !== true && existsSync(join(root, path)),
    ),
  );
  const bare = closureOf(locked, ["discord.js", "@slack/bolt"]);
  const beside = "beside discord.js and Bolt alone";
  return [
    amount(`npm ci --omit=dev on the disk, ${beside}`, megabytesOf(locked.keys()), "MB", {
      most: 200,
      baseline: megabytesOf(bare),
    }),
    amount(`npm ci --omit=dev, packages, ${beside}`, locked.size, "packages", {
      most: 230,
      baseline: bare.size,
    }),
  ];
};
