/** What is counted. */
export const operations = ["multiplications", "additions", "roots", "divisions"] as const;

export type Operation = (typeof operations)[number];

/** Two vectors, and what is counted of what is made of them. */
export interface CostFacts {
  /** Components of each vector. */
  readonly n: number;
  readonly of: "dot product" | "cosine";
  readonly counted: readonly Operation[];
}

/** The parts of a cosine of two vectors, and what each takes. */
const parts = {
  dot: ({ n }: CostFacts) => ({ multiplications: n, additions: n - 1, roots: 0, divisions: 0 }),
  firstNorm: ({ n }: CostFacts) => ({ multiplications: n, additions: n - 1, roots: 1, divisions: 0 }),
  secondNorm: ({ n }: CostFacts) => ({ multiplications: n, additions: n - 1, roots: 1, divisions: 0 }),
  product: () => ({ multiplications: 1, additions: 0, roots: 0, divisions: 0 }),
  division: () => ({ multiplications: 0, additions: 0, roots: 0, divisions: 1 }),
} as const;

export type PartName = keyof typeof parts;

const allParts = Object.keys(parts) as PartName[];

/** How many of the counted operations each part takes, but for the parts left out. */
export const counts = (facts: CostFacts, without: readonly PartName[] = []): readonly number[] =>
  (facts.of === "dot product" ? (["dot"] as const) : allParts)
    .filter((part) => !without.includes(part))
    .map((part) => facts.counted.reduce((total, operation) => total + parts[part](facts)[operation], 0));

export const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
