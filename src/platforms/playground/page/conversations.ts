/** One thing asked and its answer, as the page shows them. */
export interface Exchange {
  readonly id: string;
  readonly html: string;
}

/** What each visitor asked and read, so that a reload and a second tab show the same. */
export interface Conversations {
  readonly of: (visitor: string) => readonly Exchange[];
  readonly add: (visitor: string, exchange: Exchange) => void;
  readonly forget: (visitor: string) => void;
  /** Calls `tell` with each further exchange, until the returned function is called or all is closed. */
  readonly follow: (visitor: string, tell: (exchange: Exchange) => void, end: () => void) => () => void;
  readonly close: () => void;
}

interface Follower {
  readonly visitor: string;
  readonly tell: (exchange: Exchange) => void;
  readonly end: () => void;
}

/** Keeps the latest exchanges of the visitors who asked last. */
export const createConversations = (visitors = 200, exchanges = 50): Conversations => {
  const kept = new Map<string, readonly Exchange[]>();
  const followers = new Set<Follower>();
  return {
    of: (visitor) => kept.get(visitor) ?? [],
    add: (visitor, exchange) => {
      const all = [...(kept.get(visitor) ?? []), exchange].slice(-exchanges);
      kept.delete(visitor);
      kept.set(visitor, all);
      if (kept.size > visitors) kept.delete(kept.keys().next().value!);
      for (const follower of followers) if (follower.visitor === visitor) follower.tell(exchange);
    },
    forget: (visitor) => {
      kept.delete(visitor);
    },
    follow: (visitor, tell, end) => {
      const follower = { visitor, tell, end };
      followers.add(follower);
      return () => {
        followers.delete(follower);
      };
    },
    close: () => {
      for (const { end } of followers) end();
      followers.clear();
    },
  };
};
