/** Days in a row on which someone answered. */
export interface Streak {
  readonly days: number;
  /** The one day in a week that may be missed without the row breaking is still free. */
  readonly freezeLeft: boolean;
}

const oneDay = 24 * 60 * 60 * 1000;

const dayBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * oneDay).toISOString().slice(0, 10);

/**
 * The row of days up to today, or up to yesterday where today is still to come. One missed day in any seven does not
 * break it.
 */
export const streakOf = (days: readonly string[], today: string): Streak => {
  const active = new Set(days);
  let [count, lastFreeze] = [0, Number.NEGATIVE_INFINITY];
  let freezes = 0;
  for (let back = active.has(today) ? 0 : 1; ; back += 1) {
    if (active.has(dayBefore(today, back))) {
      count += 1;
      continue;
    }
    const isBridged = active.has(dayBefore(today, back + 1)) && back - lastFreeze >= 7;
    if (!isBridged) break;
    lastFreeze = back;
    freezes += back < 7 ? 1 : 0;
  }
  return { days: count, freezeLeft: freezes === 0 };
};
