/** The list, as one that is not empty. Throws a TypeError where it is: a bug, not a learner's mistake. */
export const atLeastOne = <T>(list: readonly T[]): readonly [T, ...T[]] => {
  const [first, ...rest] = list;
  if (first === undefined) throw new TypeError("A list of at least one is empty");
  return [first, ...rest];
};

/** The list, as one of two or more. Throws a TypeError where it is shorter. */
export const atLeastTwo = <T>(list: readonly T[]): readonly [T, T, ...T[]] => {
  const [first, second, ...rest] = list;
  if (first === undefined || second === undefined) throw new TypeError("A list of at least two is shorter");
  return [first, second, ...rest];
};
