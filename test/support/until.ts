/** Long after this, in milliseconds, what has not happened on a busy machine will not happen. */
const patience = 60_000;

/** Waits until something is so; true as soon as it is, and false where it does not come to be. */
export const until = async (isSo: () => boolean): Promise<boolean> => {
  for (const begin = performance.now(); !isSo(); ) {
    if (performance.now() - begin > patience) return false;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return true;
};
