import * as z from "zod";
import { quantileSteps } from "./quantiles.ts";

/** The first bytes of a file of vectors, by which it is told from text. */
export const magic = Buffer.from("\u0000words\r\n");

/** What a change of the layout would change. */
export const formatVersion = 1;

/**
 * What stands at the head of a file of vectors. The file is: the magic, the length of the header (32 bits, the low byte
 * first), the header as JSON filled up with spaces to a multiple of four bytes, and the body. The body is: a scale for
 * each word and a norm for each word (32-bit floats), the words in UTF-8 with a line feed between, and the components
 * (8-bit whole numbers), word by word.
 */
export const wordsHeader = z.object({
  format: z.literal(formatVersion),
  source: z.object({
    name: z.string().min(1),
    author: z.string().optional(),
    licence: z.string().optional(),
    citation: z.string().optional(),
    address: z.string().optional(),
  }),
  dimension: z.int().min(2).max(65_536),
  count: z.int().min(1),
  /** How many bytes the words take. */
  wordsBytes: z.int().min(1),
  /** Of the body. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  quantiles: z.array(z.number()).refine(({ length }) => length === 0 || length === quantileSteps + 1),
});

export type WordsHeader = z.output<typeof wordsHeader>;

/** Only this much of a header of another version is certain. */
export const anyVersion = z.object({ format: z.number() });

/** Where the parts of the body lie, in bytes from its beginning. */
export const partsOf = ({
  count,
  dimension,
  wordsBytes,
}: Pick<WordsHeader, "count" | "dimension" | "wordsBytes">) => ({
  norms: 4 * count,
  words: 8 * count,
  components: 8 * count + wordsBytes,
  end: 8 * count + wordsBytes + count * dimension,
});
