/** Far more than it ever takes: draws here fit at least once in ten. */
const mostDraws = 1_000;

/** Draws until something fits to be asked. Throws a RangeError where nothing ever does: a mistake of its author. */
export const drawUntil = <T>(draw: () => T | undefined): T => {
  for (let i = 0; i < mostDraws; i += 1) {
    const drawn = draw();
    if (drawn !== undefined) return drawn;
  }
  throw new RangeError("Nothing was drawn that can be asked");
};
