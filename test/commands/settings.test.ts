import { describe, expect, test } from "vitest";
import type { Invocation } from "../../src/commands/command.ts";
import { toPlainText } from "../../src/reply/plain-text.ts";
import type { PictureBlock } from "../../src/reply/reply.ts";
import { quietTutor } from "../support/tutor.ts";

const tutor = quietTutor();

/** Someone in a channel's thread, where others are. */
const asks = (text: string, who: string, more: Partial<Invocation> = {}) =>
  tutor.answer({
    input: { kind: "said", text },
    id: `${who}${text}`,
    learner: `slack:learner:T/${who}`,
    place: "slack:place:T/C/1.1",
    locale: "en",
    ...more,
  });

const picturesIn = async (answered: ReturnType<typeof asks>): Promise<readonly PictureBlock[]> =>
  (await answered).reply.blocks.filter((block) => block.kind === "picture");

describe("pictures as they are wanted", () => {
  test("on, unless someone wants none; then what only a picture shows is told in words", async () => {
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "ann"))).toHaveLength(2);
    expect(toPlainText((await asks("/settings pictures off", "ann")).reply)).toContain(
      "Pictures for you: off: what they show is told in words.",
    );
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "ann"))).toEqual([]);
    const lesson = (await asks("/explain vector", "ann")).reply;
    expect(lesson.blocks.some(({ kind }) => kind === "picture")).toBe(false);
    expect(toPlainText(lesson)).toContain("As a picture: An arrow from the origin");
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "bob"))).toHaveLength(2);
    await asks("/settings pictures on", "ann");
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "ann"))).toHaveLength(2);
  });

  test("a learner's colours are for what only they see", async () => {
    await asks("/settings pictures:dark", "cem");
    const [drawn] = await picturesIn(asks("/prove law of cosines step:1 show:step", "cem"));
    expect(drawn!.theme).toBe("dark");
    const [public_] = await picturesIn(asks("/dot 2,3,4 1,0,2", "cem"));
    expect(public_!.theme).toBeUndefined();
    const [alone] = await picturesIn(asks("/dot 2,3,4 1,0,2", "cem", { isAlone: true }));
    expect(alone!.theme).toBe("dark");
  });

  test("a channel's setting holds in its threads, and is for those who manage it", async () => {
    const refused = await asks("/settings pictures off for:here", "dee");
    expect(refused.problem?.kind).toBe("not-allowed");
    const channel = { place: "slack:place:T/C" as const, mayManage: async () => true };
    await asks("/settings pictures light for:here", "dee", channel);
    expect((await picturesIn(asks("/dot 2,3,4 1,0,2", "eve")))[0]!.theme).toBe("light");
    const off = await asks("/settings pictures off for:here", "dee", channel);
    expect(toPlainText(off.reply)).toContain("Here the setting of the place comes first");
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "eve"))).toEqual([]);
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "eve", { place: "slack:place:T/D" }))).toHaveLength(2);
    await asks("/settings pictures on for:here", "dee", channel);
    expect(await picturesIn(asks("/dot 2,3,4 1,0,2", "eve"))).toHaveLength(2);
  });

  test("a word that is none of them is told with those that are", async () => {
    const { reply, problem } = await asks("/settings pictures sepia", "fay");
    expect(problem?.kind).toBe("bad-option");
    expect(toPlainText(reply)).toContain("one of on, off, light, dark");
  });
});
