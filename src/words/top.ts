export interface Scored {
  readonly row: number;
  readonly score: number;
}

/** The best few of many, kept in order while they come by. */
export interface Top {
  /** What a score must beat to be among them. */
  readonly bar: () => number;
  /** For a score above the bar. */
  readonly add: (row: number, score: number) => void;
  /** The greatest score first; of equal ones, the one that came first. */
  readonly list: () => readonly Scored[];
}

export const createTop = (count: number): Top => {
  const kept: Scored[] = [];
  return {
    bar: () => (count < 1 ? Number.POSITIVE_INFINITY : (kept[count - 1]?.score ?? Number.NEGATIVE_INFINITY)),
    add: (row, score) => {
      const place = kept.findIndex((other) => other.score < score);
      kept.splice(place === -1 ? kept.length : place, 0, { row, score });
      if (kept.length > count) kept.pop();
    },
    list: () => kept,
  };
};
