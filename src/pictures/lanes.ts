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
    const covers = (left: number, wide: number, at: number) => at > left - clear && at < left + wide + clear;
    // Those still to be hung will hang higher, so their leaders run through whatever lies over their marks.
    const crossings = ({ lane, left }: Hung): number =>
      flags.filter((other, m) => {
        const there = hung[m];
        if (m === n) return false;
        if (there === undefined || there.lane > lane) return covers(left, width, other.x);
        return there.lane < lane && covers(there.left, other.width, x);
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
