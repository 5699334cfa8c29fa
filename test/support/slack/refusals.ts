/** How a call fails: by HTTP, by Slack's own error, or because the connection breaks. */
export type How =
  | { readonly status: 429; readonly retryAfter: number }
  /** `after`: what was asked for has been done all the same. */
  | { readonly status: 500; readonly after?: true }
  | { readonly error: string }
  | "broken";

/** Failures on demand: the next calls of a method, then none. */
export const createRefusals = () => {
  const coming = new Map<string, { times: number; readonly how: How }>();
  return {
    /** Lets the next `times` calls of a method, such as "chat.update", fail. */
    refuse: (method: string, times: number, how: How): void => {
      coming.set(method, { times, how });
    },
    /** How many are still to come. */
    left: (): number => [...coming.values()].reduce((sum, { times }) => sum + times, 0),
    next: (method: string): How | undefined => {
      const refusal = coming.get(method);
      if (refusal === undefined || refusal.times === 0) return undefined;
      refusal.times -= 1;
      return refusal.how;
    },
  };
};
