/** Read before a program, it has a fault that nobody catches happen on SIGUSR2: an error with a learner's words. */
process.on("SIGUSR2", () => {
  void Promise.reject(
    Object.assign(new Error("Failed query: select $1\nparams: zyxxyvault"), {
      query: "select $1",
      params: ["zyxxyvault"],
    }),
  );
});
