import { describe, expect, test } from "vitest";
import type { LearnerId } from "../../src/identity.ts";
import type { Exchange } from "../../src/store/conversations.ts";
import type { Store } from "../../src/store/store.ts";

const exchange = (id: string, more: Partial<Exchange> = {}): Exchange => ({
  id,
  html: `<p>${id}</p>`,
  pictures: {},
  hasFile: false,
  ...more,
});

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);

export const conversationsContract = (store: () => Store) =>
  describe("conversations", () => {
    const conversations = () => store().conversations;
    let count = 0;
    const newVisitor = (): LearnerId => {
      count += 1;
      return `web:learner:visitor-${count}`;
    };

    test("whoever was met or asked is known, and nobody else", async () => {
      const { meet, knows, put, of } = conversations();
      const [met, asked, other] = [newVisitor(), newVisitor(), newVisitor()];
      await meet(met);
      await meet(met);
      await put(asked, exchange("x1"));
      expect(await Promise.all([met, asked, other].map(knows))).toEqual([true, true, false]);
      expect(await of(other)).toEqual({ exchanges: [], change: 0 });
      expect((await of(met)).exchanges).toEqual([]);
      expect((await of(met)).change).toBeGreaterThan(Date.UTC(2026, 0, 1));
    });

    test("an exchange comes back as it was kept, and another takes its place under the same id", async () => {
      const { put, find, of } = conversations();
      const visitor = newVisitor();
      const first = await put(visitor, exchange("x1", { asked: "‖a‖ 'quoted' 😀\0" }));
      expect(await find(visitor, "x1")).toEqual({
        id: "x1",
        asked: "‖a‖ 'quoted' 😀",
        html: "<p>x1</p>",
        change: first,
      });
      expect(await put(visitor, exchange("x2"))).toBe(first + 1);
      expect(await put(visitor, exchange("x1", { html: "<p>changed</p>" }))).toBe(first + 2);
      expect(await of(visitor)).toEqual({
        exchanges: [
          { id: "x1", html: "<p>changed</p>", change: first + 2 },
          { id: "x2", html: "<p>x2</p>", change: first + 1 },
        ],
        change: first + 2,
      });
      expect(await find(visitor, "x3")).toBeUndefined();
      expect(await find(newVisitor(), "x1")).toBeUndefined();
    });

    test("of each visitor the latest fifty stay, whichever of them are changed", async () => {
      const { put, of } = conversations();
      const [visitor, other] = [newVisitor(), newVisitor()];
      const ids = Array.from({ length: 52 }, (_, n) => `x${n}`);
      await put(other, exchange("other"));
      for (const id of ids) await put(visitor, exchange(id));
      expect(idsOf((await of(visitor)).exchanges)).toEqual(ids.slice(2));
      await put(visitor, exchange("x2", { html: "changed" }));
      expect(idsOf((await of(visitor)).exchanges)).toEqual(ids.slice(2));
      await put(visitor, exchange("x52"));
      expect(idsOf((await of(visitor)).exchanges)).toEqual([...ids.slice(3), "x52"]);
      expect(idsOf((await of(other)).exchanges)).toEqual(["other"]);
    });

    test("a picture is found by its visitor for as long as its exchange shows it", async () => {
      const { put, picture } = conversations();
      const visitor = newVisitor();
      const drawn = { kind: "scale", marks: [{ label: "\0 \ud800 “é”", value: -0.5, shown: "−0.5" }] };
      await put(visitor, exchange("x1", { pictures: { key: drawn, other: { kind: "plot" } } }));
      await put(visitor, exchange("x2"));
      expect(await picture(visitor, "key")).toEqual(drawn);
      expect(await picture(visitor, "kind")).toBeUndefined();
      expect(await picture(newVisitor(), "key")).toBeUndefined();
      await put(visitor, exchange("x1"));
      expect(await picture(visitor, "key")).toBeUndefined();
    });

    test("what was changed since then is told to each visitor of their own, in order", async () => {
      const { put, changes, of } = conversations();
      const [one, two] = [newVisitor(), newVisitor()];
      const seen = await Promise.all(
        [one, two].map(async (visitor) => ({ visitor, since: await put(visitor, exchange("x1")) })),
      );
      expect(await changes(seen)).toEqual([]);
      expect(await changes([])).toEqual([]);
      await put(one, exchange("x2"));
      await put(one, exchange("x3", { asked: "asked" }));
      await put(one, exchange("x2", { html: "later" }));
      await put(two, exchange("y2"));
      const found = await changes(seen);
      const ofOne = found.filter(({ visitor }) => visitor === one);
      expect(ofOne).toEqual([
        { visitor: one, id: "x3", asked: "asked", html: "<p>x3</p>", change: seen[0]!.since + 2 },
        { visitor: one, id: "x2", html: "later", change: seen[0]!.since + 3 },
      ]);
      expect(idsOf(found.filter(({ visitor }) => visitor === two))).toEqual(["y2"]);
      expect(await changes([{ visitor: one, since: (await of(one)).change }])).toEqual([]);
      expect(idsOf(await changes([{ visitor: two, since: 0 }]))).toEqual(["x1", "y2"]);
    });

    test("changes at the same moment have numbers of their own, and none is lost between two looks", async () => {
      const { put, changes } = conversations();
      const visitor = newVisitor();
      const since = await put(visitor, exchange("x0"));
      const ids = Array.from({ length: 30 }, (_, n) => `x${n + 1}`);
      const numbers: number[] = [];
      let isDone = false;
      const putting = Promise.all(ids.map(async (id) => numbers.push(await put(visitor, exchange(id)))));
      void putting.then(() => {
        isDone = true;
      });
      const told: string[] = [];
      let latest = since;
      for (let isLast = false; !isLast; ) {
        isLast = isDone;
        for (const { id, change } of await changes([{ visitor, since: latest }])) {
          told.push(id);
          latest = change;
        }
      }
      expect(numbers.toSorted((a, b) => a - b)).toEqual(ids.map((_, n) => since + n + 1));
      expect(told.toSorted()).toEqual(ids.toSorted());
    });

    test("what was said is forgotten on demand: the visitor is known still, and the count goes on", async () => {
      const { put, forget, of, knows } = conversations();
      const visitor = newVisitor();
      const change = await put(visitor, exchange("x1"));
      await forget(visitor);
      expect(await of(visitor)).toEqual({ exchanges: [], change });
      expect(await knows(visitor)).toBe(true);
      expect(await put(visitor, exchange("x2"))).toBe(change + 1);
    });

    test("what was said long ago goes, and later those who have not been there since; they go on counting", async () => {
      const { put, meet, forgetBefore, of, knows, find } = conversations();
      const visitor = newVisitor();
      const before = await put(visitor, exchange("x1"));
      await forgetBefore(new Date(Date.UTC(2026, 0, 1)), new Date(Date.UTC(2026, 0, 1)));
      expect(await find(visitor, "x1")).toBeDefined();
      await forgetBefore(new Date(Date.UTC(2027, 0, 1)), new Date(Date.UTC(2026, 0, 1)));
      expect((await of(visitor)).exchanges).toEqual([]);
      expect(await knows(visitor)).toBe(true);
      await forgetBefore(new Date(Date.UTC(2026, 0, 1)), new Date(Date.UTC(2027, 0, 1)));
      expect(await knows(visitor)).toBe(false);
      await meet(visitor);
      expect((await of(visitor)).change).toBeGreaterThan(before);
    });

    test("is taken along in an export, without the files in it, and goes with the person", async () => {
      const { learners } = store();
      const { put, knows } = conversations();
      const visitor = newVisitor();
      await put(visitor, exchange("x1", { asked: "my question" }));
      await put(visitor, exchange("x2", { html: "an export", hasFile: true }));
      const all = JSON.stringify(await learners.everythingAbout(visitor));
      expect(all).toContain("my question");
      expect(all).toContain("<p>x1</p>");
      expect(all).not.toContain("an export");
      await learners.forget(visitor);
      expect(await knows(visitor)).toBe(false);
      expect(Object.values(await learners.everythingAbout(visitor)).flat()).toEqual([]);
    });
  });
