import type { LearnerId } from "../../../identity.ts";
import type { Log } from "../../../log.ts";
import type { Conversations, Said } from "./conversations.ts";

/** One open tab. */
export interface Tab {
  readonly visitor: LearnerId;
  /** The latest change that the tab shows. */
  readonly since: number;
  /** Called with each exchange that was added or changed since then, until the function that `open` returns is called. */
  readonly tell: (said: Said) => void;
  /** Called when all are closed. */
  readonly end: () => void;
}

/** The tabs that are open at this process. */
export interface Tabs {
  readonly open: (tab: Tab) => () => void;
  /** Tells a visitor's tabs what this process has kept just now. */
  readonly tell: (visitor: LearnerId, said: Said) => void;
  readonly close: () => void;
}

export interface TabServices {
  /** Undefined before the start and after the stop. */
  readonly conversations: () => Conversations | undefined;
  readonly log: Log;
}

/** How often what other processes have kept is looked for while tabs are open, in milliseconds. */
const lookEvery = 1_000;

interface Follower {
  readonly tab: Tab;
  /** All changes up to this one were told. */
  told: number;
}

/** Tells open tabs of each change: at once where this process makes it, within about a second where another does. */
export const createTabs = ({ conversations, log }: TabServices): Tabs => {
  const followers = new Set<Follower>();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;

  const tellOne = (follower: Follower, said: Said): void => {
    if (!followers.has(follower) || said.change <= follower.told) return;
    follower.told = said.change;
    follower.tab.tell(said);
  };

  /** However many looks overlap, nothing is left out: each tells all changes from those that were told on. */
  const catchUp = async (some: readonly Follower[]): Promise<void> => {
    try {
      const seen = some.map(({ tab: { visitor }, told }) => ({ visitor, since: told }));
      for (const { visitor, ...said } of (await conversations()?.changes(seen)) ?? [])
        for (const follower of some) if (follower.tab.visitor === visitor) tellOne(follower, said);
    } catch (error) {
      log.warn({ err: error }, "open tabs could not be told what is new");
    }
  };

  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    await catchUp([...followers]);
    isLooking = false;
  };

  const leave = (follower: Follower): void => {
    followers.delete(follower);
    if (followers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    open: (tab) => {
      const follower = { tab, told: tab.since };
      followers.add(follower);
      timer ??= setInterval(() => void look(), lookEvery);
      void catchUp([follower]);
      return () => leave(follower);
    },
    tell: (visitor, said) => {
      const own = [...followers].filter(({ tab }) => tab.visitor === visitor);
      for (const follower of own) if (said.change === follower.told + 1) tellOne(follower, said);
      // Before this change came one of another process, or the count has begun anew.
      const behind = own.filter(({ told }) => told < said.change);
      if (behind.length > 0) void catchUp(behind);
    },
    close: () => {
      for (const follower of [...followers]) {
        follower.tab.end();
        leave(follower);
      }
    },
  };
};
