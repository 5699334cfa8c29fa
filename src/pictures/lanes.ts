/** A text that hangs on an upright leader at `x`. */
export interface Flag {
  readonly x: number;
  readonly width: number;
}

export interface Hung {
  /** Counted from the line that the leaders rise from. */
  readonly lane: number;
  readonly left: number;
}

/** Between two flags of a lane, and between a flag and the leader of another. */
const [space, clear] = [10, -0.5];

/**
 * In which lane each flag hangs, and on which side of its leader: in the lowest where it covers no other flag and where
 * no leader runs through a flag, or through as few as can be. Those in the middle hang lowest, so that those outside can
 * reach over them.
 */
export const hang = (
  flags: readonly Flag[],
  bounds: { readonly left: number; readonly right: number },
): Hung[] => {
  const middle = (bounds.left + bounds.right) / 2;
  const order = [...flags.keys()].sort(
    (a, b) => Math.abs(flags[a]!.x - middle) - Math.abs(flags[b]!.x - middle),
  );
  const hung: Hung[] = [];
  const done: number[] = [];
  for (const n of order) {
    const { x, width } = flags[n]!;
    const sides = x > middle ? [x - width, x] : [x, x - width];
    const spots = flags.flatMap((_, lane) =>
      [...sides, x - width / 2]
        .map((left) => Math.max(bounds.left, Math.min(bounds.right - width, left)))
        .map((left) => ({ lane, left })),
    );
    const crossings = ({ lane, left }: Hung): number =>
      done.filter((other) => {
        const { x: at, width: wide } = flags[other]!;
        const there = hung[other]!;
        const throughOther = lane > there.lane && x > there.left - clear && x < there.left + wide + clear;
        const throughThis = there.lane > lane && at > left - clear && at < left + width + clear;
        return throughOther || throughThis;
      }).length;
    const free = spots.filter(({ lane, left }) =>
      done.every((other) => {
        const there = hung[other]!;
        return (
          there.lane !== lane ||
          left > there.left + flags[other]!.width + space ||
          there.left > left + width + space
        );
      }),
    );
    hung[n] = free.reduce((best, spot) =>
      crossings(spot) * flags.length + spot.lane < crossings(best) * flags.length + best.lane ? spot : best,
    );
    done.push(n);
  }
  return hung;
};
