import type { Picture } from "../../../reply/picture.ts";
import type { Pictures } from "./pictures.ts";

/** One thing asked and its answer, or one thing that the tutor said by itself, as the page shows it. */
export interface Exchange extends Told {
  /** The pictures that it shows, which the visitor's browser may ask for. */
  readonly pictures: Pictures;
}

/** What the script is told of an exchange. */
export interface Told {
  readonly id: string;
  /** What was asked; absent where nobody asked. */
  readonly asked?: string;
  readonly html: string;
  /** Grows with every exchange that is added or changed, whoever's it is. */
  readonly change: number;
}

/** What each visitor asked and read, so that a reload and a second tab show the same. */
export interface Conversations {
  readonly of: (visitor: string) => readonly Exchange[];
  readonly find: (visitor: string, id: string) => Exchange | undefined;
  /** A picture that the visitor was shown, by its key, for as long as the exchange is remembered. */
  readonly picture: (visitor: string, key: string) => Picture | undefined;
  /** Whether the visitor is remembered, or has the page open. */
  readonly knows: (visitor: string) => boolean;
  /** Adds an exchange, or puts it in the place of the one with the same id. */
  readonly put: (visitor: string, exchange: Omit<Exchange, "change">) => Exchange;
  /** Notes that a visitor is there, who may be posted to from then on. */
  readonly meet: (visitor: string) => void;
  /** Forgets what was said; the visitor is still known. */
  readonly forget: (visitor: string) => void;
  /** The number of the latest change. */
  readonly latest: () => number;
  readonly follow: (follower: Follower) => () => void;
  readonly close: () => void;
}

/** One open tab. */
export interface Follower {
  readonly visitor: string;
  /** The latest change that the tab shows. */
  readonly since: number;
  /** Called with each exchange that was added or changed since then, until the function that `follow` returns is called. */
  readonly tell: (exchange: Exchange) => void;
  /** Called when all is closed. */
  readonly end: () => void;
}

export interface Capacity {
  readonly visitors: number;
  readonly exchanges: number;
}

/**
 * Keeps the latest exchanges of the visitors who asked last. Changes are counted from `start`: a later process must
 * start higher, as tabs that were open before it still know their latest change.
 */
export const createConversations = (
  start = 0,
  { visitors, exchanges }: Capacity = { visitors: 200, exchanges: 50 },
): Conversations => {
  const kept = new Map<string, readonly Exchange[]>();
  const followers = new Set<Follower>();
  let change = start;

  const of = (visitor: string): readonly Exchange[] => kept.get(visitor) ?? [];
  const keep = (visitor: string, all: readonly Exchange[]): void => {
    kept.delete(visitor);
    kept.set(visitor, all.slice(-exchanges));
    if (kept.size > visitors) kept.delete(kept.keys().next().value!);
  };

  return {
    of,
    picture: (visitor, key) =>
      of(visitor)
        .find(({ pictures }) => pictures.has(key))
        ?.pictures.get(key),
    find: (visitor, id) => of(visitor).find((exchange) => exchange.id === id),
    knows: (visitor) => kept.has(visitor) || [...followers].some((each) => each.visitor === visitor),
    meet: (visitor) => {
      if (!kept.has(visitor)) keep(visitor, []);
    },
    put: (visitor, given) => {
      change += 1;
      const exchange = { ...given, change };
      const before = of(visitor);
      keep(
        visitor,
        before.some(({ id }) => id === exchange.id)
          ? before.map((each) => (each.id === exchange.id ? exchange : each))
          : [...before, exchange],
      );
      for (const follower of followers) if (follower.visitor === visitor) follower.tell(exchange);
      return exchange;
    },
    forget: (visitor) => keep(visitor, []),
    latest: () => change,
    follow: (follower) => {
      followers.add(follower);
      for (const exchange of of(follower.visitor))
        if (exchange.change > follower.since) follower.tell(exchange);
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

/** An exchange as the script is told of it. */
export const toldOf = ({ pictures: _, ...told }: Exchange): Told => told;
