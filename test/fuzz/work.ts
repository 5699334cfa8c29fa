/**
 * Work in milliseconds of this thread's own, whatever else the machine does, beyond which a text is taken to hang its
 * reader: twenty times what is allowed, so that no slow machine comes near, and still a fraction of what work with the
 * square of a text's length takes. What is allowed itself is held by `npm run fuzz`.
 */
export const hangs = 1_000;

/** How much this thread works at something; what else the machine does is not counted. */
const workOf = async (doing: () => void | Promise<void>): Promise<number> => {
  const start = process.threadCpuUsage();
  await doing();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000;
};

/** The least of at most three times, as soon as it is no more than `enough`: collecting garbage is none of its work. */
export const leastWork = async (doing: () => void | Promise<void>, enough: number): Promise<number> => {
  let least = await workOf(doing);
  for (let again = 0; again < 2 && least > enough; again += 1) least = Math.min(least, await workOf(doing));
  return least;
};
