/** Tells the bench that the bot is ready, and then its memory whenever it is asked. */
export const reportReady = (): void => {
  process.on("message", () => process.send?.(process.memoryUsage().rss));
  process.send?.("ready");
};
