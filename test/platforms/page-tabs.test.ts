import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createLog } from "../../src/log.ts";
import { createTabs, type Tabs } from "../../src/platforms/playground/page/tabs.ts";
import type { Conversations, Said, Seen } from "../../src/store/conversations.ts";

const said = (change: number): Said => ({ id: `x${change}`, html: "", change });
const [ada, bob] = ["web:learner:ada", "web:learner:bob"] as const;

describe("open tabs", () => {
  let kept: (Said & { readonly visitor: Seen["visitor"] })[];
  let looks: (readonly Seen[])[];
  let isAway: boolean;
  let tabs: Tabs;
  beforeEach(() => {
    vi.useFakeTimers();
    [kept, looks, isAway] = [[], [], false];
    const changes: Conversations["changes"] = async (seen) => {
      looks.push(seen);
      if (isAway) throw new Error("The database is away");
      return kept.filter((each) =>
        seen.some(({ visitor, since }) => visitor === each.visitor && since < each.change),
      );
    };
    const log = createLog("silent");
    tabs = createTabs({ conversations: () => ({ changes }) as Conversations, log });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const open = (visitor: Seen["visitor"], since: number) => {
    const told: number[] = [];
    let isEnded = false;
    const leave = tabs.open({
      visitor,
      since,
      tell: ({ change }) => told.push(change),
      end: () => {
        isEnded = true;
      },
    });
    return { told, leave, isEnded: () => isEnded };
  };
  const keep = (visitor: Seen["visitor"], change: number) => kept.push({ ...said(change), visitor });
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  test("are told at once what they missed, and of their own visitor only", async () => {
    for (const change of [4, 5, 6]) keep(ada, change);
    const [late, current, other] = [open(ada, 4), open(ada, 6), open(bob, 0)];
    await pass(0);
    expect([late.told, current.told, other.told]).toEqual([[5, 6], [], []]);
  });

  test("are told at once what this process keeps, without asking the database", async () => {
    const tab = open(ada, 5);
    await pass(0);
    const before = looks.length;
    tabs.tell(ada, said(6));
    tabs.tell(ada, said(7));
    expect(tab.told).toEqual([6, 7]);
    expect(looks.length).toBe(before);
  });

  test("are told first what another process has kept before it", async () => {
    const tab = open(ada, 5);
    await pass(0);
    for (const change of [6, 7]) keep(ada, change);
    tabs.tell(ada, said(7));
    expect(tab.told).toEqual([]);
    await pass(0);
    expect(tab.told).toEqual([6, 7]);
    await pass(2_000);
    expect(tab.told).toEqual([6, 7]);
  });

  test("are told within a second what another process keeps; one look a second serves them all", async () => {
    const all = [open(ada, 5), open(ada, 5), open(bob, 5)];
    await pass(0);
    looks = [];
    keep(ada, 6);
    keep(bob, 9);
    await pass(1_000);
    expect(all.map(({ told }) => told)).toEqual([[6], [6], [9]]);
    await pass(4_000);
    expect(looks.length).toBe(5);
  });

  test("are told later where the database is away for a while", async () => {
    isAway = true;
    const tab = open(ada, 5);
    keep(ada, 6);
    await pass(3_500);
    expect(tab.told).toEqual([]);
    isAway = false;
    await pass(1_000);
    expect(tab.told).toEqual([6]);
  });

  test("that are left are told nothing, and nobody looks when none is open", async () => {
    const tab = open(ada, 5);
    await pass(0);
    tab.leave();
    looks = [];
    keep(ada, 6);
    tabs.tell(ada, said(6));
    await pass(5_000);
    expect(tab.told).toEqual([]);
    expect(looks).toEqual([]);
  });

  test("end with the page", async () => {
    const all = [open(ada, 5), open(bob, 5)];
    tabs.close();
    looks = [];
    await pass(5_000);
    expect(all.every(({ isEnded }) => isEnded())).toBe(true);
    expect(looks).toEqual([]);
  });
});
