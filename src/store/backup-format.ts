import * as z from "zod";

/** Data cannot be carried; the message is a sentence that says why and what to do. */
export class BackupRefused extends Error {}

/** The version of the form in which data is carried. */
export const formatVersion = 1;

const header = z.object({
  format: z.literal("dot-tutor"),
  version: z.number(),
  /** When the data was read, in ISO 8601. */
  at: z.string(),
  /** How many migrations the database had had. */
  migrations: z.number(),
});

/** Stands before the rows of a table. */
const table = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
  /** The last number that was given to a row, where rows are numbered. */
  last: z.string().nullable(),
});

/** The values in the order of the columns, each as PostgreSQL writes it: no digit of a number or a moment is lost. */
const row = z.array(z.string().nullable());

/** Stands at the end: how many rows there are, and the SHA-256 of all lines before. */
const end = z.object({ rows: z.number(), sha256: z.string() });

export type Header = z.infer<typeof header>;
export type TableStart = z.infer<typeof table>;
export type Row = z.infer<typeof row>;
export type End = z.infer<typeof end>;

/** One line of a backup. */
export type Line = Header | TableStart | Row | End;

export const isRow = (line: Line): line is Row => Array.isArray(line);

export const isTableStart = (line: Line): line is TableStart => "table" in line;

export const isHeader = (line: Line): line is Header => "format" in line;

const line = z.union([row, table, header, end]);

/** Reads a line; undefined when it is none of a backup's. */
export const readLine = (text: string): Line | undefined => {
  try {
    const read = line.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
};

export const writeLine = (written: Line): string => `${JSON.stringify(written)}\n`;

/** Refuses what a later version of the tutor has written. */
export const refuseNewer = ({ version, migrations }: Header, known: number): void => {
  if (version > formatVersion || migrations > known)
    throw new BackupRefused(
      "The backup was made by a newer version of the tutor. Bring this one up to date first (git pull && npm ci).",
    );
};
