import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formula } from "../../src/pictures/formula.ts";
import { rasterise } from "../../src/pictures/rasterise.ts";
import type { FormulaPicture } from "../../src/reply/picture.ts";
import { examplePictures } from "../support/example-pictures.ts";
import { median } from "./measure.ts";
import { multiple, type Row } from "./row.ts";

const runs = 10;

const installed = (program: string): boolean => {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

const signs = { "=": "=", "≈": "\\approx", "≤": "\\leq", "≥": "\\geq", "<": "<", ">": ">" };

const documentOf = ({ chains }: FormulaPicture): string => {
  const lines = chains.flatMap(({ subject, lines }) =>
    lines.map(({ relation, tex }, i) => `${i === 0 ? subject : ""} &${signs[relation]} ${tex}`),
  );
  return `\\documentclass{article}\\usepackage{amsmath}\\pagestyle{empty}\\begin{document}\\begin{align*}${lines.join("\\\\")}\\end{align*}\\end{document}`;
};

const medianOf = (act: () => void): number =>
  median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      act();
      return performance.now() - start;
    }),
  );

/** Our formulas beside those of latex and dvipng, where these are installed. */
export const byLatex = async (): Promise<readonly Row[]> => {
  if (!installed("latex") || !installed("dvipng")) {
    console.log("Formulas are not compared with those of latex and dvipng: they are not installed here.");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "latex-"));
  const options = { cwd: folder, stdio: "ignore" } as const;
  const rows = ["dot-product", "cosine"].map((name) => {
    const picture = examplePictures.formula![name]!;
    writeFileSync(join(folder, "formula.tex"), documentOf(picture));
    const theirs = medianOf(() => {
      execFileSync("latex", ["-interaction=batchmode", "-halt-on-error", "formula.tex"], options);
      execFileSync("dvipng", ["-D", "192", "-T", "tight", "-o", "formula.png", "formula.dvi"], options);
    });
    const ours = medianOf(() => rasterise(formula(picture, "light")));
    return multiple(`formula ${name}, beside latex and dvipng`, ours, theirs, "ms");
  });
  rmSync(folder, { recursive: true });
  return rows;
};
